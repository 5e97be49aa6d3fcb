import Diagnostics
import Pixels
import TestSupport
import Testing

@testable import Images

/// Pictures and files made for the tests.
enum Samples {
  /// Smooth, as photos are, with a different color in each corner.
  static func gradient(_ width: Int, _ height: Int) -> Bitmap {
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let red = UInt8(x * 255 / max(width - 1, 1))
        let green = UInt8(y * 255 / max(height - 1, 1))
        pixels += [red, green, 90, 255]
      }
    }
    return Bitmap(width: width, height: height, pixels: pixels)
  }

  static func noise(_ width: Int, _ height: Int) -> Bitmap {
    var numbers = SeededNumbers(seed: 7)
    var pixels: [UInt8] = []
    for i in 0..<width * height * 4 {
      pixels.append(i % 4 == 3 ? 255 : UInt8.random(in: 0...255, using: &numbers))
    }
    return Bitmap(width: width, height: height, pixels: pixels)
  }

  static func encoded(_ bitmap: Bitmap, _ encoding: ImageEncoding) throws -> [UInt8] {
    try bitmap.encoded(as: encoding, named: "sample")
  }

  /// A TIFF structure whose first directory has one entry.
  static func exif(
    _ orientation: Int, bigEndian: Bool = true, directory: Int = 8, count: Int = 1
  ) -> [UInt8] {
    func number(_ value: Int, _ bytes: Int) -> [UInt8] {
      let digits = (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      return bigEndian ? digits.reversed() : digits
    }
    var bytes = Array((bigEndian ? "MM" : "II").utf8)
    for (value, size) in [
      (42, 2), (directory, 4), (count, 2), (0x0112, 2), (3, 2), (1, 4), (orientation, 2), (0, 2),
      (0, 4),
    ] {
      bytes += number(value, size)
    }
    return bytes
  }

  /// With an APP1 segment after the first marker.
  static func jpeg(_ file: [UInt8], exif: [UInt8]) -> [UInt8] {
    let payload = Array("Exif\0\0".utf8) + exif
    let length = payload.count + 2
    let head: [UInt8] = [0xff, 0xe1, UInt8(length >> 8), UInt8(length & 255)]
    return Array(file[..<2]) + head + payload + Array(file[2...])
  }

  /// With a profile in one APP2 segment after the first marker.
  static func jpeg(_ file: [UInt8], profile: [UInt8]) -> [UInt8] {
    let payload = Array("ICC_PROFILE\0".utf8) + [1, 1] + profile
    let length = payload.count + 2
    let head: [UInt8] = [0xff, 0xe2, UInt8(length >> 8), UInt8(length & 255)]
    return Array(file[..<2]) + head + payload + Array(file[2...])
  }

  /// With an eXIf chunk after IHDR.
  static func png(_ file: [UInt8], exif: [UInt8]) -> [UInt8] {
    Array(file[..<33]) + chunk("eXIf", exif) + file[33...]
  }

  /// As an extended file with an EXIF chunk.
  static func webp(_ file: [UInt8], size: (Int, Int), exif: [UInt8]) -> [UInt8] {
    extended(file, size: size, flags: 0x08, after: webpChunk("EXIF", exif))
  }

  /// As an extended file with an ICCP chunk.
  static func webp(_ file: [UInt8], size: (Int, Int), profile: [UInt8]) -> [UInt8] {
    extended(file, size: size, flags: 0x20, before: webpChunk("ICCP", profile))
  }

  private static func extended(
    _ file: [UInt8], size: (Int, Int), flags: UInt8, before: [UInt8] = [], after: [UInt8] = []
  ) -> [UInt8] {
    let header = [flags, 0, 0, 0] + little(size.0 - 1, 3) + little(size.1 - 1, 3)
    let body = Array("WEBP".utf8) + webpChunk("VP8X", header) + before + file[12...] + after
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  static func webpChunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    Array(kind.utf8) + little(data.count, 4) + data + [UInt8](repeating: 0, count: data.count % 2)
  }

  static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(data.count) + body + bigEndian(Int(crc32(body[...])))
  }

  static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// A PNG of any color type, its rows stored without compression and filters.
  static func png(
    width: Int, height: Int, depth: UInt8, colorType: UInt8, rows: [UInt8],
    extra: [UInt8] = [], isInterlaced: Bool = false
  ) -> [UInt8] {
    png(
      width: width, height: height, depth: depth, colorType: colorType, stream: zlib(rows),
      extra: extra, isInterlaced: isInterlaced)
  }

  /// A zlib stream without compression.
  ///
  /// Source: RFC 1950; RFC 1951, section 3.2.4.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65521
      b = (b + a) % 65521
    }
    let (low, high) = (UInt8(bytes.count & 255), UInt8(bytes.count >> 8))
    return [0x78, 0x01, 1, low, high, ~low, ~high] + bytes + bigEndian(b << 16 | a)
  }

  /// A PNG of any color type around a zlib stream of filtered rows.
  static func png(
    width: Int, height: Int, depth: UInt8, colorType: UInt8, stream: [UInt8],
    extra: [UInt8] = [], isInterlaced: Bool = false
  ) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    file += chunk(
      "IHDR",
      bigEndian(width) + bigEndian(height) + [depth, colorType, 0, 0, isInterlaced ? 1 : 0])
    file += extra
    file += chunk("IDAT", stream) + chunk("IEND", [])
    return file
  }

  static func bytes(hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}

func decode(_ bytes: [UInt8]) throws(Diagnostic) -> Bitmap {
  try EncodedImage(bytes, named: "photo").decoded()
}

/// What is said of a picture that is drawn.
func warnings(_ bytes: [UInt8]) throws(Diagnostic) -> [Diagnostic] {
  let image = try EncodedImage(bytes, named: "photo")
  return try image.decoded(coveringWidth: image.header.width, height: image.header.height)
    .remarks.map { $0.warning(named: "photo", at: nil) }
}

/// The error that decoding ends with.
func complaint(_ bytes: [UInt8]) throws -> Diagnostic {
  try #require(throws: Diagnostic.self) { _ = try decode(bytes) }
}

/// The mean difference of two pictures' channels.
func difference(_ a: Bitmap, _ b: Bitmap) -> Double {
  guard a.width == b.width, a.height == b.height else { return .infinity }
  let sum = zip(a.pixels, b.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
  return Double(sum) / Double(a.pixels.count)
}
