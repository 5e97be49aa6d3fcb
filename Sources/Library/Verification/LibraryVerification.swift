public import Diagnostics
import Files
import GRDB
public import Posts

/// Holds a library against what was recorded of it: the database against itself and against its
/// events, the slides against their digests. Changes nothing.
public struct LibraryVerification: Sendable {
  private let store: LibraryStore
  private let records: RecordCheck

  public init(_ folder: LibraryFolder) throws(Diagnostic) {
    store = try LibraryStore(folder, for: .reading)
    records = RecordCheck(database: store.database)
  }

  /// The posts that were named, or all; each is then for `faults(of:)`.
  ///
  /// - Throws: when a name fits no post, or several.
  public func posts(named names: [String]) throws -> [Key<Post>] {
    try store.read { reader in
      if names.isEmpty { return try reader.postKeys().sorted().map { Key($0) } }
      return try names.map { try reader.post(named: $0) }
    }
  }

  /// What is wrong with the database as a whole; empty when it is sound.
  public func databaseFaults() throws -> [LibraryFault] { try records.faults() }

  /// What is wrong with one post: its records, and its files.
  public func faults(of post: Key<Post>) throws -> [LibraryFault] {
    let (story, faults) = try records.story(of: post)
    guard let story else { return faults }
    return faults + FileCheck(folder: store.folder, story: story).faults()
  }

  /// What stopped runs left among the posts, and folders that the database does not know.
  public func unrecordedFolders() throws -> [LibraryFault] {
    guard FileSystem.folderExists(store.folder.postsPath) else { return [] }
    let known = try store.read { try $0.postKeys() }
    let unfinished = UnfinishedChange.all(in: store.folder.postsPath)
      .map { LibraryFault.unfinished(FilePath.name(of: $0.path)) }
    return try unfinished
      + FileSystem.names(in: store.folder.postsPath)
      .filter { !known.contains($0) && !$0.hasPrefix(".") }
      .map { .unrecorded($0, isPost: store.folder.record(of: $0) != nil) }
  }
}
