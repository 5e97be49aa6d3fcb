import Diagnostics
import Pixels

extension Shorthand {
  package static let boxes: [Shorthand] = [
    fourSides("margin", ["margin-top", "margin-right", "margin-bottom", "margin-left"]),
    fourSides("padding", ["padding-top", "padding-right", "padding-bottom", "padding-left"]),
    fourSides("inset", ["top", "right", "bottom", "left"]),
    pair("margin-block", "margin-top", "margin-bottom"),
    pair("margin-inline", "margin-inline-start", "margin-inline-end"),
    pair("padding-block", "padding-top", "padding-bottom"),
    pair("padding-inline", "padding-inline-start", "padding-inline-end"),
    pair("inset-block", "top", "bottom"),
    pair("inset-inline", "inset-inline-start", "inset-inline-end"),
    pair("overflow", "overflow-x", "overflow-y"),
    Shorthand("-webkit-box-orient", [], expects: "vertical") { (reader) throws(Diagnostic) in
      reader.take("vertical") ? [] : nil
    },
  ]

  package static let borders: [Shorthand] = [
    fourSides("border-width", borderLonghands("width")),
    fourSides("border-style", borderLonghands("style")),
    fourSides("border-color", borderLonghands("color")),
    borderSide("top"), borderSide("right"), borderSide("bottom"), borderSide("left"),
    Shorthand(
      "border", borderLonghands("width") + borderLonghands("style") + borderLonghands("color"),
      expects: borderExpected
    ) { (reader) throws(Diagnostic) in
      let start = reader
      var all: Parts = []
      for side in sideNames {
        reader = start
        guard let parts = try anyOrder(borderParts(side), &reader) else { return nil }
        all += parts
      }
      return all
    },
    Shorthand(
      "border-radius", cornerNames,
      expects: "one to four lengths or percentages, and after / the vertical ones",
      parse: borderRadius),
  ]

  private static let sideNames = ["top", "right", "bottom", "left"]
  private static let borderExpected = "a width, a style and a color, such as 2px solid teal"
  private static let cornerNames = [
    "border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius",
    "border-bottom-left-radius",
  ]

  private static func borderLonghands(_ part: String) -> [String] {
    sideNames.map { "border-\($0)-\(part)" }
  }

  private static func borderParts(_ side: String) -> [String] {
    ["border-\(side)-width", "border-\(side)-style", "border-\(side)-color"]
  }

  private static func borderSide(_ side: String) -> Shorthand {
    anyOrder("border-\(side)", borderParts(side), expects: borderExpected)
  }

  @Sendable private static func borderRadius(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Parts? {
    let horizontal = try reader.fourSides { (reader) throws(Diagnostic) in
      try reader.lengthPercentage(.nonNegative)
    }
    guard let horizontal else { return nil }
    var vertical = horizontal
    if reader.slash() {
      let radii = try reader.fourSides { (reader) throws(Diagnostic) in
        try reader.lengthPercentage(.nonNegative)
      }
      guard let radii else { return nil }
      vertical = radii
    }
    func setter(
      _ corner: any WritableKeyPath<StyleDraft, CornerRadius> & Sendable, _ index: Int
    ) -> Setter {
      let radius = Longhand.cornerRadius(horizontal[index], vertical[index])
      return { draft, context in draft[keyPath: corner] = radius.value(in: context) }
    }
    return [
      (cornerNames[0], setter(\.style.box.borderRadius.topLeft, 0)),
      (cornerNames[1], setter(\.style.box.borderRadius.topRight, 1)),
      (cornerNames[2], setter(\.style.box.borderRadius.bottomRight, 2)),
      (cornerNames[3], setter(\.style.box.borderRadius.bottomLeft, 3)),
    ]
  }
}
