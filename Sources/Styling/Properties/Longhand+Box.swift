import Diagnostics
import Pixels

extension Longhand {
  /// Sizes, margins, borders, positions: CSS Display, Box, Sizing, Positioned Layout.
  package static let box: [Longhand] =
    sizes + sides + borders + corners + [
      Longhand(
        "display", \.style.box.display,
        expects:
          "block, inline, inline-block, flex, inline-flex, grid, inline-grid, list-item or none"
      ) { (reader) throws(Diagnostic) in
        reader.keyword(BoxStyle.Display.self).map { .constant($0) }
      },
      Longhand(
        "position", keyword: \.style.box.position, expects: "static, relative or absolute"),
      Longhand(
        "box-sizing", keyword: \.style.box.boxSizing, expects: "content-box or border-box"),
      Longhand("overflow-x", keyword: \.overflowX, expects: "visible or hidden"),
      Longhand("overflow-y", keyword: \.overflowY, expects: "visible or hidden"),
      Longhand("z-index", \.style.box.zIndex, expects: "a whole number or auto") {
        (reader) throws(Diagnostic) in
        if reader.take("auto") { return .constant(nil) }
        return try reader.integer().map { .constant($0) }
      },
      Longhand(
        "aspect-ratio", \.style.box.aspectRatio, expects: "auto, a ratio such as 4 / 5, or both",
        parse: aspectRatio),
      Longhand(
        "box-decoration-break", keyword: \.style.box.decorationBreak, expects: "slice or clone"),
    ]

  private static let sizes: [Longhand] = [
    Longhand("width", \.style.box.width, expects: sizeExpected, parse: size),
    Longhand("height", \.style.box.height, expects: sizeExpected, parse: size),
    Longhand("min-width", \.style.box.minWidth, expects: sizeExpected, parse: size),
    Longhand("min-height", \.style.box.minHeight, expects: sizeExpected, parse: size),
    Longhand("max-width", \.style.box.maxWidth, expects: limitExpected, parse: limit),
    Longhand("max-height", \.style.box.maxHeight, expects: limitExpected, parse: limit),
  ]

  private static let sides: [Longhand] = [
    Longhand("margin-top", \.style.box.margin.top, expects: autoExpected, parse: lengthOrAuto),
    Longhand("margin-right", \.style.box.margin.right, expects: autoExpected, parse: lengthOrAuto),
    Longhand(
      "margin-bottom", \.style.box.margin.bottom, expects: autoExpected, parse: lengthOrAuto),
    Longhand("margin-left", \.style.box.margin.left, expects: autoExpected, parse: lengthOrAuto),
    Longhand("padding-top", \.style.box.padding.top, expects: paddingExpected, parse: padding),
    Longhand("padding-right", \.style.box.padding.right, expects: paddingExpected, parse: padding),
    Longhand(
      "padding-bottom", \.style.box.padding.bottom, expects: paddingExpected, parse: padding),
    Longhand("padding-left", \.style.box.padding.left, expects: paddingExpected, parse: padding),
    Longhand("top", \.style.box.inset.top, expects: autoExpected, parse: lengthOrAuto),
    Longhand("right", \.style.box.inset.right, expects: autoExpected, parse: lengthOrAuto),
    Longhand("bottom", \.style.box.inset.bottom, expects: autoExpected, parse: lengthOrAuto),
    Longhand("left", \.style.box.inset.left, expects: autoExpected, parse: lengthOrAuto),
  ]

  private static let borders: [Longhand] = [
    Longhand("border-top-width", \.border.width.top, expects: lineWidthExpected, parse: lineWidth),
    Longhand(
      "border-right-width", \.border.width.right, expects: lineWidthExpected, parse: lineWidth),
    Longhand(
      "border-bottom-width", \.border.width.bottom, expects: lineWidthExpected, parse: lineWidth),
    Longhand(
      "border-left-width", \.border.width.left, expects: lineWidthExpected, parse: lineWidth),
    Longhand(
      "border-top-style", keyword: \.style.box.borderStyle.top, expects: lineStyleExpected),
    Longhand(
      "border-right-style", keyword: \.style.box.borderStyle.right, expects: lineStyleExpected),
    Longhand(
      "border-bottom-style", keyword: \.style.box.borderStyle.bottom, expects: lineStyleExpected),
    Longhand(
      "border-left-style", keyword: \.style.box.borderStyle.left, expects: lineStyleExpected),
    Longhand("border-top-color", \.border.color.top, expects: colorExpected, parse: optionalColor),
    Longhand(
      "border-right-color", \.border.color.right, expects: colorExpected, parse: optionalColor),
    Longhand(
      "border-bottom-color", \.border.color.bottom, expects: colorExpected, parse: optionalColor),
    Longhand(
      "border-left-color", \.border.color.left, expects: colorExpected, parse: optionalColor),
  ]

  private static let corners: [Longhand] = [
    Longhand(
      "border-top-left-radius", \.style.box.borderRadius.topLeft, expects: radiusExpected,
      parse: radius),
    Longhand(
      "border-top-right-radius", \.style.box.borderRadius.topRight, expects: radiusExpected,
      parse: radius),
    Longhand(
      "border-bottom-right-radius", \.style.box.borderRadius.bottomRight, expects: radiusExpected,
      parse: radius),
    Longhand(
      "border-bottom-left-radius", \.style.box.borderRadius.bottomLeft, expects: radiusExpected,
      parse: radius),
  ]

  // MARK: Grammars

  static let sizeExpected =
    "a length such as 12px, a percentage, auto, min-content, max-content or fit-content"
  private static let limitExpected =
    "a length such as 12px, a percentage, none, min-content, max-content or fit-content"
  private static let autoExpected = "a length such as 12px, a percentage or auto"
  private static let paddingExpected = "a length such as 12px or a percentage"
  private static let lineWidthExpected = "a length such as 2px, thin, medium or thick"
  private static let lineStyleExpected = "none, solid, dashed, dotted or double"
  private static let radiusExpected = "one or two lengths such as 12px or percentages"
  static let colorExpected = "a color such as #1a2b3c, rgb(26 43 60 / 80%) or teal"

  @Sendable package static func size(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<SizeValue>? {
    if reader.take("auto") { return .constant(.auto) }
    return try sizeWithoutAuto(&reader)
  }

  @Sendable private static func limit(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<SizeValue?>? {
    if reader.take("none") { return .constant(nil) }
    return try sizeWithoutAuto(&reader)?.map { $0 }
  }

  private static func sizeWithoutAuto(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<SizeValue>? {
    if let keyword = reader.keyword([
      "min-content": SizeValue.minContent, "max-content": .maxContent, "fit-content": .fitContent,
    ]) {
      return .constant(keyword)
    }
    return try reader.lengthPercentage(.nonNegative).map { Specified($0).map { .length($0) } }
  }

  @Sendable static func lengthOrAuto(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<LengthPercentage?>? {
    if reader.take("auto") { return .constant(nil) }
    return try reader.lengthPercentage().map { Specified($0).map { $0 } }
  }

  @Sendable private static func padding(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<LengthPercentage>? {
    try reader.lengthPercentage(.nonNegative).map { Specified($0) }
  }

  @Sendable private static func lineWidth(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<Double>? {
    if let width = reader.keyword(["thin": 1.0, "medium": 3, "thick": 5]) {
      return .constant(width)
    }
    return try reader.length(.nonNegative).map { Specified(px: $0) }
  }

  /// nil inside is `currentcolor`.
  @Sendable static func optionalColor(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<Color?>? {
    try reader.color().map(\.specifiedOrCurrent)
  }

  @Sendable private static func radius(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<CornerRadius>? {
    guard
      let (x, y) = try reader.pair({ (reader) throws(Diagnostic) in
        try reader.lengthPercentage(.nonNegative)
      })
    else { return nil }
    return cornerRadius(x, y)
  }

  static func cornerRadius(_ x: SpecifiedLength, _ y: SpecifiedLength) -> Specified<CornerRadius> {
    .computed { CornerRadius(horizontal: x.computed(in: $0), vertical: y.computed(in: $0)) }
  }

  @Sendable private static func aspectRatio(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<AspectRatio>? {
    var hasAuto = reader.take("auto")
    var ratio: Double?
    if let width = try reader.number(.nonNegative) {
      let height = reader.slash() ? try reader.number(.nonNegative) : 1
      guard let height else { return nil }
      ratio = height > 0 ? width / height : 0
      hasAuto = reader.take("auto") || hasAuto
    }
    guard let ratio else { return hasAuto ? .constant(.auto) : nil }
    // A ratio without area behaves as auto (CSS Sizing 4 §4.1).
    guard ratio > 0 else { return .constant(.auto) }
    return .constant(hasAuto ? .autoOr(ratio) : .ratio(ratio))
  }
}
