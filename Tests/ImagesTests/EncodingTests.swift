import Diagnostics
import Images
import Pixels
import Testing

@Suite struct EncodingTests {
  @Test(arguments: [(1, 1), (1, 5), (7, 3), (64, 33), (301, 211)])
  func pngKeepsEveryPixel(width: Int, height: Int) throws {
    for picture in [Samples.gradient(width, height), Samples.noise(width, height)] {
      for compression in PNGCompression.allCases {
        let file = try Samples.encoded(picture, .png(compression))
        #expect(try decode(file) == picture)
      }
    }
  }

  @Test func aWideRowIsItsOwnBand() throws {
    let picture = Samples.noise(40_000 / 2, 3)
    #expect(try decode(Samples.encoded(picture, .png(.fast))) == picture)
  }

  @Test func pngHasNoAlphaAndNoMetadata() throws {
    let file = try Samples.encoded(Samples.gradient(9, 9), .png(.fast))
    #expect(file[25] == 2)
    var chunks: [String] = []
    var offset = 8
    while offset < file.count {
      let length = file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      chunks.append(String(decoding: file[offset + 4..<offset + 8], as: UTF8.self))
      offset += 12 + length
    }
    #expect(chunks == ["IHDR", "sRGB", "IDAT", "IEND"])
  }

  @Test func pngOfRepeatedPixelsIsTiny() throws {
    let blank = Bitmap(width: 500, height: 500, pixels: [UInt8](repeating: 255, count: 1_000_000))
    #expect(try Samples.encoded(blank, .png(.fast)).count < 4_000)
  }

  @Test func jpegAndWebPLookTheSame() throws {
    let picture = Samples.gradient(120, 80)
    #expect(try difference(decode(Samples.encoded(picture, .jpeg)), picture) < 1.5)
    #expect(try difference(decode(Samples.encoded(picture, .webp)), picture) < 2.5)
  }

  @Test func jpegKeepsColorsOfSinglePixels() throws {
    // Halved chroma would mix each red column with its gray neighbors.
    let pixels = (0..<32 * 32).flatMap { i -> [UInt8] in
      i % 2 == 0 ? [200, 60, 60, 255] : [90, 90, 90, 255]
    }
    let picture = Bitmap(width: 32, height: 32, pixels: pixels)
    #expect(try difference(decode(Samples.encoded(picture, .jpeg)), picture) < 4)
  }

  @Test func higherQualityTakesMoreBytes() throws {
    let picture = Samples.noise(64, 64)
    for make in [ImageEncoding.jpeg(quality:), ImageEncoding.webp(quality:)] {
      let sizes = try [-5, 1, 50, 100, 900].map { try Samples.encoded(picture, make($0)).count }
      #expect(sizes[0] == sizes[1] && sizes[1] < sizes[2])
      #expect(sizes[2] < sizes[3] && sizes[3] == sizes[4])
    }
  }

  @Test func aSideTooLongForTheFormatIsAnError() throws {
    let long = Bitmap(width: 66_000, height: 1)
    let webp = try #require(throws: Diagnostic.self) {
      try long.encoded(as: .webp, named: "a.webp")
    }
    #expect(
      webp.message == "cannot write \"a.webp\" as WebP: no side of it can exceed 16383 px")
    let jpeg = try #require(throws: Diagnostic.self) { try long.encoded(as: .jpeg, named: "a.jpg") }
    #expect(
      jpeg.message == "cannot write \"a.jpg\" as JPEG: its encoder refused 66000 × 1 px")
  }
}
