import CDecoding
import Pixels

/// Decodes HEIC and AVIF by libheif, which is loaded for the first one.
enum HEIFReader {
  /// Above this a picture is halved: what libheif holds of it takes seven bytes a pixel.
  private static let wholePixels = 32_000_000

  /// `decode_heif`, of a file of the primary picture alone.
  static func bitmap(
    _ bytes: [UInt8], format: ImageFormat, covering: (width: Int, height: Int)
  ) throws(ImageFault) -> DecodedPixels {
    if let missing = unsafe missing_heif() {
      throw unsafe .missingLibrary(format, String(cString: missing))
    }
    let picture = try HEIFPicture(bytes, format: format)
    let (width, height) = (picture.width, picture.height)
    let reduction = Reduction(
      of: width, height, coveringWidth: covering.width, height: covering.height,
      mostPixels: wholePixels, isOnlyForSize: true)
    let file = picture.fileOfPrimary()
    var told = DecodingReport()
    let size = reduction.width * reduction.height * 4
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: size) { room, count in
      told = unsafe DecodingReport(
        decode_heif(
          file, file.count, UInt32(width), UInt32(height), UInt32(reduction.divisor),
          room.baseAddress))
      count = told.isWhole ? room.count : 0
    }
    guard told.isWhole else { throw told.fault(format) }
    let isMultiplied = reduction.divisor > 1 || picture.isPremultiplied
    return DecodedPixels(
      content: .colors(
        isMultiplied
          ? Bitmap(width: reduction.width, height: reduction.height, pixels: pixels)
          : Bitmap(width: reduction.width, height: reduction.height, straightPixels: pixels)),
      colors: picture.colors)
  }
}
