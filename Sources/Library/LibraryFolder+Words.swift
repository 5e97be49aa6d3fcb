public import Diagnostics
import Files

/// The words that lie beside a post's slides, and the end of its folder.
extension LibraryFolder {
  /// What `caption.txt` and `post.json` say for a post.
  public struct Words: Equatable, Sendable {
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

  /// Writes new words into a post's folder; a post without a folder stays without.
  ///
  /// A `post.json` that this version does not understand is left as it is.
  /// - Throws: also when `post.json` is there and cannot be read; then nothing is changed.
  public func set(_ words: Words, of key: String) throws(Diagnostic) {
    let path = postPath(key)
    guard FileSystem.folderExists(path) else { return }
    var files = [
      FileSystem.FolderEntry(name: Self.captionName, bytes: Array((words.caption + "\n").utf8))
    ]
    if var record = try readRecord(of: key) {
      record.caption = words.caption
      record.title = words.title
      record.disclosure = words.disclosure
      files.append(FileSystem.FolderEntry(name: Self.recordName, bytes: Self.encode(record)))
    }
    try FileSystem.replaceFiles(in: path, with: files)
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

  /// Removes a post's folder with all that is in it; one that is not there is fine.
  public func removePost(_ key: String) throws(Diagnostic) {
    guard FilePath.isPlainName(key) else { return }
    try FileSystem.removeFolder(postPath(key))
  }
}
