import CDecoding
import Pixels

/// Decodes the first frame of a GIF by giflib.
enum GIFReader {
  /// px of the whole picture.
  ///
  /// Source: GIF89a specification, section 18.
  static func size(_ bytes: [UInt8]) throws(ImageFault) -> (width: Int, height: Int) {
    let reading = ByteReading(bytes: bytes, order: .little)
    guard let width = reading.uint16(at: 6), let height = reading.uint16(at: 8) else {
      throw .damaged(.gif, "its header is cut off")
    }
    return (width, height)
  }

  /// `decode_gif`.
  static func bitmap(_ bytes: [UInt8]) throws(ImageFault) -> DecodedPixels {
    let (width, height) = try size(bytes)
    var told = DecodingReport()
    var isAnimated = false
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 4) { room, count in
      told = unsafe DecodingReport(
        decode_gif(
          bytes, bytes.count, UInt32(width), UInt32(height), room.baseAddress, &isAnimated))
      count = told.isWhole ? room.count : 0
    }
    guard told.isWhole else { throw told.fault(.gif) }
    return DecodedPixels(
      content: .colors(Bitmap(width: width, height: height, straightPixels: pixels)),
      remarks: isAnimated ? [.firstFrame(.gif)] : [])
  }
}
