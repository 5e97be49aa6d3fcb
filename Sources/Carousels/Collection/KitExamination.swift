public import Diagnostics
import Files
import Layout
import Markup
public import Pixels
import Styling
public import Templates
import Typography

/// What a brand kit sets, and whether text in its colors can be read.
public struct KitExamination: Sendable {
  /// A variable that templates read, and what the kit makes of it.
  public struct Variable: Sendable {
    /// The custom property, such as `--brand-ink`.
    public var name: String
    /// What templates use it for.
    public var meaning: String
    /// nil when the kit leaves the template's own.
    public var value: Value?
  }

  /// What a variable may be.
  public enum Value: Hashable, Sendable {
    /// A color, as it computes.
    case color(Color)
    /// The first family that it names.
    case font(String)
    /// A picture's file.
    case picture(String)
  }

  /// Text in one color on another.
  public struct Pair: Sendable {
    /// The variable of the letters' color.
    public var text: String
    /// The variable of the color behind them.
    public var ground: String
    /// WCAG 2.2, 1…21.
    public var contrast: Double
    /// What is enough.
    public var needed: Double
    /// Whether such a text can be read.
    public var isEnough: Bool { contrast >= needed }
  }

  /// The kit that was looked at.
  public var kit: BrandKit
  /// Every variable that templates read.
  public var variables: [Variable]
  /// Pairs whose colors the kit sets both.
  public var pairs: [Pair]
  /// Errors and warnings.
  public var problems: [Diagnostic]

  public init(of name: String, in workspace: Workspace) throws(DiagnosticsError) {
    let kit = try workspace.kit(named: name)
    self.kit = kit
    let asked = KitContract.variables.filter { $0.kind != .picture }
    let probe = try Self.probe(kit, for: asked, in: workspace)
    variables = []
    for variable in KitContract.variables {
      var value: Value?
      if let index = asked.firstIndex(where: { $0.name == variable.name }) {
        let style = probe[index].style
        let color = style.paint.backgroundColor
        let family = style.text.font.families.first ?? ""
        value =
          variable.kind == .color
          ? (color.isTransparent ? nil : .color(color))
          : (family == Self.unset ? nil : .font(family))
      } else {
        value = kit.logo.map { .picture($0.path) }
      }
      variables.append(Variable(name: variable.name, meaning: variable.meaning, value: value))
    }
    pairs = []
    problems = kit.warnings
    for pair in KitContract.pairs {
      guard let front = color(pair.text), let back = color(pair.ground) else { continue }
      let contrast = front.contrast(with: back)
      let measured = Pair(
        text: pair.text, ground: pair.ground, contrast: contrast, needed: pair.needed)
      pairs.append(measured)
      if !measured.isEnough { problems.append(.lowContrast(measured, in: kit)) }
    }
    if let problem = try logoProblem() { problems.append(problem) }
    if variables.allSatisfy({ $0.value == nil }) { problems.append(.kitWithoutVariables(kit)) }
  }

  /// A logo that shows nothing, or hardly anything on its plate.
  private func logoProblem() throws(DiagnosticsError) -> Diagnostic? {
    guard let (path, location) = kit.logo else { return nil }
    do throws(Diagnostic) {
      let logo = try BrandLogo(path: path, at: location)
      guard let ground = color("--brand-logo-ground") ?? color("--brand-paper") else { return nil }
      let share = logo.shareSeen(on: ground)
      return share < BrandLogo.seenShare
        ? .logoIsNotSeen(path, share: share, better: logo.ground(preferring: []), at: location)
        : nil
    } catch {
      return error
    }
  }

  /// Whether one of the problems is an error.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }

  /// As it computes; the accent as text is the accent where the kit has no other.
  package func color(_ name: String) -> Color? {
    let own = variables.first { $0.name == name }?.value
    if own == nil, name == "--brand-color-text" { return color("--brand-color") }
    for variable in variables where variable.name == name {
      if case .color(let color) = variable.value { return color }
    }
    return nil
  }

  /// A generic family stands for "not set".
  private static let unset = "serif"

  /// One paragraph a variable, laid out, so that the cascade itself says what each becomes.
  private static func probe(
    _ kit: BrandKit, for variables: [KitContract.Variable], in workspace: Workspace
  ) throws(DiagnosticsError) -> [LayoutBox] {
    let properties = variables.map {
      $0.kind == .color
        ? "background-color: var(\($0.name), transparent)"
        : "font-family: var(\($0.name), \(unset))"
    }
    let page = properties.map { "<p style=\"\($0)\">0</p>" }.joined()
    let parsed = Document.parse(
      Array("<body>\(page)</body>".utf8), file: kit.styleSheetPath ?? "<kit>")
    let style = try PageStyle(
      sheets: [], root: kit.folder ?? ".", kit: kit,
      catalog: try FontCatalog(path: workspace.fontCatalog))
    let resolved = try SlideArtist(roots: kit.roots).resolve(
      slide: nil, of: parsed.document, style: style, size: .standard, allowsMissingGlyphs: true,
      allowsCutText: true)
    let body = resolved.layout.root.children.first { $0.element?.name == "body" }
    let boxes = (body?.children ?? []).filter { $0.element?.name == "p" }
    guard boxes.count == properties.count else {
      throw DiagnosticsError(.kitChangesDisplay(kit))
    }
    return boxes
  }
}
