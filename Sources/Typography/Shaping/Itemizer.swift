/// A stretch of text that HarfBuzz shapes at once: one bidi level, script, font and style.
struct ItemizedRun {
  var range: Range<Int>
  /// Odd is right to left.
  var level: UInt8
  var script: Script
  var font: Font
  var style: TextStyle
}

/// Cuts a paragraph's text where level, script, font or style changes.
struct Itemizer {
  let text: ParagraphText
  let styles: [TextStyle]
  let levels: [UInt8]
  /// Whether a grapheme cluster begins at each UTF-16 offset.
  let clusterStarts: [Bool]

  /// Clusters that no font covers, by offset; they get the first font's placeholder.
  private(set) var missing: [Range<Int>] = []
  private(set) var runs: [ItemizedRun] = []

  init(
    _ text: ParagraphText, styles: [TextStyle], levels: [UInt8], clusterStarts: [Bool],
    chooser: inout FontChooser
  ) {
    self.text = text
    self.styles = styles
    self.levels = levels
    self.clusterStarts = clusterStarts
    let scripts = Self.scripts(of: text.units)
    // A border, margin or padding keeps the text on its sides apart.
    let borders = Set(text.edges.lazy.filter { $0.width != 0 }.map(\.offset))
    for span in text.spans {
      guard case .text = span.kind else { continue }
      var start = span.range.lowerBound
      while start < span.range.upperBound {
        var end = start + 1
        while end < span.range.upperBound, !clusterStarts[end] { end += 1 }
        append(
          start..<end, span: span, script: scripts[start], mayJoin: !borders.contains(start),
          chooser: &chooser)
        start = end
      }
    }
  }

  private mutating func append(
    _ range: Range<Int>, span: ParagraphText.Span, script: Script, mayJoin: Bool,
    chooser: inout FontChooser
  ) {
    let style = styles[span.style]
    var font = chooser.primary(of: span.style)
    if !covers(font, range) {
      let cluster = Array(String(decoding: text.units[range], as: UTF16.self).unicodeScalars)
      let found = chooser.font(for: cluster, script: script, style: span.style)
      if found == nil { missing.append(range) }
      font = found ?? font
    }
    // Pictures are shaped alike in every script.
    let script = font?.hasColorBitmaps == true ? .common : script
    // Without any font there is nothing to draw; the missing clusters say so.
    guard let font else { return }
    let level = levels[range.lowerBound]
    if mayJoin, let last = runs.last, last.range.upperBound == range.lowerBound,
      last.level == level, last.script == script, last.font === font,
      last.style.shapesLike(style)
    {
      runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      runs.append(
        ItemizedRun(range: range, level: level, script: script, font: font, style: style))
    }
  }

  /// The quick answer for the common case: one unit, one character, in the first font.
  private func covers(_ font: Font?, _ range: Range<Int>) -> Bool {
    let unit = text.units[range.lowerBound]
    guard range.count == 1, let scalar = Unicode.Scalar(unit) else { return false }
    if EmojiPresentation.mayBegin(with: unit), EmojiPresentation(of: [scalar]) != nil {
      return false
    }
    return font?.face.glyph(for: scalar) != nil
  }

  /// The script of each UTF-16 unit; what many scripts share takes that of the text before it, at
  /// the beginning that of the text after it (UAX #24 §5.1).
  private static func scripts(of units: [UInt16]) -> [Script] {
    var result = [Script](repeating: .common, count: units.count)
    var current: Script?
    var offset = 0
    while offset < units.count {
      let isPair = UTF16.isLeadSurrogate(units[offset]) && offset + 1 < units.count
      let end = offset + (isPair ? 2 : 1)
      var script = ownScript(of: units[offset..<end])
      if script.isNeutral {
        script = current ?? .common
      } else {
        if current == nil { for before in 0..<offset { result[before] = script } }
        current = script
      }
      for unit in offset..<end { result[unit] = script }
      offset = end
    }
    return result
  }

  private static func ownScript(of units: ArraySlice<UInt16>) -> Script {
    switch units[units.startIndex] {
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0..<0x80: .common
    default:
      String(decoding: units, as: UTF16.self).unicodeScalars.first
        .map { TextBreak.script(of: $0) } ?? .common
    }
  }
}

extension TextStyle {
  /// Whether text of both styles can be shaped as one.
  fileprivate func shapesLike(_ other: TextStyle) -> Bool {
    font.sizeInPx == other.font.sizeInPx && font.features == other.font.features
      && letterSpacing == other.letterSpacing && wordSpacing == other.wordSpacing
      && language == other.language
  }
}
