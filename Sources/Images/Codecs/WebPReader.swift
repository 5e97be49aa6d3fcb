import CWebP
import Pixels

/// Decodes WebP by libwebp's whole-file interface.
enum WebPReader {
  /// What the header says.
  struct Facts {
    /// px of the whole picture.
    var width: Int
    var height: Int
    /// All of it, or its alpha, is held before there is a picture.
    var isHeldWhole: Bool
  }

  /// `WebPGetFeatures`.
  static func facts(_ bytes: [UInt8]) throws(ImageFault) -> Facts {
    let features = try features(bytes)
    let isLossy = features.format == 1
    return Facts(
      width: Int(features.width), height: Int(features.height),
      isHeldWhole: !isLossy || features.has_alpha != 0)
  }

  private static func features(
    _ bytes: [UInt8]
  ) throws(ImageFault) -> WebPBitstreamFeatures {
    var features = WebPBitstreamFeatures()
    try check(unsafe WebPGetFeatures(bytes, bytes.count, &features))
    return features
  }

  /// The picture; of an animation, its first frame on a transparent ground.
  static func bitmap(
    _ bytes: [UInt8], covering: (width: Int, height: Int),
    mostPixels: Int = ImageLimits.decodedPixels
  ) throws(ImageFault) -> DecodedPixels {
    let features = try features(bytes)
    let (width, height) = (Int(features.width), Int(features.height))
    guard features.has_animation != 0 else {
      let reduction = Reduction(
        of: width, height, coveringWidth: covering.width, height: covering.height,
        mostPixels: mostPixels, isOnlyForSize: true)
      return DecodedPixels(
        content: .colors(try still(bytes, by: reduction)), colors: WebPChunks.colors(bytes))
    }
    guard let frame = WebPChunks.firstFrame(bytes) else {
      throw .damaged(.webp, "its first frame is not there")
    }
    guard width * height <= ImageLimits.decodedPixels else {
      throw .tooManyPixels(
        .webp, width: width, height: height, limit: ImageLimits.decodedPixels)
    }
    var whole = Bitmap(width: width, height: height)
    let picture = try Self.frame(frame.file, within: width, height)
    guard frame.x + picture.width <= width, frame.y + picture.height <= height else {
      throw .damaged(.webp, "its first frame is larger than it is")
    }
    for row in 0..<picture.height {
      let start = ((frame.y + row) * width + frame.x) * 4
      let stored = picture.pixels[row * picture.width * 4..<(row + 1) * picture.width * 4]
      whole.pixels.replaceSubrange(start..<start + stored.count, with: stored)
    }
    return DecodedPixels(
      content: .colors(whole), colors: WebPChunks.colors(bytes), remarks: [.firstFrame(.webp)])
  }

  /// A frame, which is no larger than the picture.
  private static func frame(
    _ file: [UInt8], within width: Int, _ height: Int
  ) throws(ImageFault) -> Bitmap {
    let features = try features(file)
    let size = (width: Int(features.width), height: Int(features.height))
    guard features.has_animation == 0, size.width > 0, size.height > 0, size.width <= width,
      size.height <= height
    else { throw .damaged(.webp, "its first frame is larger than it is") }
    return try still(
      file,
      by: Reduction(
        of: size.width, size.height, coveringWidth: size.width, height: size.height,
        isOnlyForSize: true))
  }

  /// `WebPDecode`, premultiplied by the library.
  private static func still(
    _ bytes: [UInt8], by reduction: Reduction
  ) throws(ImageFault) -> Bitmap {
    let (width, height) = (reduction.width, reduction.height)
    var config = unsafe WebPDecoderConfig()
    guard unsafe WebPInitDecoderConfig(&config) != 0 else {
      throw .damaged(.webp, "its decoder could not start")
    }
    unsafe config.output.colorspace = MODE_rgbA
    unsafe config.output.is_external_memory = 1
    if reduction.divisor > 1 {
      unsafe config.options.use_scaling = 1
      unsafe config.options.scaled_width = CInt(width)
      unsafe config.options.scaled_height = CInt(height)
    }
    var status = VP8_STATUS_OK
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      unsafe config.output.u.RGBA.rgba = buffer.baseAddress
      unsafe config.output.u.RGBA.stride = CInt(width * 4)
      unsafe config.output.u.RGBA.size = buffer.count
      status = unsafe WebPDecode(bytes, bytes.count, &config)
      count = status == VP8_STATUS_OK ? buffer.count : 0
    }
    try check(status)
    return Bitmap(width: width, height: height, pixels: pixels)
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
