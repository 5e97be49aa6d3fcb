import Diagnostics
import Markup
import Pixels
import Typography

extension Longhand {
  /// CSS Text, CSS Text Decoration, CSS Inline, CSS Writing Modes, and Flint's own for text.
  package static let text: [Longhand] = inheritedText + whiteSpace + lines + decorations

  private static let inheritedText: [Longhand] = [
    Longhand(
      "color", \.style.text.color, inherited: true, phase: .color, expects: colorExpected
    ) { (reader) throws(Diagnostic) in
      try reader.color().map { color in .computed { color.computed(in: $0) } }
    },
    Longhand(
      "line-height", \.style.text.lineHeight, inherited: true,
      expects: "normal, a number such as 1.4, a length or a percentage", parse: lineHeight),
    Longhand(
      "letter-spacing", \.style.text.letterSpacing, inherited: true, expects: spacingExpected,
      parse: spacing),
    Longhand(
      "word-spacing", \.style.text.wordSpacing, inherited: true, expects: spacingExpected,
      parse: spacing),
    Longhand(
      "text-align", keyword: \.style.text.align, inherited: true,
      expects: "start, end, left, right, center or justify"),
    Longhand(
      "text-indent", \.style.text.indent, inherited: true,
      expects: "a length such as 12px or a percentage"
    ) { (reader) throws(Diagnostic) in
      try reader.lengthPercentage().map { Specified($0) }
    },
    Longhand(
      "text-transform", keyword: \.style.text.transform, inherited: true,
      expects: "none, uppercase, lowercase or capitalize"),
    Longhand(
      "overflow-wrap", keyword: \.style.text.overflowWrap, inherited: true,
      expects: "normal, break-word or anywhere"),
    Longhand(
      "word-break", keyword: \.style.text.wordBreak, inherited: true,
      expects: "normal, break-all or keep-all"),
    Longhand(
      "direction", keyword: \.style.text.direction, inherited: true, expects: "ltr or rtl"),
    Longhand(
      "visibility", keyword: \.style.text.visibility, inherited: true,
      expects: "visible or hidden"),
    Longhand(
      "text-shadow", \.inherited.textShadows, inherited: true,
      expects: "none, or shadows such as 0 2px 8px rgb(0 0 0 / 40%)"
    ) { (reader) throws(Diagnostic) in
      try shadows(&reader, isText: true)
    },
    Longhand(
      "list-style-type", \.style.text.listStyleType, inherited: true,
      expects: "disc, circle, square, decimal, decimal-leading-zero, lower-alpha, upper-alpha, "
        + "lower-roman, upper-roman, lower-greek or none"
    ) { (reader) throws(Diagnostic) in
      guard let style = reader.peekIdentifier().flatMap(CounterStyle.init(name:)) else {
        return nil
      }
      reader.skip()
      return .constant(style.rawValue)
    },
    Longhand("tab-size", \.style.text.tabSize, inherited: true, expects: "a number of spaces") {
      (reader) throws(Diagnostic) in
      try reader.number(.nonNegative).map { .constant($0) }
    },
  ]

  private static let whiteSpace: [Longhand] = [
    Longhand(
      "white-space-collapse", keyword: \.inherited.whiteSpaceCollapse, inherited: true,
      expects: "collapse, preserve, preserve-breaks or break-spaces"),
    Longhand(
      "text-wrap-mode", keyword: \.inherited.wrapMode, inherited: true, expects: "wrap or nowrap"),
    Longhand(
      "text-wrap-style", \.style.text.wrap, inherited: true, expects: "auto, balance or pretty"
    ) { (reader) throws(Diagnostic) in
      reader.keyword(["auto": .wrap, "stable": .wrap, "balance": .balance, "pretty": .pretty])
        .map { .constant($0) }
    },
  ]

  private static let lines: [Longhand] = [
    Longhand(
      "line-break", keyword: \.style.text.lineBreak, inherited: true,
      expects: "auto, loose, normal, strict or anywhere"),
    Longhand(
      "hyphens", \.style.text.breaksAtSoftHyphens, inherited: true, expects: "manual or none"
    ) { (reader) throws(Diagnostic) in
      reader.keyword(["manual": true, "none": false]).map { .constant($0) }
    },
    Longhand(
      "vertical-align", \.style.line.verticalAlign,
      expects: "baseline, sub, super, top, bottom, middle, text-top, text-bottom, a length or a "
        + "percentage", parse: verticalAlign),
    Longhand(
      "text-overflow", keyword: \.style.line.textOverflow, expects: "clip or ellipsis"),
    Longhand(
      "-webkit-line-clamp", \.style.line.lineClamp, expects: "none or a number of lines"
    ) { (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant(nil) }
      guard let lines = try reader.integer(), lines >= 1 else { return nil }
      return .constant(lines)
    },
    Longhand("unicode-bidi", \.style.line.isolatesBidi, expects: "normal or isolate") {
      (reader) throws(Diagnostic) in
      reader.keyword(["normal": false, "isolate": true]).map { .constant($0) }
    },
    Longhand(
      "-flint-min-font-size", \.style.line.minFontSize, expects: "none or a length such as 44px"
    ) { (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant(nil) }
      return try reader.length(.nonNegative).map { Specified(px: $0).map { $0 } }
    },
    Longhand("-flint-fit-group", \.style.line.fitGroup, expects: "none or a name") {
      (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant(nil) }
      guard let value = reader.peek(), case .identifier(let name) = value.kind else { return nil }
      reader.skip()
      return .constant(name)
    },
  ]

  private static let decorations: [Longhand] = [
    Longhand(
      "text-decoration-line", \.decorationLines,
      expects: "none, or underline, overline and line-through"
    ) { (reader) throws(Diagnostic) in
      decorationLines(&reader).map { .constant($0) }
    },
    Longhand(
      "text-decoration-color", \.style.line.decoration.color, expects: colorExpected,
      parse: optionalColor),
    Longhand(
      "text-decoration-style", keyword: \.style.line.decoration.style,
      expects: "solid, double, dotted, dashed or wavy"),
    Longhand(
      "text-decoration-thickness", \.style.line.decoration.thickness,
      expects: "auto, from-font, a length such as 4px or a percentage", parse: decorationThickness),
    Longhand(
      "text-underline-offset", \.style.line.decoration.underlineOffset,
      expects: "auto, a length such as 4px or a percentage", parse: lengthOrAuto),
  ]

  // MARK: Grammars

  private static let spacingExpected = "normal or a length such as -0.02em"

  /// Percentages and lengths are px for the children too; a number is theirs to multiply.
  @Sendable package static func lineHeight(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<LineHeight>? {
    if reader.take("normal") { return .constant(.normal) }
    if let number = try reader.number(.nonNegative) { return .constant(.number(number)) }
    return try reader.lengthPercentage(.nonNegative).map { length in
      .computed { .px(length.computed(in: $0).resolved(against: $0.font.sizeInPx)) }
    }
  }

  @Sendable private static func spacing(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<Double>? {
    if reader.take("normal") { return .constant(0) }
    return try reader.length().map { Specified(px: $0) }
  }

  @Sendable private static func verticalAlign(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<LineStyle.VerticalAlign>? {
    if let keyword = reader.keyword([
      "baseline": LineStyle.VerticalAlign.baseline, "sub": .sub, "super": .super, "top": .top,
      "bottom": .bottom, "middle": .middle, "text-top": .textTop, "text-bottom": .textBottom,
    ]) {
      return .constant(keyword)
    }
    return try reader.lengthPercentage().map { Specified($0).map { .length($0) } }
  }

  package static func decorationLines(_ reader: inout ValueReader) -> DecorationLines? {
    if reader.take("none") { return DecorationLines() }
    var lines = DecorationLines()
    while true {
      if !lines.underline, reader.take("underline") {
        lines.underline = true
      } else if !lines.overline, reader.take("overline") {
        lines.overline = true
      } else if !lines.lineThrough, reader.take("line-through") {
        lines.lineThrough = true
      } else {
        break
      }
    }
    return lines == DecorationLines() ? nil : lines
  }

  @Sendable static func decorationThickness(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<LengthPercentage?>? {
    if reader.take("from-font") { return .constant(nil) }
    return try lengthOrAuto(&reader)
  }
}

/// `text-decoration-line`.
struct DecorationLines: Equatable, Sendable {
  package var underline = false
  package var overline = false
  package var lineThrough = false
}

extension StyleDraft {
  package var decorationLines: DecorationLines {
    get {
      let decoration = style.line.decoration
      return DecorationLines(
        underline: decoration.underline, overline: decoration.overline,
        lineThrough: decoration.lineThrough)
    }
    set {
      style.line.decoration.underline = newValue.underline
      style.line.decoration.overline = newValue.overline
      style.line.decoration.lineThrough = newValue.lineThrough
    }
  }
}
