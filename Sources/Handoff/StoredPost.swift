import Carousels
import Diagnostics
import Files
import Images
import Library
import Posts

/// A drawn post as it lies in the library, its slides read and held against its record.
struct StoredPost {
  package struct Slide {
    package var recorded: Posts.Slide
    var image: EncodedImage
    /// What its pictures show and the words on it; empty when `post.json` is gone.
    var alt: [String]
    package var text: String
  }

  package let story: PostStory
  /// Never empty; in order.
  package let slides: [Slide]
  package let drawing: Post.Drawing
  /// `post.json`; nil when it is gone or speaks of other slides.
  package let record: PostRecord?
  /// About slides that were changed, when they are taken all the same.
  package let warnings: [Diagnostic]

  package var post: Post { story.post }

  /// - Parameter takesChanged: slides that are not the files that were recorded are named and taken.
  /// - Throws: every slide that is missing or changed.
  package init(
    _ story: PostStory, in library: LibraryFolder, takesChanged: Bool
  ) throws(DiagnosticsError) {
    self.story = story
    let key = story.post.key
    guard let drawing = story.post.drawing, !drawing.slides.isEmpty else {
      throw DiagnosticsError(.hasNoSlides(key))
    }
    self.drawing = drawing
    let folder = library.postPath(key.text)
    var log = DiagnosticLog()
    var record: PostRecord?
    do {
      // A post whose folder is gone tells of its slides below.
      if FileSystem.folderExists(folder) { record = try LibraryFolder.readRecord(inFolder: folder) }
    } catch {
      log.add(error)
    }
    let isSame = record?.slides.map(\.file) == drawing.slides.map(\.file)
    self.record = isSame ? record : nil
    var slides: [Slide] = []
    for (index, recorded) in drawing.slides.enumerated() {
      do {
        let (image, isChanged) = try Self.image(of: recorded, in: folder)
        if isChanged {
          log.add(.slideIsChanged(recorded.file, of: key, isTaken: takesChanged))
        }
        let words = isSame ? record?.slides[index] : nil
        slides.append(
          Slide(recorded: recorded, image: image, alt: words?.alt ?? [], text: words?.text ?? ""))
      } catch {
        log.add(.withRemedy(error, "render the post again, or restore the file from a backup"))
      }
    }
    try log.throwIfErrors()
    self.slides = slides
    warnings = log.sorted
  }

  private static func image(
    of slide: Posts.Slide, in folder: String
  ) throws(Diagnostic) -> (image: EncodedImage, isChanged: Bool) {
    let path = FilePath.join(folder, slide.file)
    guard FilePath.isPlainName(slide.file) else { throw .notASlideName(slide.file) }
    let bytes = try FileSystem.read(path, limit: ImageLimits.bytes)
    return (try EncodedImage(bytes, named: path), sha256Hex(bytes) != slide.sha256)
  }
}
