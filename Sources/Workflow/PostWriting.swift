public import Diagnostics
import Files
public import Library

/// A post on disk.
public struct WrittenPost: Sendable {
  public var record: PostRecord
  /// The folder with its files.
  public var path: String
  public var warnings: [Diagnostic]
}

extension LibraryFolder {
  /// Writes a drawn carousel as a post: slides, `overview.png`, `caption.txt`, `post.json`.
  func write(_ record: PostRecord, drawn: DrawnCarousel) throws(DiagnosticsError) -> WrittenPost {
    do {
      try write(record, files: drawn.folderEntries(caption: record.caption))
    } catch {
      throw DiagnosticsError(error)
    }
    return WrittenPost(record: record, path: postPath(record.key), warnings: drawn.warnings)
  }
}

extension DrawnCarousel {
  func folderEntries(caption: String) -> [FileSystem.FolderEntry] {
    zip(slides, files).map { FileSystem.FolderEntry(name: $0.file, bytes: $1) } + [
      FileSystem.FolderEntry(name: "overview.png", bytes: overview),
      FileSystem.FolderEntry(name: "caption.txt", bytes: Array((caption + "\n").utf8)),
    ]
  }
}
