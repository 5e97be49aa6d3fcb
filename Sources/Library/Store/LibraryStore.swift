public import Diagnostics
public import Posts

/// The open library: every read and write of posts, codes, ads, terms and figures.
///
/// Reads see one consistent state; a write is one transaction, in which state and events are
/// written together, and is on the disk when it returns. Other processes wait; nobody is told that
/// the database is locked.
public struct LibraryStore: Sendable {
  /// The library's folder with the posts' files.
  public let folder: LibraryFolder
  let database: LibraryDatabase

  /// - Parameter purpose: for reading, nothing is ever created or changed, and a library that is not
  ///   there is an empty one.
  public init(
    _ folder: LibraryFolder, for purpose: LibraryDatabase.Purpose
  ) throws(Diagnostic) {
    self.folder = folder
    database = try LibraryDatabase.open(folder.path, for: purpose)
  }

  /// Passes on what `work` throws, and says the database's own faults as `Diagnostic`s.
  public func read<Result>(_ work: (LibraryReader) throws -> Result) throws -> Result {
    try database.read(work)
  }

  /// As `read`; whatever `work` throws, nothing of it stays.
  public func write<Result>(
    _ circumstances: Circumstances, _ work: (LibraryWriter) throws -> Result
  ) throws -> Result {
    try database.write(circumstances, work)
  }
}

/// When, who and from which command; written beside each event.
public struct Circumstances: Equatable, Sendable {
  /// The moment that counts as now.
  public var at: Moment
  /// The person's name on this machine.
  public var by: String
  /// Such as `code add`; never its arguments.
  public var command: String

  public init(at: Moment, by: String, command: String) {
    self.at = at
    self.by = by
    self.command = command
  }
}
