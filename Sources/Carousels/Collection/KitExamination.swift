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
  }

  /// Text in one color on another.
  public struct Pair: Sendable {
    /// The variable of the letters' color.
    public var text: String
    /// The variable of the color behind them.
    public var ground: String
    /// WCAG 2.2, 1…21.
    public var contrast: Double
    /// What is enough: 4.5, or 3 for an accent, which stands in large type.
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

  private static let colors = [
    ("--brand-paper", "the ground"),
    ("--brand-ink", "text on the ground"),
    ("--brand-soft", "quiet text on the ground"),
    ("--brand-color", "the accent: numbers, rules, buttons"),
    ("--brand-on-color", "text on the accent"),
  ]
  private static let fonts = [
    ("--brand-font", "of running text"), ("--brand-display-font", "of headlines"),
  ]
  /// Text, ground, the ratio that is enough.
  private static let combinations = [
    ("--brand-ink", "--brand-paper", 4.5), ("--brand-soft", "--brand-paper", 4.5),
    ("--brand-on-color", "--brand-color", 4.5), ("--brand-color", "--brand-paper", 3),
  ]

  public init(of name: String, in workspace: Workspace) throws(DiagnosticsError) {
    let kit = try workspace.kit(named: name)
    self.kit = kit
    let probe = try Self.probe(kit, in: workspace)
    variables = []
    for (index, (name, meaning)) in Self.colors.enumerated() {
      let color = probe[index].style.paint.backgroundColor
      variables.append(
        Variable(name: name, meaning: meaning, value: color.isTransparent ? nil : .color(color)))
    }
    for (index, (name, meaning)) in Self.fonts.enumerated() {
      let family = probe[Self.colors.count + index].style.text.font.families.first ?? ""
      variables.append(
        Variable(name: name, meaning: meaning, value: family == Self.unset ? nil : .font(family)))
    }
    pairs = []
    problems = kit.warnings
    for (text, ground, needed) in Self.combinations {
      guard let front = color(text), let back = color(ground) else { continue }
      let contrast = RelativeLuminance.contrast(
        RelativeLuminance.of(front), RelativeLuminance.of(back))
      let pair = Pair(text: text, ground: ground, contrast: contrast, needed: needed)
      pairs.append(pair)
      if !pair.isEnough { problems.append(.lowContrast(pair, in: kit)) }
    }
    if variables.allSatisfy({ $0.value == nil }) { problems.append(.kitWithoutVariables(kit)) }
  }

  /// Whether one of the problems is an error.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }

  private func color(_ name: String) -> Color? {
    for variable in variables where variable.name == name {
      if case .color(let color) = variable.value { return color }
    }
    return nil
  }

  /// A generic family stands for "not set".
  private static let unset = "serif"

  /// One paragraph a variable, laid out, so that the cascade itself says what each becomes.
  private static func probe(
    _ kit: BrandKit, in workspace: Workspace
  ) throws(DiagnosticsError) -> [LayoutBox] {
    let properties =
      colors.map { "background-color: var(\($0.0), transparent)" }
      + fonts.map { "font-family: var(\($0.0), \(unset))" }
    let page = properties.map { "<p style=\"\($0)\">0</p>" }.joined()
    let parsed = Document.parse(Array("<body>\(page)</body>".utf8), file: kit.styleSheetPath)
    let style = try PageStyle(
      sheets: [], root: kit.folder, kit: kit,
      catalog: try FontCatalog(path: workspace.fontCatalog))
    let resolved = try SlideArtist(roots: [kit.folder]).resolve(
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
