public import Diagnostics
public import Library
package import Posts

/// Changes to parties, agreements and codes: each verb is one transaction.
///
/// The rules are those of `Posts`; what a verb throws has changed nothing.
public struct Bookkeeping: Sendable {
  public let store: LibraryStore
  public let circumstances: Circumstances
  /// Everything is checked as if it were done, and nothing stays.
  public let isDryRun: Bool

  /// - Parameter begins: creates the library when there is none; without it there is nothing to
  ///   change, and what is asked for is not found.
  public init(
    _ library: LibraryFolder, _ circumstances: Circumstances, begins: Bool = false,
    isDryRun: Bool = false
  ) throws(Diagnostic) {
    store = try LibraryStore(library, for: begins && !isDryRun ? .writing : .changing)
    self.circumstances = circumstances
    self.isDryRun = isDryRun
  }

  package var now: Moment { circumstances.at }

  /// A transaction; after a dry run it is undone.
  package func write<Result>(_ work: (LibraryWriter) throws -> Result) throws -> Result {
    try store.write(circumstances, isDryRun: isDryRun, work)
  }
}

/// What became of a record that was to be added.
public enum Keeping: String, Sendable {
  case added
  case updated
  /// It was there with the same values.
  case unchanged
}
