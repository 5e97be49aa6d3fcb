import CFreeType
import Pixels

/// One `FT_Library`: belongs to one worker.
@safe final class FreeTypeLibrary {
  let handle: FT_Library

  init() {
    var library: FT_Library?
    unsafe FT_Init_FreeType(&library)
    guard let library = unsafe library else {
      preconditionFailure("FreeType starts unless memory is exhausted")
    }
    unsafe handle = library
  }

  deinit { unsafe FT_Done_FreeType(handle) }

  /// The coverage of an outline whose row 0 is the bitmap's lowest, by `FT_Outline_Render`.
  ///
  /// - Parameter bounds: the pixels to draw; outlines are given relative to its left bottom corner.
  func render(_ outline: UnsafeMutablePointer<FT_Outline>, bounds: PixelRect) -> Mask {
    let count = bounds.width * bounds.height
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe buffer.initialize(repeating: 0)
      filled = count
      var bitmap = unsafe FT_Bitmap()
      unsafe bitmap.rows = UInt32(bounds.height)
      unsafe bitmap.width = UInt32(bounds.width)
      // A positive pitch: the first row in memory is the topmost.
      unsafe bitmap.pitch = Int32(bounds.width)
      unsafe bitmap.buffer = buffer.baseAddress
      unsafe bitmap.num_grays = 256
      unsafe bitmap.pixel_mode = UInt8(FT_PIXEL_MODE_GRAY.rawValue)
      // An outline FreeType refuses (memory, a broken font) covers what it covered until then.
      _ = unsafe FT_Outline_Get_Bitmap(handle, outline, &bitmap)
    }
    return Mask(bounds: bounds, bytes: bytes)
  }
}
