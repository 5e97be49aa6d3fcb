import CWebP
import Pixels

/// Decodes WebP by libwebp's whole-file interface.
enum WebPReader {
  /// `WebPGetFeatures`: px as stored.
  static func size(_ bytes: [UInt8]) throws(ImageFault) -> (width: Int, height: Int) {
    var features = WebPBitstreamFeatures()
    try check(unsafe WebPGetFeatures(bytes, bytes.count, &features))
    if features.has_animation != 0 { throw .animated }
    return (Int(features.width), Int(features.height))
  }

  /// `WebPDecode`, premultiplied by the library.
  static func bitmap(_ bytes: [UInt8]) throws(ImageFault) -> DecodedPixels {
    let (width, height) = try size(bytes)
    guard width > 0, height > 0, width * height <= ImageLimits.pixels else {
      throw .tooManyPixels(.webp, width: width, height: height)
    }
    var config = unsafe WebPDecoderConfig()
    guard unsafe WebPInitDecoderConfig(&config) != 0 else {
      throw .damaged(.webp, "its decoder could not start")
    }
    unsafe config.output.colorspace = MODE_rgbA
    unsafe config.output.is_external_memory = 1
    var status = VP8_STATUS_OK
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      unsafe config.output.u.RGBA.rgba = buffer.baseAddress
      unsafe config.output.u.RGBA.stride = CInt(width * 4)
      unsafe config.output.u.RGBA.size = buffer.count
      status = unsafe WebPDecode(bytes, bytes.count, &config)
      count = status == VP8_STATUS_OK ? buffer.count : 0
    }
    try check(status)
    return DecodedPixels(
      content: .colors(Bitmap(width: width, height: height, pixels: pixels)),
      colors: WebPChunks.colors(bytes))
  }

  private static func check(_ status: VP8StatusCode) throws(ImageFault) {
    switch status {
    case VP8_STATUS_OK: return
    case VP8_STATUS_NOT_ENOUGH_DATA, VP8_STATUS_SUSPENDED:
      throw .damaged(.webp, "it ends too early")
    case VP8_STATUS_OUT_OF_MEMORY: throw .damaged(.webp, "its decoder ran out of memory")
    case VP8_STATUS_UNSUPPORTED_FEATURE: throw .damaged(.webp, "it has an unknown feature")
    default: throw .damaged(.webp, "its data make no sense")
    }
  }
}
