import Diagnostics
import Markup

/// What a brand kit may set and what templates may count on: the one table that reading, checking,
/// making and describing a kit all use.
public enum KitContract {
  /// A custom property that templates read.
  public struct Variable: Sendable {
    /// What its value is.
    public enum Kind: Sendable { case color, font, picture }

    /// Such as `--brand-ink`.
    public var name: String
    /// What its value is.
    public var kind: Kind
    /// What templates use it for.
    public var meaning: String
  }

  /// Text in one color on another, as some template sets it.
  public struct Pair: Sendable {
    /// The variable of the letters' color.
    public var text: String
    /// The variable of the color behind them.
    public var ground: String
    /// The least contrast: 4.5 (WCAG 2.2, 1.4.3), since each of them is set small somewhere.
    public var needed: Double
  }

  /// In the order in which they are shown.
  public static let variables = [
    Variable(name: "--brand-paper", kind: .color, meaning: "the ground"),
    Variable(name: "--brand-ink", kind: .color, meaning: "text on the ground"),
    Variable(name: "--brand-soft", kind: .color, meaning: "quiet text on the ground"),
    Variable(name: "--brand-color", kind: .color, meaning: "the accent: numbers, rules, buttons"),
    Variable(
      name: "--brand-color-text", kind: .color,
      meaning: "the accent as text on the ground; the accent itself when not set"),
    Variable(name: "--brand-on-color", kind: .color, meaning: "text on the accent"),
    Variable(name: "--brand-font", kind: .font, meaning: "of running text"),
    Variable(name: "--brand-display-font", kind: .font, meaning: "of headlines"),
    Variable(name: "--brand-logo", kind: .picture, meaning: "a PNG, JPEG or WebP on every slide"),
    Variable(name: "--brand-logo-ground", kind: .color, meaning: "the plate under the logo"),
  ]

  /// What a slide's texts come down to; drawing a template finds whatever it mixes of these.
  public static let pairs = [
    Pair(text: "--brand-ink", ground: "--brand-paper", needed: 4.5),
    Pair(text: "--brand-soft", ground: "--brand-paper", needed: 4.5),
    Pair(text: "--brand-on-color", ground: "--brand-color", needed: 4.5),
    Pair(text: "--brand-color-text", ground: "--brand-paper", needed: 4.5),
  ]

  /// On the root of a page whose kit has a logo; style sheets ask for it with `:root[data-logo]`.
  public static let logoAttribute = "data-logo"
  /// Width by height of the logo, set beside that attribute and never by a kit.
  public static let logoRatio = "--brand-logo-ratio"

  /// Warnings about `--brand-…` that no template reads, each with what was probably meant.
  static func unknownNames(in sheet: StyleSheet) -> [Diagnostic] {
    let known = variables.map(\.name)
    return sheet.rules.flatMap(\.declarations)
      .filter { $0.name.lowercased().hasPrefix("--brand-") && !known.contains($0.name) }
      .map { declaration in
        .unknownKitVariable(
          declaration.name, meant: meant(by: declaration.name), known: known,
          at: declaration.location)
      }
  }

  /// Other words for the same things.
  private static let synonyms = [
    "accent": "--brand-color", "primary": "--brand-color", "background": "--brand-paper",
    "ground": "--brand-paper", "text": "--brand-ink", "foreground": "--brand-ink",
    "muted": "--brand-soft", "on-accent": "--brand-on-color", "on-primary": "--brand-on-color",
    "headline-font": "--brand-display-font", "heading-font": "--brand-display-font",
  ]

  /// Names differ behind `--brand-`, so only that part is compared.
  private static func meant(by name: String) -> String? {
    let own = String(name.lowercased().dropFirst("--brand-".count))
    if let meant = synonyms[own] { return meant }
    let ends = variables.map { String($0.name.dropFirst("--brand-".count)) }
    return Spelling.nearest(to: own, among: ends).map { "--brand-\($0)" }
  }
}
