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
    public var isNew: Bool
    public var authorization: Key<Authorization>?
    public var agreement: Key<Agreement>?
    /// What was added or changed, a line each; empty when everything was there already.
    public var changes: [String]
    /// What was not taken over, and why.
    public var warnings: [Diagnostic]
  }

  /// Undoes what a plan wrote.
  private struct PlanIsMade: Error { var imported: Imported }

  private let folder: LibraryFolder

  public init(into folder: LibraryFolder) { self.folder = folder }

  /// - Parameters:
  ///   - path: of the archive.
  ///   - show: writes a moment for the user.
  ///   - isPlan: everything is checked and nothing is written.
  /// - Throws: `DiagnosticsError`, `Diagnostic` or `Refusal`; then nothing was changed.
  public func take(
    _ path: String, circumstances: Circumstances, isPlan: Bool,
    show: @escaping @Sendable (Moment) -> String
  ) throws -> Imported {
    let received = try ReceivedBundle(path: path)
    // A plan for a library that is not there must not create it.
    let isThere = FileSystem.fileExists(FilePath.join(folder.path, LibraryDatabase.fileName))
    if isPlan, !isThere {
      let key = Key<Post>(received.bundle.manifest.post.key)
      return Imported(
        post: key, bundledKey: key, isNew: true, authorization: nil, agreement: nil,
        changes: ["new post, in a new library"], warnings: [])
    }
    let store = try LibraryStore(folder, for: .writing)
    do {
      return try store.write(circumstances) { writer in
        var arrival = BundleArrival(received, writer: writer, folder: folder, show: show)
        try arrival.record()
        if isPlan { throw PlanIsMade(imported: arrival.imported) }
        try arrival.writeFiles()
        return arrival.imported
      }
    } catch let plan as PlanIsMade {
      return plan.imported
    }
  }
}
