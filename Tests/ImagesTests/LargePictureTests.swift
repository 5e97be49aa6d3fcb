import Pixels
import Testing

@testable import Images

/// Pictures of more pixels than a bitmap may have are reduced while they are decoded.
@Suite struct LargePictureTests {
  private func reduction(
    _ width: Int, _ height: Int, covering: (Int, Int), isOnlyForSize: Bool
  ) -> [Int] {
    let reduction = Reduction(
      of: width, height, coveringWidth: covering.0, height: covering.1,
      isOnlyForSize: isOnlyForSize)
    return [reduction.divisor, reduction.width, reduction.height]
  }

  @Test func aBitmapNeverHasMorePixelsThanItMay() {
    // 200 megapixels, wanted whole: what a bitmap holds.
    #expect(
      reduction(16_320, 12_240, covering: (16_320, 12_240), isOnlyForSize: false)
        == [2, 8160, 6120])
    #expect(
      reduction(30_000, 8_300, covering: (30_000, 8_300), isOnlyForSize: true) == [2, 15_000, 4150])
    // For a slide: as small as covers it.
    #expect(
      reduction(16_320, 12_240, covering: (1440, 1080), isOnlyForSize: true) == [8, 2040, 1530])
    #expect(reduction(4000, 3000, covering: (1440, 1080), isOnlyForSize: true) == [1, 4000, 3000])
    #expect(reduction(4000, 3000, covering: (1440, 1080), isOnlyForSize: false) == [2, 2000, 1500])
  }

  @Test(arguments: [false, true]) func aReducedPNGLooksLikeTheWhole(isInterlaced: Bool) throws {
    // 5 × 3 px of one channel and alpha; the last column and row have no neighbor.
    let rows: [[UInt8]] = [
      [10, 255, 30, 255, 50, 255, 70, 0, 200, 255],
      [20, 255, 40, 255, 90, 255, 10, 0, 100, 255],
      [60, 255, 80, 255, 1, 255, 3, 255, 40, 51],
    ]
    var data = rows.flatMap { row -> [UInt8] in [0] + row }
    if isInterlaced {
      // Adam7: of so small a picture the passes 1, 2, 4, 5, 6 and 7 have pixels.
      func pixels(_ y: Int, _ columns: [Int]) -> [UInt8] {
        [0] + columns.flatMap { rows[y][$0 * 2..<$0 * 2 + 2] }
      }
      data = pixels(0, [0]) + pixels(0, [4]) + pixels(0, [2])
      data += pixels(2, [0, 2, 4]) + pixels(0, [1, 3]) + pixels(2, [1, 3])
      data += pixels(1, [0, 1, 2, 3, 4])
    }
    let file = Samples.png(
      width: 5, height: 3, depth: 8, colorType: 4, rows: data, isInterlaced: isInterlaced)
    let decoded = try PNGReader.bitmap(file, covering: (3, 2), mostPixels: 8)
    guard case .colors(let bitmap) = decoded.content else {
      Issue.record("no colors")
      return
    }
    let expected: [UInt8] = [
      25, 25, 25, 255, 35, 35, 35, 128, 150, 150, 150, 255,
      70, 70, 70, 255, 2, 2, 2, 255, 8, 8, 8, 51,
    ]
    #expect(bitmap == Bitmap(width: 3, height: 2, pixels: expected))
  }

  @Test func aReducedWebPLooksLikeTheWhole() throws {
    let picture = Samples.gradient(128, 64)
    let file = try Samples.encoded(picture, .webp)
    let decoded = try WebPReader.bitmap(file, covering: (64, 32), mostPixels: 4000)
    guard case .colors(let bitmap) = decoded.content else {
      Issue.record("no colors")
      return
    }
    let expected = picture.resampled(crop: Rect(width: 128, height: 64), width: 64, height: 32)
    #expect(difference(bitmap, expected) < 3)
  }
}
