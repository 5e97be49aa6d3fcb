public import Diagnostics
public import Library
import Posts

/// Where a person's changes are made: each verb is one transaction of the library.
///
/// A verb finds what the person named, asks the rules of `Posts`, changes the story and records its
/// events; what it throws has changed nothing. Files of a post's folder stand or fall with the
/// transaction: see `LibraryWriter.make`.
///
/// A dry run is the same verb on a copy of the library in memory, so it says and refuses what the
/// verb would, and nothing stays.
public struct Desk: Sendable {
  public let store: LibraryStore
  public let circumstances: Circumstances
  public let isDryRun: Bool
  package let times: ZonedTime

  /// - Parameters:
  ///   - begins: creates the library when there is none; without it there is nothing to change, and
  ///     what is asked for is not found.
  ///   - times: how moments are shown in warnings.
  public init(
    _ library: LibraryFolder, _ circumstances: Circumstances, begins: Bool = false,
    isDryRun: Bool = false, times: ZonedTime = .local
  ) throws(Diagnostic) {
    store = try LibraryStore(
      library, for: isDryRun ? .rehearsing : begins ? .writing : .changing)
    self.circumstances = circumstances
    self.isDryRun = isDryRun
    self.times = times
  }

  var now: Moment { circumstances.at }

  /// A transaction of the library, or of its copy.
  package func write<Result>(_ work: (LibraryWriter) throws -> Result) throws -> Result {
    try store.write(circumstances, work)
  }
}

/// What became of a record that was to be added.
public enum Keeping: String, Sendable {
  case added
  case updated
  /// It was there with the same values.
  case unchanged
}
