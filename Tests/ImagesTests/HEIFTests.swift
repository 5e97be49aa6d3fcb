import Diagnostics
import Pixels
import TestSupport
import Testing

@testable import Images

@Suite struct HEIFTests {
  private static let (red, green) = ([220, 40, 40], [40, 180, 60])
  private static let (blue, yellow) = ([50, 70, 210], [240, 220, 60])
  private static let gray = [128, 128, 128]

  /// The colors in the middle of squares of 32 px, in rows.
  private func squares(_ bitmap: Bitmap) -> [[Int]] {
    stride(from: 16, to: bitmap.height, by: 32).flatMap { y in
      stride(from: 16, to: bitmap.width, by: 32).map { x in
        let at = (y * bitmap.width + x) * 4
        return bitmap.pixels[at..<at + 4].map { Int($0) }
      }
    }
  }

  private func expect(
    _ file: [UInt8], shows colors: [[Int]], alpha: Int = 255,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let found = try squares(decode(file))
    let isNear = zip(found, colors).allSatisfy { one, other in
      zip(one, other.map { $0 * alpha / 255 } + [alpha]).allSatisfy { abs($0 - $1) <= 8 }
    }
    #expect(
      found.count == colors.count && isNear, "\(found), not \(colors)",
      sourceLocation: sourceLocation)
    #expect(try warnings(file).isEmpty, sourceLocation: sourceLocation)
  }

  private func file(
    _ coded: HEIFFile.Coded, _ properties: [[UInt8]] = []
  ) -> [UInt8] {
    var file = HEIFFile()
    if coded.kind == "av01" { file.brands = ["avif", "mif1", "avif", "miaf"] }
    file.add(1, coded, properties)
    return file.bytes
  }

  @Test func codedPicturesAreDrawn() throws {
    let colors = [Self.red, Self.green, Self.blue, Self.yellow]
    try expect(file(.quarters), shows: colors)
    try expect(file(.deepQuarters), shows: colors)
    try expect(file(.quartersAV1), shows: colors)
    #expect(try ImageHeader(file(.quarters)).format == .heic)
    #expect(try ImageHeader(file(.quartersAV1)).format == .avif)
  }

  @Test func theContainersTurnsAreDoneOnce() throws {
    // A quarter turn is counterclockwise.
    let turns = [
      [Self.red, Self.green, Self.blue, Self.yellow],
      [Self.green, Self.yellow, Self.red, Self.blue],
      [Self.yellow, Self.blue, Self.green, Self.red],
      [Self.blue, Self.red, Self.yellow, Self.green],
    ]
    for (quarters, colors) in turns.enumerated() {
      try expect(file(.quarters, [HEIFFile.turned(UInt8(quarters))]), shows: colors)
      try expect(file(.quartersAV1, [HEIFFile.turned(UInt8(quarters))]), shows: colors)
    }
    try expect(
      file(.quarters, [HEIFFile.mirrored(0)]),
      shows: [Self.blue, Self.yellow, Self.red, Self.green])
    try expect(
      file(.quarters, [HEIFFile.mirrored(1)]),
      shows: [Self.green, Self.red, Self.yellow, Self.blue])
  }

  @Test func aTurnedGridSwapsItsSides() throws {
    var grid = HEIFFile()
    grid.add(2, .quarters)
    grid.add(3, .gray)
    grid.addGrid(1, of: [2, 3], width: 120, height: 60, [HEIFFile.turned(3)])
    let header = try ImageHeader(grid.bytes)
    #expect(header.width == 60 && header.height == 120 && header.orientation == .up)
    try expect(
      grid.bytes,
      shows: [
        Self.blue, Self.red, Self.yellow, Self.green, Self.gray, Self.gray, Self.gray, Self.gray,
      ])
  }

  @Test func alphaIsAPictureOfItsOwn() throws {
    var picture = HEIFFile()
    picture.add(1, .quarters)
    picture.add(2, .gray, [HEIFFile.alpha])
    picture.references = [("auxl", 2, [1])]
    try expect(
      picture.bytes, shows: [Self.red, Self.green, Self.blue, Self.yellow], alpha: 128)
  }

  /// Where the gain map belongs to the picture and to its tone mapped twin, which libheif 1.15 refuses.
  @Test func photosOfIOS18AreDrawn() throws {
    var photo = HEIFFile()
    photo.brands = ["heic", "mif1", "MiHB", "MiHE", "MiPr", "miaf", "heic", "tmap"]
    photo.primary = 4
    photo.add(1, .quarters)
    photo.add(2, .gray)
    photo.add(3, .gray, [HEIFFile.auxiliary("urn:com:apple:photo:2020:aux:hdrgainmap")])
    photo.addGrid(4, of: [1, 2], width: 128, height: 64)
    photo.add(5, .gray)
    photo.items.append(.init(number: 6, kind: "Exif", properties: [], data: Samples.exif(6)))
    photo.items.append(.init(number: 7, kind: "tmap", properties: [], data: [0, 0, 0, 0]))
    photo.add(8, .gray, [HEIFFile.alpha])
    photo.references += [
      ("auxl", 3, [4, 7]), ("thmb", 5, [4]), ("cdsc", 6, [4, 7]), ("dimg", 7, [4, 3]),
      // And an alpha of its own for another picture.
      ("auxl", 8, [5]),
    ]
    try expect(
      photo.bytes,
      shows: [
        Self.red, Self.green, Self.gray, Self.gray, Self.blue, Self.yellow, Self.gray, Self.gray,
      ])
  }

  @Test func theStillOfASequenceIsDrawn() throws {
    for brand in ["hevc", "msf1"] {
      var sequence = HEIFFile()
      sequence.brands = [brand, brand, "iso8"]
      sequence.add(1, .quarters)
      let bytes = sequence.bytes + HEIFFile.box("moov", [])
      try expect(bytes, shows: [Self.red, Self.green, Self.blue, Self.yellow])
    }
    let track = HEIFFile.box("ftyp", Array("avis\0\0\0\0avis".utf8)) + HEIFFile.box("moov", [])
    #expect(
      try complaint(track).message == "\"photo\" is an AVIF sequence without a still picture")
  }

  @Test func profilesAndSignalsAreFollowed() throws {
    let plain = try decode(file(.quarters))
    for property in [HEIFFile.profile(ICCProfiles.displayP3), HEIFFile.signal(12, 13)] {
      let wide = try decode(file(.quarters, [property]))
      let expected = [240, 0, 25]
      #expect(zip(squares(wide)[0], expected).allSatisfy { abs($0 - $1) <= 8 }, "\(squares(wide))")
    }
    #expect(try decode(file(.quarters, [HEIFFile.signal(1, 13)])) == plain)
    let bright = try warnings(file(.quarters, [HEIFFile.signal(9, 16)]))
    #expect(
      bright.map(\.message) == [
        "\"photo\" is taken for sRGB: it is made for brighter screens (HDR)"
      ])
  }

  @Test func aFileCutOffAnywhereIsAnError() throws {
    for whole in [file(.quarters), file(.quartersAV1)] {
      for part in 0..<20 {
        let cut = Array(whole[..<(whole.count * part / 20)])
        #expect(throws: Diagnostic.self, "\(part) / 20") { _ = try decode(cut) }
      }
    }
  }

  @Test func changedBytesNeverCrash() throws {
    var numbers = SeededNumbers(seed: 18)
    var grid = HEIFFile()
    grid.add(2, .quarters)
    grid.add(3, .gray)
    grid.addGrid(1, of: [2, 3], width: 128, height: 64, [HEIFFile.turned(3)])
    for good in [file(.quarters), file(.quartersAV1), grid.bytes] {
      for _ in 0..<150 {
        var changed = good
        for _ in 0..<Int.random(in: 1...6, using: &numbers) {
          let at = changed.indices.randomElement(using: &numbers)!
          changed[at] = UInt8.random(in: 0...255, using: &numbers)
        }
        do {
          let image = try EncodedImage(changed, named: "photo")
          if image.header.width * image.header.height > 1_000_000 { continue }
          let bitmap = try image.decoded()
          #expect(bitmap.width == image.header.width && bitmap.height == image.header.height)
        } catch {
          #expect(error.severity == .error)
        }
      }
    }
  }

  @Test func aPictureOfTooManyPixelsIsRefusedByItsHeader() throws {
    var grid = HEIFFile()
    grid.add(2, .quarters)
    grid.addGrid(1, of: [2], width: 20_000, height: 10_000)
    #expect(
      try complaint(grid.bytes).message.hasPrefix(
        "\"photo\" is a HEIC of 20,000 × 10,000 px (200 megapixels);"))
  }
}
