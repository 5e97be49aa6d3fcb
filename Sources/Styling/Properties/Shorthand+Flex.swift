import Diagnostics

extension Shorthand {
  package static let flex: [Shorthand] = [
    Shorthand(
      "flex", ["flex-grow", "flex-shrink", "flex-basis"],
      expects: "none, auto, or growth, shrinkage and basis, such as 1 or 0 0 200px",
      parse: flexParts),
    anyOrder(
      "flex-flow", ["flex-direction", "flex-wrap"],
      expects: "a direction such as column and nowrap, wrap or wrap-reverse"),
    pair("gap", "row-gap", "column-gap"),
    aligned("place-content", "align-content", across: "justify-content"),
    aligned("place-items", "align-items", across: "justify-items"),
    aligned("place-self", "align-self", across: "justify-self"),
  ]

  @Sendable private static func flexParts(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Parts? {
    if reader.take("none") { return flexParts(grow: 0, shrink: 0, .constant(.auto)) }
    var grow: Double?
    var shrink: Double?
    var basis: Specified<FlexStyle.Basis>?
    while !reader.isAtEnd {
      // A number comes before a basis: `flex: 1 1 0` has a basis of 0 only as the third.
      if grow == nil, let number = try reader.number(.nonNegative) {
        grow = number
        shrink = try reader.number(.nonNegative)
      } else if basis == nil, let length = try Longhand.flexBasis(&reader) {
        basis = length
      } else {
        break
      }
    }
    if grow == nil, basis == nil { return nil }
    let zero: Specified<FlexStyle.Basis> = .constant(.size(.length(.percent(0))))
    return flexParts(grow: grow ?? 1, shrink: shrink ?? 1, basis ?? zero)
  }

  private static func flexParts(
    grow: Double, shrink: Double, _ basis: Specified<FlexStyle.Basis>
  ) -> Parts {
    [
      ("flex-grow", { draft, _ in draft.style.flex.grow = grow }),
      ("flex-shrink", { draft, _ in draft.style.flex.shrink = shrink }),
      ("flex-basis", { draft, context in draft.style.flex.basis = basis.value(in: context) }),
    ]
  }

  /// An alignment in the block axis and one in the inline axis.
  private static func aligned(
    _ name: String, _ block: String, across inline: String
  ) -> Shorthand {
    let expected = "one or two values, each \(PropertyTable.longhand(block).expected)"
    return Shorthand(name, [block, inline], expects: expected) { (reader) throws(Diagnostic) in
      let start = reader
      guard let first = try PropertyTable.longhand(block).parse(&reader) else { return nil }
      if reader.isAtEnd { reader = start }
      guard let second = try PropertyTable.longhand(inline).parse(&reader) else { return nil }
      return [(block, first), (inline, second)]
    }
  }
}
