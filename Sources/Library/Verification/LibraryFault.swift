public import Posts

/// One way in which a library is not what was recorded.
public struct LibraryFault: Equatable, Sendable {
  /// What is wrong.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// SQLite finds pages, rows or indices that do not fit together.
    case databaseDamaged = "database damaged"
    /// The search would not find what is there.
    case searchOutdated = "search outdated"
    /// What is stored is not what the events lead to.
    case stateDiffers = "state differs"
    /// A post's folder, or a slide in it, is not there.
    case missing
    /// A slide is not the file that was recorded.
    case changed
    /// Something lies in a post's folder that was not recorded.
    case extra
    /// A run was stopped while it changed a post's folder.
    case unfinished
    /// A folder among the posts that the database does not know.
    case unrecorded
    /// A file of a post cannot be read.
    case unreadable
    /// Others than the owner can read what holds secrets.
    case notPrivate = "not private"
  }

  /// What is wrong.
  public var kind: Kind
  /// The post that it is about; nil when it is about none.
  public var post: Key<Post>?
  /// A path, below the library's folder.
  public var file: String?
  /// What was found and what was expected: one line, lower case, no full stop.
  public var detail: String
  /// What to do about it.
  public var remedy: String?

  /// Whether the records themselves cannot be trusted.
  public var isOfTheRecords: Bool {
    switch kind {
    case .databaseDamaged, .stateDiffers: true
    default: false
    }
  }
}
