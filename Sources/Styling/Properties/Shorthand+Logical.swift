import Diagnostics

extension Shorthand {
  /// Borders named after the flow's own sides (CSS Logical Properties 1 §4.4).
  static let logicalBorders: [Shorthand] = [
    pair("border-block-width", "border-top-width", "border-bottom-width"),
    pair("border-block-style", "border-top-style", "border-bottom-style"),
    pair("border-block-color", "border-top-color", "border-bottom-color"),
    pair("border-inline-width", "border-inline-start-width", "border-inline-end-width"),
    pair("border-inline-style", "border-inline-start-style", "border-inline-end-style"),
    pair("border-inline-color", "border-inline-start-color", "border-inline-end-color"),
    border("border-inline-start", [inlineStart]),
    border("border-inline-end", [inlineEnd]),
    border("border-inline", [inlineStart, inlineEnd]),
    border("border-block", [("border-top", ["border-top"]), ("border-bottom", ["border-bottom"])]),
  ]

  /// A side and the sides it is: from left to right, then from right to left.
  private typealias Side = (name: String, physical: [String])

  private static let inlineStart: Side = ("border-inline-start", ["border-left", "border-right"])
  private static let inlineEnd: Side = ("border-inline-end", ["border-right", "border-left"])

  /// One width, style and color in any order for all `sides`.
  private static func border(_ name: String, _ sides: [Side]) -> Shorthand {
    let aspects = ["width", "style", "color"]
    return Shorthand(
      name, sides.flatMap { side in aspects.map { "\(side.name)-\($0)" } },
      expects: "a width, a style and a color, such as 2px solid teal"
    ) { (reader) throws(Diagnostic) in
      let start = reader
      var all: Parts = []
      for side in sides {
        for physical in side.physical {
          reader = start
          let parts = try anyOrder(aspects.map { "\(physical)-\($0)" }, &reader)
          guard let parts else { return nil }
          all += parts.map { (side.name + $0.name.dropFirst(physical.count), $0.setter) }
        }
      }
      return all
    }
  }
}
