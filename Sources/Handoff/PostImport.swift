public import Diagnostics
import Files
public import Library
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

  private let folder: LibraryFolder

  public init(into folder: LibraryFolder) { self.folder = folder }

  /// - Parameters:
  ///   - path: of the archive.
  ///   - show: writes a moment for the user.
  ///   - isDryRun: everything is checked and nothing is written.
  /// - Throws: `DiagnosticsError`, `Diagnostic` or `Refusal`; then nothing was changed.
  public func take(
    _ path: String, circumstances: Circumstances, isDryRun: Bool,
    show: @escaping @Sendable (Moment) -> String
  ) throws -> Imported {
    let received = try ReceivedBundle(path: path)
    let store = try LibraryStore(folder, for: isDryRun ? .rehearsing : .writing)
    return try store.write(circumstances) { writer in
      var arrival = BundleArrival(received, writer: writer, folder: folder, show: show)
      try arrival.record()
      if !isDryRun { try arrival.writeFiles() }
      return arrival.imported
    }
  }
}
