import CHarfBuzz

extension ShapingFace {
  /// Shapes `range` of a text; what stands around it serves as context (Arabic joining).
  ///
  /// - Returns: glyphs in visual order, left to right; clusters are UTF-16 offsets into `text`.
  func shape(
    _ text: [UInt16], range: Range<Int>, isRightToLeft: Bool, script: UInt32, language: String,
    features: [FontFeature], with buffer: ShapingBuffer
  ) -> [ShapedGlyph] {
    let settings = features.map {
      hb_feature_t(
        tag: openTypeTag($0.tag), value: UInt32(clamping: $0.value), start: 0, end: UInt32.max)
    }
    buffer.fill(
      text, range: range, direction: isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR,
      script: script, language: language)
    unsafe settings.withUnsafeBufferPointer {
      unsafe hb_shape(font, buffer.pointer, $0.baseAddress, UInt32($0.count))
    }
    guard let bitmapStrike else { return buffer.glyphs }
    return buffer.glyphs.map { glyph in
      var glyph = glyph
      glyph.advance = strikeAdvance(glyph.advance, ppem: bitmapStrike)
      return glyph
    }
  }

  /// An advance as the bitmaps have it, in whole pixels of their size, as Skia takes it.
  private func strikeAdvance(_ advance: Int32, ppem: Int) -> Int32 {
    let pixels = (Double(advance) / scale * Double(ppem)).rounded()
    return Int32(clamping: Int((pixels / Double(ppem) * scale).rounded()))
  }
}

/// A glyph as HarfBuzz placed it, in units of its `ShapingFace`, y upwards.
struct ShapedGlyph: Equatable {
  var id: UInt32
  /// UTF-16 offset of the first unit the glyph stands for.
  var cluster: Int
  var advance: Int32
  var x: Int32
  var y: Int32
  /// Breaking the text before the cluster would change glyphs on either side.
  var isUnsafeToBreak: Bool
}

/// HarfBuzz's working memory; one for each piece of work, never shared.
@safe final class ShapingBuffer {
  fileprivate let pointer: OpaquePointer

  init() {
    guard let pointer = unsafe hb_buffer_create() else {
      preconditionFailure("hb_buffer_create never gives NULL")
    }
    unsafe self.pointer = pointer
  }

  deinit { unsafe hb_buffer_destroy(pointer) }

  fileprivate func fill(
    _ text: [UInt16], range: Range<Int>, direction: hb_direction_t, script: UInt32,
    language: String
  ) {
    unsafe hb_buffer_clear_contents(pointer)
    unsafe text.withUnsafeBufferPointer {
      unsafe hb_buffer_add_utf16(
        pointer, $0.baseAddress, Int32($0.count), UInt32(range.lowerBound), Int32(range.count))
    }
    unsafe hb_buffer_set_direction(pointer, direction)
    unsafe hb_buffer_set_script(pointer, hb_script_from_iso15924_tag(script))
    // Never HarfBuzz's default, which is the machine's locale.
    let tag = language.isEmpty ? "und" : language
    unsafe hb_buffer_set_language(pointer, hb_language_from_string(tag, -1))
  }

  fileprivate var glyphs: [ShapedGlyph] {
    var count: UInt32 = 0
    guard let info = unsafe hb_buffer_get_glyph_infos(pointer, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(pointer, &count)
    else { return [] }
    return (0..<Int(count)).map { index in
      let glyph = unsafe info[index]
      let position = unsafe positions[index]
      return ShapedGlyph(
        id: glyph.codepoint, cluster: Int(glyph.cluster), advance: position.x_advance,
        x: position.x_offset, y: position.y_offset,
        isUnsafeToBreak: glyph.mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0)
    }
  }
}
