import CFreeType
import Pixels

/// One `FT_Face` of a `Font`: belongs to one worker.
@safe final class FreeTypeFace {
  /// Kept for its bytes, which FreeType reads in place, and for the library, which must go last.
  private let font: Font
  private let library: FreeTypeLibrary
  private let handle: FT_Face
  private var currentSize: FT_F26Dot6 = 0
  private var colorGlyphs: [UInt32: ColorGlyph?] = [:]

  /// Outlines are loaded at most this large and scaled up beyond, so that 26.6 cannot overflow.
  private static let largestSize = 2048.0

  /// Nil when FreeType cannot open the font.
  init?(_ font: Font, library: FreeTypeLibrary) {
    var face: FT_Face?
    let bytes = unsafe font.data.bytes
    let failure = unsafe FT_New_Memory_Face(
      library.handle, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count,
      font.faceIndex, &face)
    guard failure == 0, let face = unsafe face else { return nil }
    self.font = font
    self.library = library
    unsafe handle = face
    setVariations()
  }

  deinit { unsafe FT_Done_Face(handle) }

  /// `FT_Set_Var_Design_Coordinates`, with each axis by its tag and the others at their defaults.
  private func setVariations() {
    guard !font.variations.isEmpty else { return }
    var description: UnsafeMutablePointer<FT_MM_Var>?
    guard unsafe FT_Get_MM_Var(handle, &description) == 0, let axes = unsafe description else {
      return
    }
    defer { unsafe FT_Done_MM_Var(library.handle, axes) }
    var coordinates: [FT_Fixed] = []
    for index in 0..<Int(unsafe axes.pointee.num_axis) {
      let axis = unsafe axes.pointee.axis[index]
      let wanted = font.variations.last { $0.tag.utf8.elementsEqual(tagBytes(unsafe axis.tag)) }
      let value = wanted.map { FT_Fixed((min(max($0.value, -32000), 32000) * 65536).rounded()) }
      coordinates.append(
        unsafe min(max(value ?? axis.def, axis.minimum), axis.maximum))
    }
    unsafe coordinates.withUnsafeMutableBufferPointer { coordinates in
      _ = unsafe FT_Set_Var_Design_Coordinates(
        handle, FT_UInt(coordinates.count), coordinates.baseAddress)
    }
  }

  private func tagBytes(_ tag: FT_ULong) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }
  }

  /// A glyph's coverage, its origin shifted by 1/64 px to the right and down from 0, 0.
  ///
  /// - Parameter sizeInPx: finite, > 0.
  /// - Returns: nil when the glyph is blank or unknown, or larger than a slide, as only a broken
  ///   font's are at the sizes that are cached.
  func mask(of glyph: UInt32, sizeInPx: Double, shiftX: Int, shiftY: Int) -> Mask? {
    guard let outline = unsafe loadedOutline(of: glyph, sizeInPx: sizeInPx) else { return nil }
    unsafe FT_Outline_Translate(outline, shiftX, -shiftY)
    var box = FT_BBox()
    unsafe FT_Outline_Get_CBox(outline, &box)
    let bounds = PixelRect(
      covering: Rect(
        x: Double(box.xMin) / 64, y: -Double(box.yMax) / 64,
        width: Double(box.xMax - box.xMin) / 64, height: Double(box.yMax - box.yMin) / 64))
    guard !bounds.isEmpty, bounds.width <= 4096, bounds.height <= 4096 else { return nil }
    unsafe FT_Outline_Translate(outline, -bounds.x * 64, bounds.maxY * 64)
    return unsafe library.render(outline, bounds: bounds)
  }

  /// A glyph's shape around its origin, px, y down; nil when it is blank or unknown.
  ///
  /// - Parameter sizeInPx: finite, > 0.
  func path(of glyph: UInt32, sizeInPx: Double) -> Path? {
    guard let outline = unsafe loadedOutline(of: glyph, sizeInPx: sizeInPx) else { return nil }
    let scale = max(1, sizeInPx / Self.largestSize)
    return unsafe Path(outline.pointee, scale: scale / 64)
  }

  /// Loads a glyph unhinted; its outline, in 26.6 px, y up, is valid until the next one is loaded.
  private func loadedOutline(
    of glyph: UInt32, sizeInPx: Double
  ) -> UnsafeMutablePointer<FT_Outline>? {
    let size = max(1, FT_F26Dot6((min(sizeInPx, Self.largestSize) * 64).rounded()))
    if size != currentSize {
      guard unsafe FT_Set_Char_Size(handle, size, size, 72, 72) == 0 else { return nil }
      currentSize = size
    }
    let flags = Int32(FT_LOAD_NO_HINTING) | Int32(FT_LOAD_NO_BITMAP)
    guard unsafe FT_Load_Glyph(handle, glyph, flags) == 0,
      let slot = unsafe handle.pointee.glyph,
      unsafe slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE,
      unsafe slot.pointee.outline.n_contours > 0
    else { return nil }
    return unsafe slot.pointer(to: \.outline)
  }

  // MARK: - Color

  /// A glyph's picture in the largest of the font's sizes, by `FT_LOAD_COLOR`; nil when it has none.
  func colorGlyph(_ glyph: UInt32) -> ColorGlyph? {
    if let known = colorGlyphs[glyph] { return known }
    let loaded = loadedColorGlyph(glyph)
    // Some 70 KB each.
    if colorGlyphs.count >= 64 { colorGlyphs.removeAll(keepingCapacity: true) }
    colorGlyphs[glyph] = .some(loaded)
    return loaded
  }

  private func loadedColorGlyph(_ glyph: UInt32) -> ColorGlyph? {
    let count = Int(unsafe handle.pointee.num_fixed_sizes)
    guard count > 0, let sizes = unsafe handle.pointee.available_sizes else { return nil }
    var largest = 0
    for index in 1..<max(count, 1) {
      if unsafe sizes[index].y_ppem > sizes[largest].y_ppem { largest = index }
    }
    let em = unsafe Double(sizes[largest].y_ppem) / 64
    currentSize = 0
    guard em >= 1, unsafe FT_Select_Size(handle, FT_Int(largest)) == 0,
      unsafe FT_Load_Glyph(handle, glyph, Int32(FT_LOAD_COLOR)) == 0,
      let slot = unsafe handle.pointee.glyph,
      unsafe slot.pointee.format == FT_GLYPH_FORMAT_BITMAP,
      let bitmap = unsafe Bitmap(bordering: slot.pointee.bitmap)
    else { return nil }
    let left = unsafe Double(slot.pointee.bitmap_left) - 1
    let top = unsafe -Double(slot.pointee.bitmap_top) - 1
    return ColorGlyph(
      bitmap: bitmap,
      frame: Rect(
        x: left / em, y: top / em, width: Double(bitmap.width) / em,
        height: Double(bitmap.height) / em))
  }
}

extension Bitmap {
  /// FreeType's premultiplied BGRA, with a transparent pixel on every side; nil for other bitmaps.
  fileprivate init?(bordering source: FT_Bitmap) {
    let columns = unsafe Int(source.width)
    let rows = unsafe Int(source.rows)
    let pitch = unsafe Int(source.pitch)
    guard unsafe source.pixel_mode == UInt8(FT_PIXEL_MODE_BGRA.rawValue), columns > 0, rows > 0,
      columns <= 2048, rows <= 2048, pitch >= columns * 4, let bytes = unsafe source.buffer
    else { return nil }
    self.init(width: columns + 2, height: rows + 2)
    for y in 0..<rows {
      let row = unsafe bytes + y * pitch
      var target = ((y + 1) * (columns + 2) + 1) * 4
      for x in 0..<columns {
        pixels[target] = unsafe row[x * 4 + 2]
        pixels[target + 1] = unsafe row[x * 4 + 1]
        pixels[target + 2] = unsafe row[x * 4]
        pixels[target + 3] = unsafe row[x * 4 + 3]
        target += 4
      }
    }
  }
}
