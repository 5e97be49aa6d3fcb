import Diagnostics
import Pixels
import TestSupport
import Testing

@testable import Images

/// Of animations the first frame is drawn, and that is said.
@Suite struct FirstFrameTests {
  /// A GIF of 4 × 3 px: red, green, blue and one transparent color.
  private static func gif(frames: Int, isInterlaced: Bool = false) -> [UInt8] {
    var file = Array("GIF89a".utf8) + [4, 0, 3, 0, 0x81, 0, 0]
    file += [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9]
    for frame in 0..<frames {
      // The fourth color is transparent.
      file += [0x21, 0xf9, 4, 1, 10, 0, 3, 0]
      // One pixel from the left, 3 × 3 px.
      file += [0x2c, 1, 0, 0, 0, 3, 0, 3, 0, isInterlaced ? 0x40 : 0]
      let rows: [[UInt8]] =
        frame == 0 ? [[0, 1, 2], [3, 1, 1], [2, 2, 0]] : [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
      let order = isInterlaced ? [0, 2, 1] : [0, 1, 2]
      file += lzw(order.flatMap { rows[$0] })
    }
    return file + [0x3b]
  }

  /// Codes of three bits, with the dictionary cleared before it could grow.
  private static func lzw(_ colors: [UInt8]) -> [UInt8] {
    var codes: [Int] = []
    for (index, color) in colors.enumerated() {
      if index % 2 == 0 { codes.append(4) }
      codes.append(Int(color))
    }
    codes.append(5)
    var (bytes, bits, count) = ([UInt8](), 0, 0)
    for code in codes {
      bits |= code << count
      count += 3
      while count >= 8 {
        bytes.append(UInt8(bits & 255))
        (bits, count) = (bits >> 8, count - 8)
      }
    }
    bytes.append(UInt8(bits & 255))
    return [2, UInt8(bytes.count)] + bytes + [0]
  }

  private static let pixels: [UInt8] = [
    0, 0, 0, 0, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0, 255, 0, 255, 0, 255,
    0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255, 255, 0, 0, 255,
  ]

  @Test(arguments: [false, true]) func aGIFIsDrawn(isInterlaced: Bool) throws {
    let file = Self.gif(frames: 1, isInterlaced: isInterlaced)
    #expect(try decode(file) == Bitmap(width: 4, height: 3, pixels: Self.pixels))
    #expect(try warnings(file).isEmpty)
  }

  @Test func theFirstFrameOfAGIFIsDrawn() throws {
    let file = Self.gif(frames: 3)
    #expect(try decode(file).pixels == Self.pixels)
    #expect(
      try warnings(file).map(\.message) == [
        "\"photo\" is an animated GIF, of which the first frame is drawn"
      ])
  }

  @Test func aGIFCutOffInItsFrameIsAnError() throws {
    let file = Self.gif(frames: 1)
    for count in 0..<file.count - 3 {
      #expect(throws: Diagnostic.self, "\(count)") { _ = try decode(Array(file[..<count])) }
    }
  }

  @Test func changedBytesNeverCrash() throws {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<400 {
      var file = Self.gif(frames: 2)
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let at = Int.random(in: 6..<file.count, using: &numbers)
        file[at] = UInt8.random(in: 0...255, using: &numbers)
      }
      do {
        let image = try EncodedImage(file, named: "photo")
        if image.header.width * image.header.height > 1_000_000 { continue }
        #expect(try image.decoded().width == image.header.width)
      } catch {
        #expect(error.severity == .error)
      }
    }
  }

  @Test func theFirstFrameOfAWebPIsDrawn() throws {
    let picture = Samples.gradient(20, 10)
    let still = try Samples.encoded(picture, .webp)
    // At 4 px from the left and 6 from the top of 40 × 30.
    let place = Samples.little(2, 3) + Samples.little(3, 3)
    let size = Samples.little(19, 3) + Samples.little(9, 3)
    let frame = Samples.webpChunk(
      "ANMF", place + size + [100, 0, 0, 0] + Array(still[12...]))
    let head = Samples.webpChunk(
      "VP8X", [2, 0, 0, 0] + Samples.little(39, 3) + Samples.little(29, 3))
    let body =
      Array("WEBP".utf8) + head + Samples.webpChunk("ANIM", [0, 0, 0, 0, 0, 0])
      + frame + frame
    let file = Array("RIFF".utf8) + Samples.little(body.count, 4) + body
    let drawn = try decode(file)
    let expected = try decode(still)
    #expect(drawn.width == 40 && drawn.height == 30)
    #expect(
      drawn.resampled(crop: Rect(x: 4, y: 6, width: 20, height: 10), width: 20, height: 10)
        == expected)
    #expect(drawn.pixels[..<4].elementsEqual([0, 0, 0, 0]))
    #expect(
      try warnings(file).map(\.message) == [
        "\"photo\" is an animated WebP, of which the first frame is drawn"
      ])
  }
}
