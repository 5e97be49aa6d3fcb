import CDecoding
import Pixels

/// Decodes PNG by libpng's rows.
enum PNGReader {
  /// `decode_png`, of the chunks that hold the picture.
  ///
  /// - Returns: the picture, and what is odd about it though every pixel is there.
  ///
  /// - Parameter mostPixels: of a picture that is not reduced.
  static func bitmap(
    _ bytes: [UInt8], covering: (width: Int, height: Int),
    mostPixels: Int = ImageLimits.decodedPixels
  ) throws(ImageFault) -> DecodedPixels {
    let chunks = try PNGChunks(bytes)
    let (width, height) = (chunks.width, chunks.height)
    let reduction = Reduction(
      of: width, height, coveringWidth: covering.width, height: covering.height,
      mostPixels: mostPixels, isOnlyForSize: true)
    let (file, hasWrongSum) = chunks.pictureFile()
    var (pixels, told) = decoded(file, of: chunks, by: reduction, checksSum: true)
    let isOtherStream = told.isSumComplaint
    if isOtherStream, !told.isWhole {
      // Some writers get the sum wrong, and no pixel.
      (pixels, told) = decoded(file, of: chunks, by: reduction, checksSum: false)
    }
    guard told.isWhole else { throw told.fault(.png) }
    // Two sums of three layers agree on one thing: the bytes are not those that were written.
    if hasWrongSum, isOtherStream {
      throw .damaged(.png, "its picture data are not those that were saved")
    }
    var remarks: [ImageRemark] = []
    if hasWrongSum {
      remarks.append(.oddity(.png, "a checksum in it is wrong"))
    } else if isOtherStream {
      remarks.append(.oddity(.png, "the checksum of its pixels is wrong"))
    } else if chunks.hasNoEnd {
      remarks.append(.oddity(.png, "it has no end"))
    } else if !told.complaint.isEmpty {
      remarks.append(.oddity(.png, told.complaint))
    }
    return DecodedPixels(
      content: .colors(
        reduction.divisor > 1
          ? Bitmap(width: reduction.width, height: reduction.height, pixels: pixels)
          : Bitmap(width: width, height: height, straightPixels: pixels)),
      isGray: chunks.isGray, colors: chunks.colors, remarks: remarks)
  }

  private static func decoded(
    _ file: [UInt8], of chunks: PNGChunks, by reduction: Reduction, checksSum: Bool
  ) -> (pixels: [UInt8], told: DecodingReport) {
    var told = DecodingReport()
    let size = reduction.width * reduction.height * 4
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: size) { room, count in
      told = unsafe DecodingReport(
        decode_png(
          file, file.count, UInt32(chunks.width), UInt32(chunks.height),
          UInt32(reduction.divisor), checksSum, room.baseAddress))
      count = told.isWhole ? room.count : 0
    }
    return (pixels, told)
  }
}

extension DecodingReport {
  /// `is_png_sum_complaint`: whether it is about the checksum behind the zlib stream.
  fileprivate var isSumComplaint: Bool { complaint.contains("incorrect data check") }
}
