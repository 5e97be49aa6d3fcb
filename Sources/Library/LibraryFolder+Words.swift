public import Diagnostics
public import Files
import Foundation
public import Posts

/// The words that lie beside a post's slides, and the end of its folder.
extension LibraryFolder {
  /// What `caption.txt` and `post.json` say for a post.
  public struct Words: Codable, Equatable, Sendable {
    /// Without a line feed at the end.
    public var caption: String
    /// nil when the post has none.
    public var title: String?
    /// As in TikTok's words; nil when it is not said.
    public var disclosure: String?

    public init(caption: String, title: String?, disclosure: String?) {
      self.caption = caption
      self.title = title
      self.disclosure = disclosure
    }
  }

  /// The file of a post's folder that holds its caption.
  public static let captionName = "caption.txt"

  /// A caption of the largest size is well below.
  private static let captionLimit = 1 << 20

  /// Stages new words for a post's folder; nil for a post without one.
  ///
  /// A `post.json` that this version does not understand is left as it is.
  /// - Throws: also when `post.json` is there and cannot be read.
  public func stage(_ words: Words, of key: String) throws(Diagnostic) -> FilesChange? {
    let path = postPath(key)
    guard FileSystem.folderExists(path) else { return nil }
    var files = [
      FileSystem.FolderEntry(name: Self.captionName, bytes: Array((words.caption + "\n").utf8))
    ]
    if var record = try Self.readRecord(inFolder: path) {
      record.caption = words.caption
      record.title = words.title
      record.disclosure = words.disclosure
      files.append(FileSystem.FolderEntry(name: Self.recordName, bytes: Self.encode(record)))
    }
    return try FilesChange(staging: files, in: path, note: FolderNote(words, files).bytes)
  }

  /// What stands in a post's `caption.txt`, without line ends behind it; nil when there is none.
  public func captionText(of key: String) -> String? {
    let path = FilePath.join(postPath(key), Self.captionName)
    // Not there, or not readable: then it says nothing.
    guard let bytes = try? FileSystem.read(path, limit: Self.captionLimit) else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The end of a post's folder with all that is in it; one that is not there is fine.
  public func removal(of key: String) -> FolderChange? {
    FilePath.isPlainName(key) && FileSystem.folderExists(postPath(key))
      ? FolderChange(removing: postPath(key)) : nil
  }
}

/// What a change of a post's files was to bring, for whoever finds it unfinished: when the records
/// say the same, it stands.
struct FolderNote: Codable, Equatable {
  var words: LibraryFolder.Words
  /// SHA-256 of each slide; nil when they are not touched.
  var slides: [String]?
  /// Of the new files, by name: see `UnfinishedChange.stamp(of:)`.
  var stamps: [String: String]

  static let largest = 4 << 20

  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("texts can always be encoded")
    }
    return Array(data)
  }

  init(
    _ words: LibraryFolder.Words, slides: [String]? = nil, _ files: [FileSystem.FolderEntry]
  ) {
    self.words = words
    self.slides = slides
    stamps = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.stamp) })
  }

  init?(_ bytes: [UInt8]) {
    guard let note = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = note
  }
}

extension Post {
  /// What stands in the folder of a post beside its slides.
  public var words: LibraryFolder.Words {
    LibraryFolder.Words(
      caption: caption, title: title, disclosure: facts.disclosure?.rawValue)
  }
}

extension FileSystem.FolderEntry {
  fileprivate var stamp: String { UnfinishedChange.stamp(of: bytes) }
}
