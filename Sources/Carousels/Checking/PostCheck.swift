public import Diagnostics
public import Library
public import Posts

/// What `flint check` has against a post that goes live.
public enum PostCheck {
  /// More are only counted.
  private static let shown = 4

  /// Its errors, as warnings: the post is live, whatever we think of it.
  ///
  /// - Parameter workspace: without one nothing is looked into.
  public static func warnings(
    of key: Key<Post>, in library: LibraryFolder, _ workspace: Workspace?
  ) -> [Diagnostic] {
    guard let workspace, library.record(of: key.text) != nil else { return [] }
    let checks: [Check]
    do throws(DiagnosticsError) {
      let checker = try Checker(
        target: .organic, settings: DrawSettings(), imageFolders: [], library: library,
        repair: .no, in: workspace)
      checks = try checker.check(library.postPath(key.text))
    } catch {
      return error.diagnostics.map { .warning($0.message, at: $0.location, hints: $0.hints) }
    }
    let errors = checks.flatMap(\.findings).filter { $0.severity == .error }
    let rest = errors.count - shown
    return errors.prefix(shown).map { finding in
      let slide = finding.slide.map { "slide \($0.number): " } ?? ""
      return .warning(
        slide + finding.message, hints: finding.remedy.isEmpty ? [] : [finding.remedy])
    } + (rest > 0 ? [.moreToCheck(rest, post: key)] : [])
  }
}
