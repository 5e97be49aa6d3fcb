import Diagnostics
import Markup
import Typography

extension Longhand {
  /// CSS Fonts 4.
  package static let fonts: [Longhand] = [
    Longhand(
      "font-family", \.style.text.font.families, inherited: true, phase: .font,
      expects: "font names such as Inter, \"League Spartan\", sans-serif"
    ) { (reader) throws(Diagnostic) in
      try fontFamilies(&reader).map { .constant($0) }
    },
    Longhand(
      "font-size", \.style.text.font.sizeInPx, inherited: true, phase: .font,
      expects: "a length such as 48px, a percentage, or xx-small to xxx-large, smaller or larger",
      parse: fontSize),
    Longhand(
      "font-weight", \.style.text.font.weight, inherited: true, phase: .font,
      expects: "a number from 1 to 1000, normal, bold, bolder or lighter", parse: fontWeight),
    Longhand(
      "font-style", keyword: \.style.text.font.slant, inherited: true, phase: .font,
      expects: "normal, italic or oblique"),
    Longhand(
      "font-variation-settings", \.style.text.font.variations, inherited: true, phase: .font,
      expects: "normal, or axes such as \"wght\" 650, \"wdth\" 80"
    ) { (reader) throws(Diagnostic) in
      if reader.take("normal") { return .constant([]) }
      let variations = try reader.commaSeparated { (reader) throws(Diagnostic) in
        let tag = try openTypeTag(&reader)
        guard let tag, let value = try reader.number() else { return nil as FontVariation? }
        return FontVariation(tag: tag, value: value)
      }
      return variations.map { .constant($0) }
    },
    Longhand(
      "font-feature-settings", \.inherited.featureSettings, inherited: true, phase: .font,
      expects: "normal, or features such as \"tnum\", \"liga\" off, \"salt\" 2"
    ) { (reader) throws(Diagnostic) in
      if reader.take("normal") { return .constant([]) }
      return try reader.commaSeparated { (reader) throws(Diagnostic) in try fontFeature(&reader) }
        .map { .constant($0) }
    },
    Longhand(
      "font-variant-numeric", \.inherited.numericFeatures, inherited: true, phase: .font,
      expects: "normal, or lining-nums, oldstyle-nums, tabular-nums, proportional-nums, "
        + "diagonal-fractions, stacked-fractions, ordinal, slashed-zero", parse: numericFeatures),
    Longhand(
      "font-variant-ligatures", \.inherited.ligatureFeatures, inherited: true, phase: .font,
      expects: "normal, none, common-ligatures, no-common-ligatures, discretionary-ligatures or "
        + "no-discretionary-ligatures", parse: ligatureFeatures),
    Longhand(
      "font-kerning", \.inherited.kerningFeatures, inherited: true, phase: .font,
      expects: "auto, normal or none"
    ) { (reader) throws(Diagnostic) in
      reader.keyword([
        "auto": [], "normal": [], "none": [FontFeature(tag: "kern", value: 0)],
      ]).map { .constant($0) }
    },
  ]

  // MARK: Grammars

  static func fontFamilies(_ reader: inout ValueReader) throws(Diagnostic) -> [String]? {
    try reader.commaSeparated { (reader) throws(Diagnostic) in fontFamily(&reader) }
  }

  /// A string, or identifiers joined by single spaces.
  static func fontFamily(_ reader: inout ValueReader) -> String? {
    if let name = reader.string() { return name.isEmpty ? nil : name }
    var words: [String] = []
    while let value = reader.peek(), case .identifier(let word) = value.kind {
      words.append(word)
      reader.skip()
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// px of the keywords when `medium` is 16 px (CSS Fonts 4 §2.5).
  private static let sizeKeywords: KeyValuePairs<String, Double> = [
    "xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24,
    "xx-large": 32, "xxx-large": 48,
  ]

  /// Em and percentages refer to the parent's size, which is the context's font in this phase.
  @Sendable package static func fontSize(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<Double>? {
    if let size = reader.keyword(sizeKeywords) { return .constant(size) }
    if reader.take("larger") { return .computed { limitedFontSize($0.font.sizeInPx * 1.2) } }
    if reader.take("smaller") { return .computed { $0.font.sizeInPx / 1.2 } }
    return try reader.lengthPercentage(.nonNegative).map { length in
      .computed { limitedFontSize(length.computed(in: $0).resolved(against: $0.font.sizeInPx)) }
    }
  }

  /// Chromium's largest font size, px.
  private static func limitedFontSize(_ size: Double) -> Double { min(max(size, 0), 10_000) }

  @Sendable static func fontWeight(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<Int>? {
    if let weight = reader.keyword(["normal": 400, "bold": 700]) { return .constant(weight) }
    if reader.take("bolder") { return .computed { bolder(than: $0.font.weight) } }
    if reader.take("lighter") { return .computed { lighter(than: $0.font.weight) } }
    guard let weight = try reader.number(), weight >= 1, weight <= 1000 else { return nil }
    return .constant(Int(weight.rounded()))
  }

  /// CSS Fonts 4 §2.2.1.
  private static func bolder(than weight: Int) -> Int {
    switch weight {
    case ..<350: 400
    case ..<550: 700
    case ..<900: 900
    default: weight
    }
  }

  private static func lighter(than weight: Int) -> Int {
    switch weight {
    case ..<100: weight
    case ..<550: 100
    case ..<750: 400
    default: 700
    }
  }

  private static func openTypeTag(_ reader: inout ValueReader) throws(Diagnostic) -> String? {
    let place = reader.location
    guard let tag = reader.string() else { return nil }
    guard tag.unicodeScalars.count == 4,
      tag.unicodeScalars.allSatisfy({ (0x20...0x7e).contains($0.value) })
    else { throw .badOpenTypeTag(tag, at: place) }
    return tag
  }

  private static func fontFeature(_ reader: inout ValueReader) throws(Diagnostic) -> FontFeature? {
    guard let tag = try openTypeTag(&reader) else { return nil }
    if let value = reader.keyword(["on": 1, "off": 0]) {
      return FontFeature(tag: tag, value: value)
    }
    let place = reader.location
    let value = try reader.integer() ?? 1
    guard (0...65_535).contains(value) else { throw .negative("\(value)", at: place) }
    return FontFeature(tag: tag, value: value)
  }

  @Sendable private static func numericFeatures(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[FontFeature]>? {
    if reader.take("normal") { return .constant([]) }
    return features(
      &reader,
      [
        "lining-nums": [("lnum", 1)], "oldstyle-nums": [("onum", 1)],
        "proportional-nums": [("pnum", 1)], "tabular-nums": [("tnum", 1)],
        "diagonal-fractions": [("frac", 1)], "stacked-fractions": [("afrc", 1)],
        "ordinal": [("ordn", 1)], "slashed-zero": [("zero", 1)],
      ], exclusive: [["lnum", "onum"], ["pnum", "tnum"], ["frac", "afrc"]])
  }

  @Sendable private static func ligatureFeatures(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[FontFeature]>? {
    if reader.take("normal") { return .constant([]) }
    if reader.take("none") {
      return .constant(
        ["liga", "clig", "dlig", "hlig", "calt"].map { FontFeature(tag: $0, value: 0) })
    }
    return features(
      &reader,
      [
        "common-ligatures": [("liga", 1), ("clig", 1)],
        "no-common-ligatures": [("liga", 0), ("clig", 0)],
        "discretionary-ligatures": [("dlig", 1)], "no-discretionary-ligatures": [("dlig", 0)],
        "contextual": [("calt", 1)], "no-contextual": [("calt", 0)],
      ])
  }

  /// One or more of the keywords, each once, and of each exclusive group of tags at most one.
  private static func features(
    _ reader: inout ValueReader, _ meanings: KeyValuePairs<String, [(tag: String, value: Int)]>,
    exclusive: [Set<String>] = []
  ) -> Specified<[FontFeature]>? {
    var found: [FontFeature] = []
    while let next = reader.keyword(meanings) {
      let group = exclusive.first { $0.contains(next[0].tag) } ?? [next[0].tag]
      if found.contains(where: { group.contains($0.tag) }) { return nil }
      found += next.map { FontFeature(tag: $0.tag, value: $0.value) }
    }
    return found.isEmpty ? nil : .constant(found)
  }
}
