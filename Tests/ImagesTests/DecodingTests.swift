import Diagnostics
import Images
import Pixels
import Testing

@Suite struct DecodingTests {
  @Test func everyPNGColorTypeIsRead() throws {
    // One row of two pixels each; the first byte of a row is its filter.
    let gray = Samples.png(width: 2, height: 1, depth: 8, colorType: 0, rows: [0, 10, 200])
    #expect(try decode(gray).pixels == [10, 10, 10, 255, 200, 200, 200, 255])
    let grayAlpha = Samples.png(
      width: 2, height: 1, depth: 8, colorType: 4, rows: [0, 200, 0, 100, 51])
    #expect(try decode(grayAlpha).pixels == [0, 0, 0, 0, 20, 20, 20, 51])
    let rgba = Samples.png(
      width: 2, height: 1, depth: 8, colorType: 6, rows: [0, 255, 0, 100, 51, 1, 2, 3, 255])
    #expect(try decode(rgba).pixels == [51, 0, 20, 51, 1, 2, 3, 255])
    let palette = Samples.png(
      width: 2, height: 1, depth: 1, colorType: 3, rows: [0, 0b0100_0000],
      extra: Samples.chunk("PLTE", [255, 0, 0, 0, 0, 255]) + Samples.chunk("tRNS", [0]))
    #expect(try decode(palette).pixels == [0, 0, 0, 0, 0, 0, 255, 255])
    let deep = Samples.png(
      width: 1, height: 1, depth: 16, colorType: 2, rows: [0, 0x80, 0x80, 0x10, 0x10, 0xff, 0xff])
    #expect(try decode(deep).pixels == [128, 16, 255, 255])
  }

  @Test func grayAndProgressiveJPEGsAreRead() throws {
    let gray = try decode(Samples.bytes(hex: JPEGFiles.gray))
    #expect(gray.width == 8 && gray.height == 8)
    #expect(gray.pixels.prefix(4).elementsEqual([0x90, 0x90, 0x90, 255]))
    let progressive = try decode(Samples.bytes(hex: JPEGFiles.progressive))
    let corner = progressive.pixels.suffix(4)
    #expect(progressive.width == 16 && corner.last == 255)
    #expect(zip(corner, [240, 240, 100, 255]).allSatisfy { abs(Int($0) - $1) < 12 })
  }

  @Test func inksBecomeColors() throws {
    // Cyan 0, magenta 100, yellow 50, black 20 %.
    let files = [JPEGFiles.adobeCMYK, JPEGFiles.adobeYCCK, JPEGFiles.plainCMYK]
    for file in files {
      let pixel = try decode(Samples.bytes(hex: file)).pixels.prefix(4)
      #expect(zip(pixel, [204, 0, 102, 255]).allSatisfy { abs(Int($0) - $1) <= 3 }, "\(pixel)")
    }
  }

  @Test func aJPEGIsReducedAsFarAsItStillCovers() throws {
    let image = try EncodedImage(
      Samples.encoded(Samples.gradient(401, 300), .jpeg), named: "photo")
    let sizes: [(wanted: (Int, Int), expected: (Int, Int))] = [
      ((401, 300), (401, 300)), ((202, 100), (401, 300)), ((999, 1), (401, 300)),
      ((201, 100), (201, 150)), ((1, 39), (101, 75)), ((51, 38), (51, 38)), ((1, 1), (51, 38)),
    ]
    for (wanted, expected) in sizes {
      let bitmap = try image.decoded(coveringWidth: wanted.0, height: wanted.1).bitmap
      #expect((bitmap.width, bitmap.height) == expected, "\(wanted)")
    }
  }

  @Test func aReducedJPEGLooksLikeTheWhole() throws {
    let picture = Samples.gradient(256, 128)
    let image = try EncodedImage(Samples.encoded(picture, .jpeg), named: "photo")
    let half = try image.decoded(coveringWidth: 128, height: 64).bitmap
    let expected = picture.resampled(crop: Rect(width: 256, height: 128), width: 128, height: 64)
    #expect(difference(half, expected) < 1.5)
  }

  @Test func theFormatIsInTheBytes() throws {
    let picture = Samples.gradient(8, 8)
    let encodings: [(ImageEncoding, ImageFormat)] = [
      (.png(.fast), .png), (.jpeg, .jpeg), (.webp, .webp),
    ]
    for (encoding, format) in encodings {
      let header = try ImageHeader(Samples.encoded(picture, encoding), named: "wrong.gif")
      #expect(header.format == format && header.width == 8 && header.height == 8)
      #expect(header.orientation == .up)
    }
  }
}
