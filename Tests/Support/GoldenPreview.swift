import Diagnostics
import Files
import Images
import Pixels

/// Small JPEGs of golden pictures, and what has changed between one and a new drawing.
///
/// One a slide, not one sheet a carousel: some 500 of them take 5.5 MB at the first quality, a sheet of
/// eight slides could not keep 270 px a slide within 20 KiB, and a change touches one file only.
enum GoldenPreview {
  static let byteLimit = 20 << 10
  private static let width = 270
  /// The first at which a picture is small enough; nearly always the first.
  private static let qualities = [50, 40, 30, 20, 10, 5]
  private static let gap = 10
  private static let ground = Color(rgb: 0x808080)
  /// Differences of single steps are to be seen.
  private static let amplification = 8

  /// - Throws: when not even the lowest quality is small enough.
  static func bytes(of picture: Bitmap) throws(Diagnostic) -> [UInt8] {
    let small = picture.resampled(
      crop: Rect(width: Double(picture.width), height: Double(picture.height)), width: width,
      height: max(1, picture.height * width / picture.width))
    for quality in qualities {
      let bytes = try small.encoded(as: .jpeg(quality: quality), named: "preview")
      if bytes.count <= byteLimit { return bytes }
    }
    throw .error("a preview of \(width) x \(small.height) px takes more than \(byteLimit) bytes")
  }

  /// A PNG of `expected | difference | actual`, side by side.
  ///
  /// The new drawing goes through a JPEG too: blocks that did not change are the same in both, and
  /// their difference is black.
  static func difference(
    from expected: [UInt8], to picture: Bitmap, named name: String
  ) throws(Diagnostic) -> [UInt8] {
    let expected = try EncodedImage(expected, named: "\(name).jpg").decoded()
    let actual = try EncodedImage(try bytes(of: picture), named: name).decoded()
    let height = max(expected.height, actual.height)
    var sheet = Bitmap(width: 3 * width + 4 * gap, height: height + 2 * gap, color: ground)
    let pictures = [expected, difference(expected, actual), actual]
    for (index, picture) in pictures.enumerated() {
      sheet.draw(picture, x: gap + index * (width + gap), y: gap, within: sheet.bounds)
    }
    return try sheet.encoded(as: .png(.small), named: "\(name).png")
  }

  /// Black where both are alike; as high as the lower one.
  private static func difference(_ expected: Bitmap, _ actual: Bitmap) -> Bitmap {
    let height = min(expected.height, actual.height)
    var result = Bitmap(width: width, height: height)
    for index in 0..<width * height * 4 {
      let distance = abs(Int(expected.pixels[index]) - Int(actual.pixels[index]))
      result.pixels[index] = index % 4 == 3 ? 255 : UInt8(min(255, amplification * distance))
    }
    return result
  }
}
