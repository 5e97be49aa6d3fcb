import Diagnostics
import Files
import Images
import Library
import Pixels

/// A post's slides made such that a target takes them: from the pixels of the slides themselves, or
/// drawn again where another part of them has to be free.
///
/// Only what needs no judgement: safe area, format, size in px, bytes. Words are left to their writer.
struct PostFix {
  /// With the new files.
  private(set) var record: PostRecord
  private(set) var files: [FileSystem.FolderEntry] = []
  /// In words, one a changed slide.
  private(set) var changes: [String] = []

  /// JPEGs of a slide are below any target's limit at the first; the last is the worst to look at.
  private static let qualities = [92, 85, 75, 60]

  /// Makes the new files in memory; nothing is written.
  ///
  /// - Parameter again: the post drawn for the target; nil when its slides will do.
  package init(
    record: PostRecord, drawnAgain again: DrawnAgain? = nil, folder: String, target: PostTarget
  ) throws(DiagnosticsError) {
    self.record = again?.record ?? record
    if let again {
      files = again.carousel.slides.map {
        FileSystem.FolderEntry(name: $0.fileName, bytes: $0.file)
      }
      files.append(FileSystem.FolderEntry(name: "overview.png", bytes: again.carousel.overview))
      changes = [.drawnAgain(again.carousel.slides.count, target: target)]
    }
    do throws(Diagnostic) {
      for index in self.record.slides.indices {
        try fix(index, in: folder, target: target)
      }
    } catch {
      throw DiagnosticsError(error)
    }
    guard !changes.isEmpty else { return }
    let formats = Set(self.record.slides.map { $0.file.split(separator: ".").last ?? "" })
    if formats.count == 1, let format = formats.first { self.record.format = String(format) }
    let sizes = Set(self.record.slides.map { [$0.width, $0.height] })
    if sizes.count == 1, let size = sizes.first { self.record.size = size }
  }

  private mutating func fix(
    _ index: Int, in folder: String, target: PostTarget
  ) throws(Diagnostic) {
    let slide = record.slides[index]
    let path = FilePath.join(folder, slide.file)
    let drawn = files.firstIndex { $0.name == slide.file }
    // What is missing is a finding of its own.
    guard drawn != nil || FilePath.isPlainName(slide.file) && FileSystem.fileExists(path) else {
      return
    }
    var bytes: [UInt8]
    if let drawn {
      bytes = files[drawn].bytes
    } else {
      bytes = try FileSystem.read(path, limit: ImageLimits.bytes)
    }
    let image = try EncodedImage(bytes, named: path)
    let size = target.fitting(width: image.header.width, height: image.header.height)
    let isResized = size.width != image.header.width || size.height != image.header.height
    guard
      isResized || !target.formats.contains(image.header.format)
        || image.bytes.count > target.mostBytes
    else { return }
    var bitmap = try image.decoded()
    if isResized {
      bitmap = bitmap.resampled(
        crop: Rect(width: Double(bitmap.width), height: Double(bitmap.height)),
        width: size.width, height: size.height)
    }
    let stem = slide.file.split(separator: ".").dropLast().joined(separator: ".")
    let name = "\(stem.isEmpty ? slide.file : stem).\(ImageEncoding.jpeg.fileExtension)"
    bytes = []
    for quality in Self.qualities where bytes.isEmpty || bytes.count > target.mostBytes {
      bytes = try bitmap.encoded(as: .jpeg(quality: quality), named: name)
    }
    if let drawn { files.remove(at: drawn) }
    files.append(FileSystem.FolderEntry(name: name, bytes: bytes))
    record.slides[index].file = name
    record.slides[index].width = bitmap.width
    record.slides[index].height = bitmap.height
    record.slides[index].bytes = bytes.count
    record.slides[index].sha256 = sha256Hex(bytes)
    changes.append(
      "\(slide.file) (\(image.header.format.rawValue), \(image.header.width) × "
        + "\(image.header.height)) to \(name) (JPEG, \(size.width) × \(size.height), "
        + "\((bytes.count + 999) / 1000) kB)")
  }

  func stage(
    in library: LibraryFolder, words: LibraryFolder.Words
  ) throws(Diagnostic) -> FilesChange {
    try library.stage(record, files: files, keeping: record.slides, words: words)
  }

  /// Each file whole; the slides that are replaced are removed, unless somebody changed them.
  package func write(to folder: String) throws(DiagnosticsError) {
    do {
      try LibraryFolder.write(record, files: files, keeping: record.slides, toFolder: folder)
    } catch {
      throw DiagnosticsError(error)
    }
  }
}

extension String {
  /// As changes are told: `made …`.
  fileprivate static func drawnAgain(_ count: Int, target: PostTarget) -> String {
    "\(count == 1 ? "the slide" : "all \(count) slides") again, with the safe area of \(target.rawValue)"
  }
}

extension PostTarget {
  /// The size, shrunk in proportion until it is taken.
  fileprivate func fitting(width: Int, height: Int) -> (width: Int, height: Int) {
    guard !takes(width: width, height: height) else { return (width, height) }
    let most = largestPicture
    let stands = height >= width
    let widest = Double(stands ? most.width : most.height)
    let highest = Double(stands ? most.height : most.width)
    let scale = min(widest / Double(width), highest / Double(height))
    return (
      max(1, Int((Double(width) * scale).rounded(.down))),
      max(1, Int((Double(height) * scale).rounded(.down)))
    )
  }
}
