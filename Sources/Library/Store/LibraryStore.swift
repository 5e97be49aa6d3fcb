public import Diagnostics
public import Posts

/// The open library: every read and write of posts, codes, ads, terms and figures.
///
/// Reads see one consistent state; a write is one transaction, in which state and events are
/// written together, and is on the disk when it returns. Other processes wait; nobody is told that
/// the database is locked.
public final class LibraryStore: Sendable {
  public let folder: LibraryFolder

  public enum Access: Sendable {
    /// Never creates or changes anything; a library that is not there is an empty one.
    case reading
    /// Creates the library when needed.
    case writing
  }

  public init(_ folder: LibraryFolder, for access: Access) throws(Diagnostic) {
    self.folder = folder
  }

  /// Passes on what `work` throws, and says the database's own faults as `Diagnostic`s.
  public func read<Result>(_ work: (LibraryReader) throws -> Result) throws -> Result {
    try work(LibraryReader())
  }

  /// As `read`; whatever `work` throws, nothing of it stays.
  public func write<Result>(
    _ circumstances: Circumstances, _ work: (LibraryWriter) throws -> Result
  ) throws -> Result {
    try work(LibraryWriter(circumstances))
  }
}

/// When, who and from which command; written beside each event.
public struct Circumstances: Equatable, Sendable {
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
