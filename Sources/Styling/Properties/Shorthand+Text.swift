import Diagnostics
import Typography

extension Shorthand {
  package static let text: [Shorthand] = [
    Shorthand(
      "font",
      [
        "font-style", "font-weight", "font-size", "line-height", "font-family",
        "font-variation-settings", "font-feature-settings", "font-variant-numeric",
        "font-variant-ligatures", "font-kerning",
      ],
      expects: "style and weight, size / line-height and families, such as "
        + "italic 700 48px/1.2 Inter, sans-serif", parse: font),
    anyOrder(
      "-webkit-text-stroke", ["-webkit-text-stroke-width", "-webkit-text-stroke-color"],
      expects: "a width and a color, such as 4px navy"),
    anyOrder(
      "text-decoration",
      [
        "text-decoration-line", "text-decoration-style", "text-decoration-color",
        "text-decoration-thickness",
      ],
      expects: "none, or lines, a style, a color and a thickness, such as underline teal 4px"),
    Shorthand(
      "white-space", ["white-space-collapse", "text-wrap-mode"],
      expects: "normal, nowrap, pre, pre-wrap, pre-line or break-spaces", parse: whiteSpace),
    anyOrder(
      "text-wrap", ["text-wrap-mode", "text-wrap-style"],
      expects: "wrap, nowrap, balance or pretty"),
    Shorthand(
      "list-style", ["list-style-type"],
      expects: "disc, circle, square, decimal or none"
    ) { (reader) throws(Diagnostic) in
      _ = reader.take("outside")
      let type = try PropertyTable.longhand("list-style-type").parse(&reader)
      _ = reader.take("outside")
      return type.map { [("list-style-type", $0)] }
    },
    Shorthand("list-style-position", [], expects: "outside") { (reader) throws(Diagnostic) in
      reader.take("outside") ? [] : nil
    },
    Shorthand("list-style-image", [], expects: "none") { (reader) throws(Diagnostic) in
      reader.take("none") ? [] : nil
    },
  ]

  @Sendable private static func font(_ reader: inout ValueReader) throws(Diagnostic) -> Parts? {
    var parts: Parts = []
    while true {
      if reader.take("normal") { continue }
      guard let part = try fontStyleOrWeight(&reader, known: parts) else { break }
      parts.append(part)
    }
    guard let size = try PropertyTable.longhand("font-size").parse(&reader) else { return nil }
    parts.append(("font-size", size))
    if reader.slash() {
      guard let height = try PropertyTable.longhand("line-height").parse(&reader) else {
        return nil
      }
      parts.append(("line-height", height))
    }
    guard let families = try PropertyTable.longhand("font-family").parse(&reader) else {
      return nil
    }
    parts.append(("font-family", families))
    return parts
  }

  private static func fontStyleOrWeight(
    _ reader: inout ValueReader, known: Parts
  ) throws(Diagnostic) -> Parts.Element? {
    for name in ["font-style", "font-weight"] where !known.contains(where: { $0.name == name }) {
      if let setter = try PropertyTable.longhand(name).parse(&reader) { return (name, setter) }
    }
    return nil
  }

  @Sendable private static func whiteSpace(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Parts? {
    let meaning: (InheritedDraft.WhiteSpaceCollapse, InheritedDraft.WrapMode)? = reader.keyword([
      "normal": (.collapse, .wrap), "nowrap": (.collapse, .nowrap), "pre": (.preserve, .nowrap),
      "pre-wrap": (.preserve, .wrap), "pre-line": (.preserveBreaks, .wrap),
      "break-spaces": (.breakSpaces, .wrap),
    ])
    guard let (collapse, mode) = meaning else { return nil }
    return [
      ("white-space-collapse", { draft, _ in draft.inherited.whiteSpaceCollapse = collapse }),
      ("text-wrap-mode", { draft, _ in draft.inherited.wrapMode = mode }),
    ]
  }
}
