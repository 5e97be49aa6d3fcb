import TestSupport
import Testing

@testable import Pixels

@Suite struct PixelFormatTests {
  @Test func premultiplyingRoundsToTheNearest() {
    let straight: [UInt8] = (0...255).flatMap { (alpha: UInt8) in
      (0...255).flatMap { (value: UInt8) in [value, 0, 255, alpha] }
    }
    let bitmap = Bitmap(width: 256, height: 256, straightPixels: straight)
    for alpha in 0...255 {
      for value in 0...255 {
        let at = (alpha * 256 + value) * 4
        let exact = (Double(alpha * value) / 255).rounded()
        #expect(bitmap.pixels[at] == UInt8(exact) && bitmap.pixels[at + 2] == UInt8(alpha))
      }
    }
  }

  @Test func inksAreMultipliedByBlack() {
    let bitmap = Bitmap(width: 2, height: 1, inks: [0, 255, 127, 51, 245, 235, 225, 0])
    #expect(bitmap.pixels == [204, 0, 102, 255, 10, 20, 30, 255])
  }

  @Test func oneTransparentPixelIsFound() {
    var bitmap = Bitmap(width: 5, height: 3, pixels: [UInt8](repeating: 255, count: 60))
    #expect(bitmap.isOpaque)
    bitmap.pixels[59] = 254
    #expect(!bitmap.isOpaque)
  }

  @Test func eachOrientationTurnsTheLetterFUpright() {
    // The upright picture: two columns, three rows.
    let upright = [1, 2, 3, 4, 5, 6]
    let stored: [Orientation: (width: Int, values: [Int])] = [
      .up: (2, [1, 2, 3, 4, 5, 6]), .mirrored: (2, [2, 1, 4, 3, 6, 5]),
      .upsideDown: (2, [6, 5, 4, 3, 2, 1]), .flipped: (2, [5, 6, 3, 4, 1, 2]),
      .transposed: (3, [1, 3, 5, 2, 4, 6]), .turnedLeft: (3, [2, 4, 6, 1, 3, 5]),
      .transversed: (3, [6, 4, 2, 5, 3, 1]), .turnedRight: (3, [5, 3, 1, 6, 4, 2]),
    ]
    for (orientation, picture) in stored {
      let bitmap = Bitmap(
        width: picture.width, height: 6 / picture.width, pixels: pixels(picture.values))
      let result = bitmap.upright(from: orientation)
      #expect(result.width == 2 && result.pixels == pixels(upright), "\(orientation)")
    }
    #expect(stored.count == Orientation.allCases.count)
  }

  @Test func tilesCoverALargePicture() {
    let values = Array(0..<70 * 45)
    let bitmap = Bitmap(width: 70, height: 45, pixels: pixels(values))
    let turned = bitmap.upright(from: .turnedLeft)
    #expect(turned.width == 45 && turned.height == 70)
    #expect(turned != bitmap && turned.upright(from: .turnedRight) == bitmap)
  }

  private func pixels(_ values: [Int]) -> [UInt8] {
    values.flatMap { [UInt8($0 & 255), UInt8($0 >> 8), 0, 255] }
  }
}

@Suite struct PNGRowTests {
  /// As the specification words it, byte by byte.
  private func expectedRows(_ bitmap: Bitmap) -> [UInt8] {
    func value(_ x: Int, _ y: Int, _ channel: Int) -> Int {
      x < 0 || y < 0 ? 0 : Int(bitmap.pixels[(y * bitmap.width + x) * 4 + channel])
    }
    var rows: [UInt8] = []
    for y in 0..<bitmap.height {
      rows.append(4)
      for x in 0..<bitmap.width {
        for channel in 0..<3 {
          let (a, b) = (value(x - 1, y, channel), value(x, y - 1, channel))
          let c = value(x - 1, y - 1, channel)
          let p = a + b - c
          let (pa, pb, pc) = (abs(p - a), abs(p - b), abs(p - c))
          let predicted = pa <= pb && pa <= pc ? a : pb <= pc ? b : c
          rows.append(UInt8(truncatingIfNeeded: value(x, y, channel) - predicted))
        }
      }
    }
    return rows
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 31, 64])
  func rowsAreFilteredAsSpecified(width: Int) {
    var numbers = SeededNumbers(seed: UInt64(width))
    // Values of few kinds as well, so that ties occur.
    for range in [0...255, 0...2, 250...255] as [ClosedRange<UInt8>] {
      let pixels = (0..<width * 9 * 4).map { _ in UInt8.random(in: range, using: &numbers) }
      let bitmap = Bitmap(width: width, height: 9, pixels: pixels)
      #expect(bitmap.paethFilteredRGB(rows: 0..<9) == expectedRows(bitmap))
      #expect(
        bitmap.paethFilteredRGB(rows: 0..<4) + bitmap.paethFilteredRGB(rows: 4..<9)
          == expectedRows(bitmap))
    }
  }

  @Test func packingDropsAlpha() {
    let odd = Bitmap(width: 3, height: 1, pixels: [1, 2, 3, 9, 4, 5, 6, 9, 7, 8, 9, 9])
    #expect(odd.packedRGB() == [1, 2, 3, 4, 5, 6, 7, 8, 9])
    let even = Bitmap(width: 2, height: 1, pixels: [1, 2, 3, 9, 4, 5, 6, 9])
    #expect(even.packedRGB() == [1, 2, 3, 4, 5, 6])
  }
}
