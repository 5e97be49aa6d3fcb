import Diagnostics
import Files
import Posts

/// Holds the files of a post against what was recorded of them.
struct FileCheck {
  let folder: LibraryFolder
  let story: PostStory

  /// What lies beside the slides and is made anew from them and the records.
  private static let companions: Set<String> = [
    "overview.png", LibraryFolder.captionName, LibraryFolder.recordName,
  ]

  func faults() -> [LibraryFault] {
    let post = story.post.key
    // A post that was made elsewhere has no files here.
    guard let slides = story.post.drawing?.slides else { return [] }
    let path = folder.postPath(post.text)
    guard FileSystem.folderExists(path) else { return [.folderMissing(post)] }
    var faults = slides.compactMap { fault(of: $0, in: path) }
    if let record = LibraryFolder.record(inFolder: path),
      record.caption != story.post.caption || record.title != story.post.title
    {
      faults.append(.wordsDiffer(post))
    }
    let expected = Self.companions.union(slides.map(\.file))
    do {
      for name in try FileSystem.names(in: path) where !expected.contains(name) {
        faults.append(.extra(post, name))
      }
    } catch {
      faults.append(.unreadable(post, "", error.message))
    }
    return faults
  }

  private func fault(of slide: Slide, in path: String) -> LibraryFault? {
    let post = story.post.key
    let file = FilePath.join(path, slide.file)
    guard FilePath.isPlainName(slide.file), let size = FileSystem.size(of: file) else {
      return .missing(post, slide.file)
    }
    if size != slide.bytes { return .changed(post, slide.file, size: size, expected: slide.bytes) }
    do {
      let bytes = try FileSystem.read(file, limit: size)
      return sha256Hex(bytes) == slide.sha256 ? nil : .changed(post, slide.file)
    } catch {
      return .unreadable(post, slide.file, error.message)
    }
  }
}
