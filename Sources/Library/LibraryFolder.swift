public import Diagnostics
public import Files
import Foundation

/// The library's folder: `posts/KEY/` with slides, caption and `post.json`.
///
/// Files appear whole or not at all: each post's folder is swapped in as one.
public struct LibraryFolder: Sendable {
  /// As the user named it.
  public let path: String

  /// `post.json` of a carousel of 35 slides with long texts is well below.
  static let recordLimit = 4 << 20

  public init(path: String) { self.path = path }

  /// The library that a post's folder belongs to; nil when it lies elsewhere.
  public init?(holding folder: String) {
    let posts = FilePath.folder(of: folder)
    guard FilePath.name(of: posts) == "posts" else { return nil }
    path = FilePath.folder(of: posts)
    guard FileSystem.fileExists(FilePath.join(path, LibraryDatabase.fileName)) else { return nil }
  }

  /// The folder that holds the posts' folders.
  public var postsPath: String { FilePath.join(path, "posts") }

  /// The folder of a post, whether it is there or not.
  public func postPath(_ key: String) -> String { FilePath.join(postsPath, key) }

  /// Creates the folder when needed and removes what stopped runs left half-written.
  ///
  /// - Returns: how many posts stopped runs left unfinished; a change of a post waits for the records,
  ///   and is ended when the library is opened for changes.
  /// - Throws: when the folder cannot be written to; found out before any work is done.
  @discardableResult
  public func prepare() throws(Diagnostic) -> Int {
    try createFolders()
    // First, for whatever writes there removes them too, uncounted.
    let removed = FileSystem.removeLeftovers(in: postsPath)
    try FileSystem.checkWritable(postsPath)
    return removed + UnfinishedChange.all(in: postsPath).count
  }

  /// Writes a post's folder beside its place, to be put there with its row: `LibraryWriter.make`.
  ///
  /// - Parameter files: everything but `post.json`, which is made of `record`.
  public func stage(
    _ record: PostRecord, files: [FileSystem.FolderEntry]
  ) throws(Diagnostic) -> FolderChange {
    let json = FileSystem.FolderEntry(name: Self.recordName, bytes: Self.encode(record))
    try createFolders()
    return try FileSystem.stageChange(
      of: postPath(record.key), to: files + [json], stamp: UnfinishedChange.stamp(of: json.bytes))
  }

  /// Writes a post's folder, replacing the one that was there, without a row.
  public func write(
    _ record: PostRecord, files: [FileSystem.FolderEntry]
  ) throws(Diagnostic) {
    var change = try stage(record, files: files)
    try change.make()
    change.finish()
  }

  /// Only its owner can enter a library that Flint makes; one that is there stays as it is.
  private func createFolders() throws(Diagnostic) {
    try FileSystem.createPrivateFolder(path)
    try FileSystem.createPrivateFolder(postsPath)
  }

  /// The keys of the posts whose folders are there, recorded or not, sorted by their bytes.
  public func postKeys() throws(Diagnostic) -> [String] {
    guard FileSystem.folderExists(postsPath) else { return [] }
    return try FileSystem.names(in: postsPath)
  }

  /// Writes a post's files into a folder outside the library, beside whatever else is there.
  ///
  /// A new folder appears whole. In one that is there nothing is changed until all files are on the
  /// disk; then they are put in their places one by one. Slides of the post that
  /// was written there before are removed when the new one has none of that name.
  ///
  /// - Parameter kept: slides that stay as they are, though they are not among the files.
  public static func write(
    _ record: PostRecord, files: [FileSystem.FolderEntry], keeping kept: [PostRecord.Slide] = [],
    toFolder path: String
  ) throws(Diagnostic) {
    let json = FileSystem.FolderEntry(name: recordName, bytes: encode(record))
    guard FileSystem.folderExists(path) else {
      return try FileSystem.replaceFolder(path, with: files + [json])
    }
    let stale = try staleSlides(in: path, beside: files, keeping: kept)
    try FileSystem.replaceFiles(in: path, with: files + [json])
    for name in stale { try FileSystem.remove(FilePath.join(path, name)) }
  }

  /// Stages such a change of a post's folder in the library, to be made with its records.
  ///
  /// - Parameters:
  ///   - kept: as above.
  ///   - words: what the records say of the post.
  public func stage(
    _ record: PostRecord, files: [FileSystem.FolderEntry], keeping kept: [PostRecord.Slide],
    words: Words
  ) throws(Diagnostic) -> FilesChange {
    let path = postPath(record.key)
    let json = FileSystem.FolderEntry(name: Self.recordName, bytes: Self.encode(record))
    return try FilesChange(
      staging: files + [json],
      removing: try Self.staleSlides(in: path, beside: files, keeping: kept), in: path,
      note: FolderNote(words, slides: record.slides.map(\.sha256), files + [json]).bytes)
  }

  /// Slides that the folder's record names and the new one does not.
  private static func staleSlides(
    in path: String, beside files: [FileSystem.FolderEntry], keeping kept: [PostRecord.Slide]
  ) throws(Diagnostic) -> [String] {
    let names = Set(files.map(\.name) + kept.map(\.file))
    var stale: [String] = []
    for slide in try readRecord(inFolder: path)?.slides ?? [] where !names.contains(slide.file) {
      let file = FilePath.join(path, slide.file)
      // Only what is still the slide that was written; whatever a person made of it stays.
      guard FilePath.isPlainName(slide.file), FileSystem.size(of: file) == slide.bytes else {
        continue
      }
      let bytes = try FileSystem.read(file, limit: slide.bytes)
      if sha256Hex(bytes) == slide.sha256 { stale.append(slide.file) }
    }
    return stale
  }

  /// The file of a post's folder that says where it came from.
  public static let recordName = "post.json"

  /// The record of a post, or nil when there is none that this version understands.
  public func record(of key: String) -> PostRecord? {
    Self.record(at: FilePath.join(postPath(key), Self.recordName))
  }

  /// The record of a post's folder, wherever it lies; nil as above.
  public static func record(inFolder path: String) -> PostRecord? {
    record(at: FilePath.join(path, recordName))
  }

  /// As `record(inFolder:)`, for whoever would take one that cannot be read for none.
  ///
  /// - Throws: when there is one that cannot be read.
  public static func readRecord(inFolder path: String) throws(Diagnostic) -> PostRecord? {
    guard try FileSystem.names(in: path).contains(recordName) else { return nil }
    return record(try FileSystem.read(FilePath.join(path, recordName), limit: recordLimit))
  }

  private static func record(at path: String) -> PostRecord? {
    // A missing or damaged record means only that the post is to be rendered again.
    guard let bytes = try? FileSystem.read(path, limit: recordLimit) else { return nil }
    return record(bytes)
  }

  static func record(_ bytes: [UInt8]) -> PostRecord? {
    guard let record = try? JSONDecoder().decode(PostRecord.self, from: Data(bytes)),
      record.schema == PostRecord.currentSchema
    else { return nil }
    return record
  }

  /// Whether the post's files are there, whole, and made of `origin`.
  public func holds(_ key: String, origin: String) -> Bool {
    guard let record = record(of: key) else { return false }
    return record.origin == origin && isComplete(record)
  }

  /// Whether every slide of the record is there with the recorded length.
  ///
  /// Cheap on purpose; the digests are compared by `verify`.
  public func isComplete(_ record: PostRecord) -> Bool {
    record.slides.allSatisfy { slide in
      FileSystem.size(of: FilePath.join(postPath(record.key), slide.file)) == slide.bytes
    }
  }

  /// The text of `post.json`.
  public static func encode(_ record: PostRecord) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(record) else {
      preconditionFailure("a record of texts and numbers can always be encoded")
    }
    return Array(data) + [0x0a]
  }
}
