import Images
import Pixels

extension FuzzTarget {
  /// A color profile in a JPEG, where it lies as it is.
  static let profiles = FuzzTarget("profiles", mostBytes: 8192) { profile in
    let picture = Bitmap(
      width: 2, height: 2,
      pixels: [200, 60, 40, 255, 9, 8, 7, 255] + [UInt8](repeating: 255, count: 8))
    let plain = try picture.encoded(as: .jpeg, named: "a")
    let payload = Array("ICC_PROFILE\0".utf8) + [1, 1] + profile
    let length = payload.count + 2
    let segment = [0xff, 0xe2, UInt8(length >> 8), UInt8(length & 255)] + payload
    let image = try EncodedImage(plain[..<2] + segment + plain[2...], named: "a")
    let decoded = try image.decoded(coveringWidth: 2, height: 2)
    precondition(decoded.inSRGB().isOpaque, "a profile made the picture transparent")
  }
}
