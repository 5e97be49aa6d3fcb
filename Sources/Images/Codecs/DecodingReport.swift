import CDecoding
import Pixels

/// `struct decoding`: what came of decoding by a C library.
struct DecodingReport {
  /// Every pixel is there.
  var isWhole = false
  /// The file ends before its picture does.
  var isCutOff = false
  /// Of the pixels, those that were read, 0…1; less when that is not known.
  var share = -1.0
  /// Why not every pixel is there, or what is odd though they are; empty when nothing is.
  var complaint = ""

  init() {}

  /// Why it is not whole.
  func fault(_ format: ImageFormat) -> ImageFault {
    isCutOff ? .cutOff(format, share: share < 0 ? nil : share) : .damaged(format, complaint)
  }

  init(_ told: decoding) {
    var told = told
    isWhole = told.is_whole
    isCutOff = told.is_cut_off
    share = told.share
    let words = unsafe withUnsafeBytes(of: &told.complaint) {
      unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    // The libraries' sentences begin with a capital, some with the name of a chunk or function.
    let sentence = words.split(separator: ": ").last.map(String.init) ?? words
    complaint = sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}

/// What a decoder gives.
struct DecodedPixels {
  enum Content {
    case colors(Bitmap)
    /// How much there is of cyan, magenta, yellow and black: four bytes a pixel.
    case inks([UInt8], width: Int, height: Int)
  }

  /// As it is stored, not upright yet.
  var content: Content
  /// Red, green and blue are the same everywhere, by the file's kind.
  var isGray = false
  /// What the numbers mean.
  var colors = StoredColors.srgb
  /// What is odd about it though every pixel is there.
  var remarks: [ImageRemark] = []
}
