import CDecoding
import Pixels

/// Decodes JPEG by libjpeg's rows.
enum JPEGReader {
  /// What the header says.
  struct Facts {
    /// px as stored, > 0.
    var width: Int
    var height: Int
    /// Cyan, magenta, yellow and black.
    var hasInks: Bool
    /// One channel.
    var isGray: Bool
    /// Its scans are held together in memory before there is a picture.
    var isInScans: Bool
    /// Bytes for that.
    var heldBytes: Int
  }

  /// `read_jpeg_facts`.
  static func facts(_ bytes: [UInt8]) throws(ImageFault) -> Facts {
    var facts = jpeg_facts()
    var told = decoding()
    guard unsafe read_jpeg_facts(bytes, bytes.count, &facts, &told) else {
      throw .damaged(.jpeg, DecodingReport(told).complaint)
    }
    return Facts(
      width: Int(facts.width), height: Int(facts.height), hasInks: facts.has_inks,
      isGray: facts.is_gray,
      isInScans: facts.is_in_scans, heldBytes: Int(facts.held_bytes))
  }

  /// `decode_jpeg`, at the smallest of four scales that covers what is asked for.
  ///
  /// libjpeg-turbo has vector code for these four only; the eighths between are slower than 1.
  static func bitmap(
    _ bytes: [UInt8], covering: (width: Int, height: Int)
  ) throws(ImageFault) -> DecodedPixels {
    let facts = try facts(bytes)
    // What its scans hold is there as long as the bitmap grows.
    let room = (560_000_000 - bytes.count - facts.heldBytes) / 4
    guard room > 0 else {
      throw .tooManyPixels(
        .jpeg, width: facts.width, height: facts.height, limit: ImageLimits.wholePixels)
    }
    let reduction = Reduction(
      of: facts.width, facts.height, coveringWidth: covering.width, height: covering.height,
      mostPixels: min(room, ImageLimits.decodedPixels), isOnlyForSize: false)
    let (width, height) = (reduction.width, reduction.height)
    var told = DecodingReport()
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 4) { room, count in
      told = unsafe DecodingReport(
        decode_jpeg(
          bytes, bytes.count, UInt32(facts.width), UInt32(facts.height), UInt32(reduction.divisor),
          mostScans(facts), room.baseAddress))
      count = told.isWhole ? room.count : 0
    }
    guard told.isWhole else { throw told.fault(.jpeg) }
    let remarks = told.complaint.isEmpty ? [] : [ImageRemark.oddity(.jpeg, told.complaint)]
    let segments = JPEGSegments(bytes)
    let content: DecodedPixels.Content
    if facts.hasInks {
      let inks = segments.isFromAdobe ? pixels.map { 255 - $0 } : pixels
      content = .inks(inks, width: width, height: height)
    } else {
      content = .colors(Bitmap(width: width, height: height, pixels: pixels))
    }
    return DecodedPixels(
      content: content, isGray: facts.isGray, colors: segments.colors, remarks: remarks)
  }

  /// A file of thousands of scans, each of a few bytes, would cost minutes; cameras and encoders
  /// write some ten.
  private static func mostScans(_ facts: Facts) -> UInt32 {
    let budget = 2_000_000_000
    return UInt32(min(max(budget / (facts.width * facts.height), 25), 500))
  }
}
