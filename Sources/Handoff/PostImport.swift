public import Diagnostics
public import Ledger
import Library
public import Posts

/// Takes in a bundle: the post with its pictures, who made it, what was agreed, and the code.
///
/// All of it or nothing, in one transaction, the files first. The same bundle again changes nothing.
public struct PostImport: Sendable {
  /// What became of a bundle.
  public struct Imported: Sendable {
    /// As the library has it.
    public var post: Key<Post>
    /// As the bundle calls it.
    public var bundledKey: Key<Post>
    /// Whether the library did not have the post before.
    public var isNew: Bool
    /// The bundle's code in the library; nil when it brings none.
    public var authorization: Key<Authorization>?
    /// The bundle's terms in the library; nil when it brings none.
    public var agreement: Key<Agreement>?
    /// What was added or changed, a line each; empty when everything was there already.
    public var changes: [String]
    /// What was not taken over, and why.
    public var warnings: [Diagnostic]
  }

  private let received: ReceivedBundle

  /// - Parameter path: of the archive.
  /// - Throws: what is wrong with it; no library is needed to know.
  public init(_ path: String) throws(DiagnosticsError) { received = try ReceivedBundle(path: path) }

  /// - Parameter show: writes a moment for the user.
  /// - Throws: `DiagnosticsError`, `Diagnostic` or `Refusal`; then nothing was changed.
  public func take(
    at desk: Desk, show: @escaping @Sendable (Moment) -> String
  ) throws -> Imported {
    let folder = desk.store.folder
    return try desk.write { writer in
      var arrival = BundleArrival(received, writer: writer, folder: folder, show: show)
      try arrival.record()
      if !desk.isDryRun { try arrival.writeFiles() }
      return arrival.imported
    }
  }
}
