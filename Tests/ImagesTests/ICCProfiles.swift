/// ICC profiles written for the tests.
///
/// Source: ICC.1:2010, sections 7, 9 and 10.
enum ICCProfiles {
  /// The colors of an iPhone's photos.
  static let displayP3 = matrix(
    red: [0.51512, 0.24120, -0.00105], green: [0.29198, 0.69225, 0.04189],
    blue: [0.15710, 0.06657, 0.78407], curve: srgbCurve)
  static let adobeRGB = matrix(
    red: [0.60974, 0.31111, 0.01947], green: [0.20528, 0.62567, 0.06087],
    blue: [0.14919, 0.06322, 0.74457], curve: gamma(2.19921875))
  static let srgb = matrix(
    red: [0.43607, 0.22249, 0.01392], green: [0.38515, 0.71687, 0.09708],
    blue: [0.14307, 0.06061, 0.71410], curve: srgbCurve)

  /// A gray of a power of light.
  static func gray(_ exponent: Double) -> [UInt8] {
    file(
      space: "GRAY", connection: "XYZ ", tags: [("wtpt", xyz(white)), ("kTRC", gamma(exponent))])
  }

  /// Whose lightness is 100 by the mean of the channels, and all colors are gray.
  static let lightnessTable = file(
    space: "RGB ", connection: "Lab ",
    tags: [("wtpt", xyz(white)), ("A2B0", table(channels: 3) { Double($0.reduce(0, +)) / 3 })])

  /// Whose lightness is what black leaves; the other inks count for nothing.
  static let blackInk = file(
    space: "CMYK", connection: "Lab ", class: "prtr",
    tags: [("wtpt", xyz(white)), ("A2B0", table(channels: 4) { Double(1 - $0[3]) })])

  static func matrix(
    red: [Double], green: [Double], blue: [Double], curve: [UInt8]
  ) -> [UInt8] {
    file(
      space: "RGB ", connection: "XYZ ",
      tags: [
        ("wtpt", xyz(white)), ("rXYZ", xyz(red)), ("gXYZ", xyz(green)), ("bXYZ", xyz(blue)),
        ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
      ])
  }

  static let srgbCurve =
    Array("para".utf8) + [0, 0, 0, 0, 0, 3, 0, 0]
    + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)

  static func gamma(_ exponent: Double) -> [UInt8] {
    Array("curv".utf8) + [0, 0, 0, 0, 0, 0, 0, 1] + sixteen(Int((exponent * 256).rounded()))
  }

  private static let white = [0.9642, 1, 0.8249]

  private static func xyz(_ numbers: [Double]) -> [UInt8] {
    Array("XYZ ".utf8) + [0, 0, 0, 0] + numbers.flatMap(fixed)
  }

  /// A table of 16 bits with the corners of the space alone.
  private static func table(channels: Int, lightness: ([Int]) -> Double) -> [UInt8] {
    var tag = Array("mft2".utf8) + [0, 0, 0, 0, UInt8(channels), 3, 2, 0]
    tag += [1, 0, 0, 0, 1, 0, 0, 0, 1].flatMap { fixed($0) }
    tag += sixteen(2) + sixteen(2)
    let line = sixteen(0) + sixteen(0xffff)
    for _ in 0..<channels { tag += line }
    for corner in 0..<1 << channels {
      let color = (0..<channels).map { corner >> (channels - 1 - $0) & 1 }
      tag += sixteen(Int(lightness(color) * 0xff00)) + sixteen(0x8000) + sixteen(0x8000)
    }
    for _ in 0..<3 { tag += line }
    return tag
  }

  private static func file(
    space: String, connection: String, class kind: String = "mntr", tags: [(String, [UInt8])]
  ) -> [UInt8] {
    var table = Samples.bigEndian(tags.count)
    var data: [UInt8] = []
    for (name, content) in tags {
      table += Array(name.utf8) + Samples.bigEndian(132 + tags.count * 12 + data.count)
      table += Samples.bigEndian(content.count)
      data += content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    }
    var header = Samples.bigEndian(128 + table.count + data.count) + [0, 0, 0, 0, 2, 0x40, 0, 0]
    header += Array((kind + space + connection).utf8) + [UInt8](repeating: 0, count: 12)
    header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
    header += white.flatMap(fixed) + [UInt8](repeating: 0, count: 48)
    return header + table + data
  }

  private static func fixed(_ number: Double) -> [UInt8] {
    Samples.bigEndian(Int((number * 65_536).rounded()) & 0xffff_ffff)
  }

  private static func sixteen(_ number: Int) -> [UInt8] {
    [UInt8(number >> 8 & 255), UInt8(number & 255)]
  }
}
