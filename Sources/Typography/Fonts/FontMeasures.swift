import CHarfBuzz

/// What a font says of its heights and lines, in em; `FontMetrics` before it has a size.
struct FontMeasures: Sendable {
  /// Above the baseline, positive.
  var ascent: Double
  /// Below the baseline, positive.
  var descent: Double
  var lineGap: Double
  var xHeight: Double
  var capHeight: Double
  var underlineOffset: Double
  var zeroAdvance: Double

  /// What is taken when there is no font at all.
  static let ordinary = FontMeasures()

  private init() {
    ascent = 0.9
    descent = 0.25
    lineGap = 0
    xHeight = 0.5
    capHeight = 0.7
    underlineOffset = 0.1
    zeroAdvance = 0.5
  }

  init(of face: ShapingFace) {
    ascent = max(0, face.metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) ?? 0.8)
    descent = max(0, -(face.metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) ?? -0.2))
    lineGap = max(0, face.metric(HB_OT_METRICS_TAG_HORIZONTAL_LINE_GAP) ?? 0)
    xHeight = Self.height(HB_OT_METRICS_TAG_X_HEIGHT, of: "x", face) ?? ascent * 0.56
    capHeight = Self.height(HB_OT_METRICS_TAG_CAP_HEIGHT, of: "H", face) ?? ascent
    // OpenType gives the top edge of the stroke.
    let underlineThickness = max(0, face.metric(HB_OT_METRICS_TAG_UNDERLINE_SIZE) ?? 0.05)
    let underlineTop = face.metric(HB_OT_METRICS_TAG_UNDERLINE_OFFSET) ?? -0.1
    underlineOffset = underlineThickness / 2 - underlineTop
    // CSS Values 4 §6.1.1: half an em when there is no 0.
    zeroAdvance = face.glyph(for: "0").map { face.advance(of: $0) } ?? 0.5
  }

  /// As the font says, else as high as a letter.
  private static func height(
    _ tag: hb_ot_metrics_tag_t, of letter: Unicode.Scalar, _ face: ShapingFace
  ) -> Double? {
    if let height = face.metric(tag), height > 0 { return height }
    return face.glyph(for: letter).flatMap { face.top(of: $0) }
  }
}

extension FontMetrics {
  /// Ascent, descent and line gap are rounded to whole px, each by itself, as Blink does on Linux.
  init(_ measures: FontMeasures, sizeInPx: Double) {
    self.init(
      ascent: (measures.ascent * sizeInPx).rounded(),
      descent: (measures.descent * sizeInPx).rounded(),
      lineGap: (measures.lineGap * sizeInPx).rounded(),
      xHeight: measures.xHeight * sizeInPx, capHeight: measures.capHeight * sizeInPx,
      underlineOffset: measures.underlineOffset * sizeInPx,
      zeroAdvance: measures.zeroAdvance * sizeInPx)
  }
}
