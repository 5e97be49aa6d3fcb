import Diagnostics

extension Longhand {
  /// CSS Flexible Box Layout and CSS Box Alignment.
  package static let flex: [Longhand] = [
    Longhand(
      "flex-direction", keyword: \.style.flex.direction,
      expects: "row, row-reverse, column or column-reverse"),
    Longhand("flex-wrap", keyword: \.style.flex.wrap, expects: "nowrap, wrap or wrap-reverse"),
    Longhand("flex-grow", \.style.flex.grow, expects: "a number") { (reader) throws(Diagnostic) in
      try reader.number(.nonNegative).map { .constant($0) }
    },
    Longhand("flex-shrink", \.style.flex.shrink, expects: "a number") {
      (reader) throws(Diagnostic) in
      try reader.number(.nonNegative).map { .constant($0) }
    },
    Longhand(
      "flex-basis", \.style.flex.basis,
      expects: "a length such as 12px, a percentage, auto, content, min-content or max-content",
      parse: flexBasis),
    Longhand("order", \.style.flex.order, expects: "a whole number") {
      (reader) throws(Diagnostic) in
      try reader.integer().map { .constant($0) }
    },
    Longhand(
      "justify-content", \.style.flex.justifyContent,
      expects: "flex-start, flex-end, center, space-between, space-around, space-evenly, start, "
        + "end, left, right, stretch or normal", parse: justify),
    Longhand(
      "align-content", \.style.flex.alignContent,
      expects: "flex-start, flex-end, center, space-between, space-around, space-evenly, start, "
        + "end, stretch or normal"
    ) { (reader) throws(Diagnostic) in
      switch reader.peekIdentifier() {
      case "left", "right": nil
      default: try justify(&reader)
      }
    },
    Longhand(
      "align-items", \.style.flex.alignItems,
      expects: "stretch, flex-start, flex-end, center, baseline, start, end or normal"
    ) { (reader) throws(Diagnostic) in
      reader.peekIdentifier() == "auto" ? nil : alignment(&reader)
    },
    Longhand(
      "align-self", \.style.flex.alignSelf,
      expects: "auto, stretch, flex-start, flex-end, center, baseline, start or end"
    ) { (reader) throws(Diagnostic) in alignment(&reader) },
    Longhand("row-gap", \.style.flex.rowGap, expects: gapExpected, parse: gap),
    Longhand("column-gap", \.style.flex.columnGap, expects: gapExpected, parse: gap),
  ]

  private static let gapExpected = "a length such as 12px, a percentage or normal"

  @Sendable static func flexBasis(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<FlexStyle.Basis>? {
    if reader.take("auto") { return .constant(.auto) }
    if reader.take("content") { return .constant(.content) }
    return try size(&reader)?.map { .size($0) }
  }

  @Sendable private static func justify(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<FlexStyle.Justify>? {
    reader.keyword(FlexStyle.Justify.self).map { .constant($0) }
  }

  private static func alignment(_ reader: inout ValueReader) -> Specified<FlexStyle.Align>? {
    if reader.take("last") { return reader.take("baseline") ? .constant(.lastBaseline) : nil }
    if reader.take("first") { return reader.take("baseline") ? .constant(.baseline) : nil }
    if reader.peekIdentifier() == "last-baseline" { return nil }
    return reader.keyword(FlexStyle.Align.self).map { .constant($0) }
  }

  @Sendable private static func gap(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<LengthPercentage?>? {
    if reader.take("normal") { return .constant(nil) }
    return try reader.lengthPercentage(.nonNegative).map { Specified($0).map { $0 } }
  }
}
