import Diagnostics
import Images
import Pixels
import Testing

/// JPEGs that decoders complain about though every pixel is there.
@Suite struct JPEGOddityTests {
  private let picture = Samples.gradient(90, 60)

  private func file() throws -> [UInt8] { try Samples.encoded(picture, .jpeg) }

  private func place(of marker: UInt8, in file: [UInt8]) throws -> Int {
    try #require(file.indices.dropLast().first { file[$0] == 0xff && file[$0 + 1] == marker })
  }

  private func expectDrawn(_ odd: [UInt8], because reason: String) throws {
    #expect(try decode(odd) == decode(file()))
    let warnings = try warnings(odd)
    #expect(
      warnings.map(\.message) == ["\"photo\" is an odd JPEG, drawn all the same: \(reason)"])
    #expect(warnings.allSatisfy { $0.severity == .warning })
  }

  @Test func bytesBeforeAMarkerAreSteppedOver() throws {
    var odd = try file()
    odd.insert(contentsOf: [1, 2, 3], at: try place(of: 0xdb, in: odd))
    try expectDrawn(odd, because: "3 extraneous bytes before marker 0xdb")
  }

  @Test func paddingBeforeTheEndIsOrdinary() throws {
    var odd = try file()
    odd.insert(contentsOf: [0, 0, 0, 0], at: odd.count - 2)
    #expect(try decode(odd) == decode(file()))
    #expect(try warnings(odd).isEmpty)
  }

  @Test func aMissingEndIsNoLoss() throws {
    try expectDrawn(Array(file().dropLast(2)), because: "it has no end marker")
    try expectDrawn(Array(file().dropLast()), because: "it has no end marker")
  }

  @Test func aMissingScanIsALoss() throws {
    let file = Samples.bytes(hex: JPEGFiles.progressive)
    let scans = file.indices.dropLast().filter { file[$0] == 0xff && file[$0 + 1] == 0xda }
    for scan in scans.dropFirst() {
      #expect(
        try complaint(Array(file[..<scan])).message
          == "\"photo\" is a damaged JPEG: it ends before its picture does")
    }
    #expect(try decode(Array(file.dropLast(2))) == decode(file))
  }

  @Test func oddScanParametersAreIgnored() throws {
    var odd = try file()
    let scan = try place(of: 0xda, in: odd)
    let header = Int(odd[scan + 2]) << 8 | Int(odd[scan + 3])
    odd[scan + header] = 0
    try expectDrawn(odd, because: "invalid SOS parameters for sequential JPEG")
  }

  @Test func anUnknownRevisionIsReadAsTheKnownOnes() throws {
    var odd = try file()
    odd[try place(of: 0xe0, in: odd) + 9] = 9
    try expectDrawn(odd, because: "unknown JFIF revision number 9.01")
  }

  @Test func changedPixelDataAreAnError() throws {
    let good = try file()
    let scan = try place(of: 0xda, in: good)
    var cut = good
    // The end marker in the middle of the scan.
    cut.replaceSubrange(scan + 200..<scan + 202, with: [0xff, 0xd9])
    #expect(try complaint(cut).message.hasSuffix(" % of its pixels are there"))
  }

  @Test func uncommonSamplingIsRead() throws {
    // Luma four times as wide and twice as high as chroma.
    let file = Self.file(sampling: [(4, 2), (1, 1), (1, 1)], width: 32, height: 16)
    #expect(try decode(file) == Bitmap(width: 32, height: 16, gray: 208))
    #expect(try warnings(file).isEmpty)
  }

  @Test func inksOfSeveralSizesAreRead() throws {
    let file = Self.file(sampling: [(2, 2), (1, 1), (1, 1), (1, 1)], width: 16, height: 16)
    // Without Adobe's mark: cyan 208, the others 128, as much as there is of each.
    let (cyan, other) = (UInt8((47 * 127 + 127) / 255), UInt8((127 * 127 + 127) / 255))
    let expected = Bitmap(
      width: 16, height: 16,
      pixels: (0..<256).flatMap { _ in [cyan, other, other, 255] })
    #expect(try difference(decode(file), expected) < 1)
  }

  /// One block group whose first component is 208 everywhere, and the others 128.
  private static func file(sampling: [(Int, Int)], width: Int, height: Int) -> [UInt8] {
    func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
      [0xff, marker, 0, UInt8(payload.count + 2)] + payload
    }
    var file: [UInt8] = [0xff, 0xd8]
    file += segment(0xdb, [0] + [UInt8](repeating: 16, count: 64))
    let components = sampling.enumerated().flatMap { index, factors -> [UInt8] in
      [UInt8(index + 1), UInt8(factors.0 << 4 | factors.1), 0]
    }
    file += segment(
      0xc0, [8, 0, UInt8(height), 0, UInt8(width), UInt8(sampling.count)] + components)
    // Codes: "0" for no difference, "10" for one of six bits; "0" for the end of a block.
    file += segment(0xc4, [0, 1, 1] + [UInt8](repeating: 0, count: 14) + [0, 6])
    file += segment(0xc4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
    let scan = sampling.indices.flatMap { index -> [UInt8] in [UInt8(index + 1), 0] }
    file += segment(0xda, [UInt8(sampling.count)] + scan + [0, 63, 0])
    // 40 × 16 / 8 = 80 above the middle.
    let blocks = sampling.reduce(0) { $0 + $1.0 * $1.1 }
    var bits = "10" + "101000" + "0" + String(repeating: "00", count: blocks - 1)
    bits += String(repeating: "1", count: (8 - bits.count % 8) % 8)
    let digits = Array(bits)
    for start in stride(from: 0, to: digits.count, by: 8) {
      file.append(digits[start..<start + 8].reduce(0) { $0 << 1 | ($1 == "1" ? 1 : 0) })
    }
    return file + [0xff, 0xd9]
  }
}

extension Bitmap {
  fileprivate init(width: Int, height: Int, gray: UInt8) {
    self.init(
      width: width, height: height,
      pixels: (0..<width * height).flatMap { _ in [gray, gray, gray, 255] })
  }
}
