import CWebP
import Pixels

/// Writes lossy WebPs by libwebp.
enum WebPWriter {
  /// `WebPEncode`.
  ///
  /// - Parameter quality: 1…100.
  static func bytes(_ bitmap: Bitmap, quality: Int) throws(ImageFault) -> [UInt8] {
    let limit = Int(WEBP_MAX_DIMENSION)
    guard bitmap.width <= limit, bitmap.height <= limit else {
      throw .unwritable(.webp, "no side of it can exceed \(limit) px")
    }
    var config = WebPConfig()
    var picture = unsafe WebPPicture()
    guard unsafe WebPConfigPreset(&config, WEBP_PRESET_PHOTO, Float(quality)) != 0,
      unsafe WebPPictureInit(&picture) != 0
    else { throw .unwritable(.webp, "its encoder could not start") }
    // The higher methods save some percent and take several times as long.
    config.method = 2
    unsafe picture.width = CInt(bitmap.width)
    unsafe picture.height = CInt(bitmap.height)
    defer { unsafe WebPPictureFree(&picture) }
    guard unsafe WebPPictureImportRGBX(&picture, bitmap.pixels, CInt(bitmap.width * 4)) != 0 else {
      throw .unwritable(.webp, "its encoder ran out of memory")
    }
    var writer = unsafe WebPMemoryWriter()
    unsafe WebPMemoryWriterInit(&writer)
    defer { unsafe WebPMemoryWriterClear(&writer) }
    let result = unsafe withUnsafeMutablePointer(to: &writer) { writer in
      unsafe picture.writer = WebPMemoryWrite
      unsafe picture.custom_ptr = UnsafeMutableRawPointer(writer)
      return unsafe WebPEncode(&config, &picture)
    }
    guard result != 0 else {
      throw unsafe .unwritable(.webp, "its encoder failed (\(picture.error_code.rawValue))")
    }
    return unsafe Array(UnsafeBufferPointer(start: writer.mem, count: writer.size))
  }
}
