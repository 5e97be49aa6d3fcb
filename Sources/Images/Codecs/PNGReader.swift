import CPNG
import Pixels

/// Decodes PNG by libpng's simplified interface, which keeps its `setjmp` to itself.
enum PNGReader {
  /// `png_image_begin_read_from_memory`, `png_image_finish_read`.
  static func bitmap(_ bytes: [UInt8]) throws(ImageFault) -> Bitmap {
    var image = unsafe png_image()
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { unsafe png_image_free(&image) }
    let begun = unsafe bytes.withUnsafeBytes {
      unsafe png_image_begin_read_from_memory(&image, $0.baseAddress, $0.count)
    }
    guard begun != 0 else { throw unsafe .damaged(.png, message(image)) }
    let (width, height) = unsafe (Int(image.width), Int(image.height))
    guard width > 0, height > 0, width * height <= ImageLimits.pixels else {
      throw .tooManyPixels(.png, width: width, height: height)
    }
    // RGBA, and 16 bits a channel taken for sRGB like 8 bits.
    unsafe image.format =
      png_uint_32(PNG_FORMAT_FLAG_COLOR) | png_uint_32(PNG_FORMAT_FLAG_ALPHA)
    unsafe image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
    var finished: CInt = 0
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      finished = unsafe bytes.withUnsafeBytes { _ in
        unsafe png_image_finish_read(&image, nil, buffer.baseAddress, png_int_32(width * 4), nil)
      }
      count = finished == 0 ? 0 : buffer.count
    }
    guard finished != 0 else { throw unsafe .damaged(.png, message(image)) }
    return Bitmap(width: width, height: height, straightPixels: pixels)
  }

  private static func message(_ image: png_image) -> String {
    var message = unsafe image.message
    return unsafe withUnsafeBytes(of: &message) {
      unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
