import CHarfBuzz

/// HarfBuzz's view of one face at one variation setting, with HarfBuzz's own font functions.
///
/// Measures in units of `unitsPerEm * 64` per em, so that interpolated advances of variable fonts
/// keep their fractions.
@safe final class ShapingFace: @unchecked Sendable {
  // Sendable because the objects are made immutable, and HarfBuzz allows immutable ones to be
  // shared between threads.
  let font: OpaquePointer
  private let face: OpaquePointer
  /// Keeps the bytes alive.
  private let data: FontData
  let unitsPerEm: Int
  /// px in the em of the largest color bitmaps; nil when glyphs are outlines.
  let bitmapStrike: Int?

  /// - Returns: nil when the bytes hold no OpenType face with the tables shaping needs.
  init?(_ data: FontData, faceIndex: Int = 0, variations: [FontVariation] = []) {
    self.data = data
    guard let start = unsafe data.bytes.baseAddress, faceIndex >= 0,
      let length = unsafe UInt32(exactly: data.bytes.count)
    else { return nil }
    let blob = unsafe hb_blob_create(
      start.assumingMemoryBound(to: CChar.self), length, HB_MEMORY_MODE_READONLY, nil, nil)
    defer { unsafe hb_blob_destroy(blob) }
    guard unsafe UInt32(faceIndex) < hb_face_count(blob),
      let face = unsafe hb_face_create(blob, UInt32(faceIndex))
    else { return nil }
    let needed = ["cmap", "head", "hhea", "hmtx"]
    guard unsafe hb_face_get_glyph_count(face) > 0,
      needed.allSatisfy({ unsafe Self.hasTable($0, face) }),
      let font = unsafe hb_font_create(face)
    else {
      unsafe hb_face_destroy(face)
      return nil
    }
    unitsPerEm = Int(unsafe hb_face_get_upem(face))
    bitmapStrike = unsafe Self.bitmapStrike(of: face)
    unsafe hb_face_make_immutable(face)
    unsafe hb_ot_font_set_funcs(font)
    unsafe hb_font_set_scale(font, Int32(unitsPerEm) * 64, Int32(unitsPerEm) * 64)
    let settings = variations.map {
      hb_variation_t(tag: openTypeTag($0.tag), value: Float($0.value))
    }
    if !settings.isEmpty {
      unsafe settings.withUnsafeBufferPointer {
        unsafe hb_font_set_variations(font, $0.baseAddress, UInt32($0.count))
      }
    }
    unsafe hb_font_make_immutable(font)
    unsafe self.font = font
    unsafe self.face = face
  }

  deinit {
    unsafe hb_font_destroy(font)
    unsafe hb_face_destroy(face)
  }

  private static func hasTable(_ tag: String, _ face: OpaquePointer) -> Bool {
    let table = unsafe hb_face_reference_table(face, openTypeTag(tag))
    defer { unsafe hb_blob_destroy(table) }
    return unsafe hb_blob_get_length(table) > 0
  }

  /// The largest `ppemY` of the table CBLC (OpenType, "Color bitmap location table").
  private static func bitmapStrike(of face: OpaquePointer) -> Int? {
    guard unsafe hasTable("CBDT", face) else { return nil }
    let table = unsafe hb_face_reference_table(face, openTypeTag("CBLC"))
    defer { unsafe hb_blob_destroy(table) }
    var length: UInt32 = 0
    guard let start = unsafe hb_blob_get_data(table, &length) else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(length))
    // A header of 8 bytes that ends with the number of records, each of 48 with the size at 45.
    guard bytes.count >= 8 else { return nil }
    let count = unsafe Int(bytes[6]) << 8 | Int(bytes[7])
    let sizes = (0..<min(count, (bytes.count - 8) / 48)).map { record in
      unsafe Int(bytes[8 + record * 48 + 45])
    }
    return sizes.filter { $0 > 0 }.max()
  }

  /// Units of this face's measures in one em.
  var scale: Double { Double(unitsPerEm) * 64 }

  /// `hb_font_get_nominal_glyph`; nil when the face has none.
  func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: UInt32 = 0
    return unsafe hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// `hb_font_get_glyph_h_advance`, in em.
  func advance(of glyph: UInt32) -> Double {
    Double(unsafe hb_font_get_glyph_h_advance(font, glyph)) / scale
  }

  /// Top of the glyph's outline above the baseline, in em; nil when it has none.
  func top(of glyph: UInt32) -> Double? {
    var extents = hb_glyph_extents_t()
    guard unsafe hb_font_get_glyph_extents(font, glyph, &extents) != 0, extents.height != 0 else {
      return nil
    }
    return Double(extents.y_bearing) / scale
  }

  /// `hb_ot_metrics_get_position`, in em; nil when the font does not say.
  ///
  /// Ascender, descender and line gap come from OS/2 when its USE_TYPO_METRICS bit is set, else
  /// from hhea, as in FreeType and Skia.
  func metric(_ tag: hb_ot_metrics_tag_t) -> Double? {
    var position: Int32 = 0
    guard unsafe hb_ot_metrics_get_position(font, tag, &position) != 0 else { return nil }
    return Double(position) / scale
  }

  /// Range of a variation axis; nil when the face does not vary along it.
  func axis(_ tag: String) -> ClosedRange<Double>? {
    var info = hb_ot_var_axis_info_t()
    guard unsafe hb_ot_var_find_axis_info(face, openTypeTag(tag), &info) != 0 else { return nil }
    let low = Double(info.min_value)
    return low...max(low, Double(info.max_value))
  }
}
