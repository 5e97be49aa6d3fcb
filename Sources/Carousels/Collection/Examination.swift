public import Diagnostics
import Templates
public import Typography

/// What `flint doctor` finds on this machine.
public struct Examination: Sendable {
  /// Where everything was looked for.
  public var workspace: Workspace
  /// Each face of the catalogue, in its order.
  public var fonts: [FontStatus]
  /// The names of those that can be read.
  public var templates: [String]
  /// The names of the brand kits.
  public var kits: [String]
  /// About templates that cannot be read.
  public var problems: [Diagnostic]

  public init(of workspace: Workspace) throws(DiagnosticsError) {
    self.workspace = workspace
    fonts = try FontCatalog(path: workspace.fontCatalog).status()
    let found = Template.list(in: workspace.templateFolders)
    templates = found.templates.map(\.manifest.name)
    problems = found.diagnostics
    if fonts.isEmpty { problems.append(.noFonts(workspace.fontCatalog)) }
    kits = BrandKit.list(in: workspace.kitFolders).map(\.name)
  }

  /// Faces whose files are not there.
  public var missing: [FontStatus] { fonts.filter { $0.state == .missing } }

  /// Faces whose files are there, but with other bytes.
  public var altered: [FontStatus] {
    fonts.filter { if case .differs = $0.state { true } else { false } }
  }

  /// The one command that installs every missing font; nil when none is missing.
  public var installCommand: String? {
    let packages = Set(missing.map(\.package)).filter { !$0.isEmpty }.sorted()
    return packages.isEmpty ? nil : "apt-get install \(packages.joined(separator: " "))"
  }
}
