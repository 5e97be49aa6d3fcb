import CTurboJPEG
import Pixels

/// Writes baseline JPEGs by TurboJPEG.
enum JPEGWriter {
  /// `tjCompress2`, without subsampling.
  ///
  /// Halved chroma leaves colored fringes on letters over a photo, which the services that encode
  /// the slide again then make worse.
  /// - Parameter quality: 1…100.
  static func bytes(_ bitmap: Bitmap, quality: Int) throws(ImageFault) -> [UInt8] {
    guard let handle = unsafe tjInitCompress() else {
      throw .unwritable(.jpeg, "its encoder could not start")
    }
    defer { unsafe tjDestroy(handle) }
    var output: UnsafeMutablePointer<UInt8>? = nil
    defer { unsafe tjFree(output) }
    var count: CUnsignedLong = 0
    let result = unsafe tjCompress2(
      handle, bitmap.pixels, CInt(bitmap.width), CInt(bitmap.width * 4), CInt(bitmap.height),
      CInt(TJPF_RGBX.rawValue), &output, &count, CInt(TJSAMP_444.rawValue), CInt(quality), 0)
    guard result == 0, let output = unsafe output else {
      throw .unwritable(.jpeg, "its encoder refused \(bitmap.width) × \(bitmap.height) px")
    }
    return unsafe Array(UnsafeBufferPointer(start: output, count: Int(count)))
  }
}
