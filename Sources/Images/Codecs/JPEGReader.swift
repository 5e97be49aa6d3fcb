import CTurboJPEG
import Pixels

/// Decodes one JPEG by TurboJPEG's interface, which keeps its `setjmp` to itself.
@safe final class JPEGReader {
  private let handle: tjhandle
  private let bytes: [UInt8]
  /// px as stored, > 0.
  let size: (width: Int, height: Int)
  private let hasInks: Bool

  /// `tjInitDecompress`, `tjDecompressHeader3`.
  init(_ bytes: [UInt8]) throws(ImageFault) {
    guard let handle = unsafe tjInitDecompress() else {
      throw .damaged(.jpeg, "its decoder could not start")
    }
    unsafe self.handle = handle
    self.bytes = bytes
    var (width, height, subsampling, colorSpace): (CInt, CInt, CInt, CInt) = (0, 0, 0, 0)
    let result = unsafe tjDecompressHeader3(
      handle, bytes, CUnsignedLong(bytes.count), &width, &height, &subsampling, &colorSpace)
    size = (Int(width), Int(height))
    hasInks = colorSpace == TJCS_CMYK.rawValue || colorSpace == TJCS_YCCK.rawValue
    if result != 0 { throw unsafe .turboJPEG(handle) }
  }

  deinit { unsafe tjDestroy(handle) }

  /// `tjDecompress2`, at the smallest of four scales that covers what is asked for.
  ///
  /// TurboJPEG has vector code for these four only; the eighths between are slower than 1.
  func bitmap(coveringWidth: Int, height coveringHeight: Int) throws(ImageFault) -> Bitmap {
    let divisor =
      [8, 4, 2].first {
        reduced(size.width, by: $0) >= coveringWidth
          && reduced(size.height, by: $0) >= coveringHeight
      } ?? 1
    let width = reduced(size.width, by: divisor)
    let height = reduced(size.height, by: divisor)
    // A progressive file of thousands of scans would cost minutes.
    let flags = TJFLAG_LIMITSCANS
    let format = hasInks ? TJPF_CMYK : TJPF_RGBA
    var isWhole = false
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      let result = unsafe tjDecompress2(
        handle, bytes, CUnsignedLong(bytes.count), buffer.baseAddress, CInt(width),
        CInt(width * 4), CInt(height), CInt(format.rawValue), flags)
      isWhole = result == 0 || hasHarmlessWarning
      count = isWhole ? buffer.count : 0
    }
    if !isWhole { throw unsafe .turboJPEG(handle) }
    guard hasInks else { return Bitmap(width: width, height: height, pixels: pixels) }
    let isInverted = JPEGSegments(bytes).isFromAdobe
    return Bitmap(
      width: width, height: height, inverseInks: isInverted ? pixels : pixels.map { 255 - $0 })
  }

  /// Some cameras pad the file before its end marker; by then every pixel is there. All other
  /// warnings mean that a part of the picture is missing or guessed.
  private var hasHarmlessWarning: Bool {
    unsafe tjGetErrorCode(handle) == TJERR_WARNING.rawValue
      && tjGetErrorStr2(handle).map { unsafe String(cString: $0) }?
        .hasSuffix("extraneous bytes before marker 0xd9") == true
  }

  private func reduced(_ length: Int, by divisor: Int) -> Int {
    (length + divisor - 1) / divisor
  }
}

extension ImageFault {
  /// `tjGetErrorStr2`: what the last call complained about.
  static func turboJPEG(_ handle: tjhandle) -> ImageFault {
    let message = unsafe tjGetErrorStr2(handle).map { unsafe String(cString: $0) } ?? "unknown"
    // Its sentences begin with a capital, and some with the name of a function.
    let sentence = message.split(separator: ": ").last.map(String.init) ?? message
    return .damaged(.jpeg, sentence.prefix(1).lowercased() + sentence.dropFirst())
  }
}
