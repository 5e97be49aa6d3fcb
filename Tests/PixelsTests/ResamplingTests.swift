import TestSupport
import Testing

@testable import Pixels

@Suite struct ResamplingTests {
  private func picture(
    _ width: Int, _ height: Int, _ color: (Int, Int) -> [UInt8]
  ) -> Bitmap {
    let pixels = (0..<height).flatMap { y in (0..<width).flatMap { x in color(x, y) } }
    return Bitmap(width: width, height: height, pixels: pixels)
  }

  private func whole(_ bitmap: Bitmap) -> Rect {
    Rect(width: Double(bitmap.width), height: Double(bitmap.height))
  }

  @Test(arguments: [(1, 1), (3, 5), (17, 9), (18, 10), (60, 41), (200, 3)])
  func oneColorStaysThatColor(width: Int, height: Int) {
    for color in [[255, 255, 255, 255], [1, 127, 254, 255], [3, 9, 100, 128]] as [[UInt8]] {
      let source = picture(17, 9) { _, _ in color }
      let crop = Rect(x: -2.3, y: 0.4, width: 18.9, height: 7.7)
      let result = source.resampled(crop: crop, width: width, height: height)
      #expect(result == picture(width, height) { _, _ in color })
    }
  }

  @Test func aCropWithoutScalingIsACopy() {
    var numbers = SeededNumbers(seed: 1)
    let source = picture(20, 10) { _, _ in
      (0..<4).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    }
    #expect(source.resampled(crop: whole(source), width: 20, height: 10) == source)
    let crop = Rect(x: 3, y: 2, width: 5, height: 4)
    let part = source.resampled(crop: crop, width: 5, height: 4)
    #expect(part.pixels[0..<4] == source.pixels[(2 * 20 + 3) * 4..<(2 * 20 + 4) * 4])
    #expect(part.pixels[76..<80] == source.pixels[(5 * 20 + 7) * 4..<(5 * 20 + 8) * 4])
  }

  @Test func aFractionalCropMovesARampByItsFraction() {
    let source = picture(24, 24) { x, y in [UInt8(x * 10), UInt8(y * 10), 0, 255] }
    let crop = Rect(x: 4.5, y: 4.25, width: 12, height: 12)
    let result = source.resampled(crop: crop, width: 12, height: 12)
    for y in 0..<12 {
      for x in 0..<12 {
        let at = (y * 12 + x) * 4
        #expect(abs(Double(result.pixels[at]) - (Double(x) + 4.5) * 10) <= 0.5)
        #expect(abs(Double(result.pixels[at + 1]) - (Double(y) + 4.25) * 10) <= 0.5)
      }
    }
  }

  @Test func growingKeepsARampStraight() {
    let source = picture(20, 20) { x, _ in [UInt8(x * 12), 0, 0, 255] }
    let result = source.resampled(
      crop: Rect(x: 4, y: 4, width: 8, height: 8), width: 40, height: 40)
    for x in 0..<40 {
      let expected = (4 + (Double(x) + 0.5) / 5 - 0.5) * 12
      #expect(abs(Double(result.pixels[x * 4]) - expected) <= 0.51)
    }
  }

  @Test func shrinkingAveragesWhatFallsTogether() {
    let source = picture(64, 64) { x, y in
      let value: UInt8 = (x + y) % 2 == 0 ? 0 : 255
      return [value, value, value, 255]
    }
    let result = source.resampled(crop: whole(source), width: 16, height: 16)
    for y in 2..<14 {
      for x in 2..<14 {
        #expect(abs(Int(result.pixels[(y * 16 + x) * 4]) - 128) <= 4)
      }
    }
  }

  @Test func mirroringCommutesWithResampling() {
    var numbers = SeededNumbers(seed: 2)
    let source = picture(31, 13) { _, _ in
      (0..<3).map { _ in UInt8.random(in: 0...255, using: &numbers) } + [255]
    }
    let mirrored = source.upright(from: .mirrored)
    for (width, height) in [(50, 40), (12, 5), (31, 40)] {
      let left = source.resampled(crop: whole(source), width: width, height: height)
      let right = mirrored.resampled(crop: whole(source), width: width, height: height)
      let difference =
        zip(left.upright(from: .mirrored).pixels, right.pixels)
        .map { abs(Int($0) - Int($1)) }.max() ?? 0
      #expect(difference <= 1)
    }
  }

  @Test func noColorExceedsItsAlpha() {
    let source = picture(12, 12) { x, y in
      (x / 3 + y / 3) % 2 == 0 ? [200, 0, 100, 200] : [0, 200, 100, 200]
    }
    let result = source.resampled(crop: whole(source), width: 57, height: 43)
    for i in stride(from: 0, to: result.pixels.count, by: 4) {
      #expect(result.pixels[i..<i + 3].allSatisfy { $0 <= result.pixels[i + 3] })
    }
  }

  @Test func senselessCropsAreTransparentOrEdges() {
    let source = picture(4, 4) { _, _ in [10, 20, 30, 255] }
    let empty = Bitmap(width: 3, height: 2)
    for crop in [
      Rect(), Rect(width: -1, height: 4), Rect(x: .nan, width: 1, height: 1),
      Rect(width: .infinity, height: 1), Rect(x: 1e308, width: 1e308, height: 1),
    ] {
      #expect(source.resampled(crop: crop, width: 3, height: 2) == empty)
    }
    for crop in [
      Rect(x: 1e300, y: -1e300, width: 2, height: 2), Rect(width: 1e300, height: 1e300),
      Rect(x: 1, y: 1, width: 1e-300, height: 1e-300),
    ] {
      let result = source.resampled(crop: crop, width: 3, height: 2)
      #expect(result == picture(3, 2) { _, _ in [10, 20, 30, 255] })
    }
  }

  @Test func weightsSumToOneAndStayInTheSource() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<300 {
      let sourceCount = Int.random(in: 1...60, using: &numbers)
      let targetCount = Int.random(in: 1...60, using: &numbers)
      let weights = ResamplingWeights(
        origin: .random(in: -10...70, using: &numbers),
        length: .random(in: 0.01...80, using: &numbers), targetCount: targetCount,
        sourceCount: sourceCount)
      #expect(weights.starts.count == targetCount)
      #expect(zip(weights.starts, weights.starts.dropFirst()).allSatisfy { $0 <= $1 })
      for (i, start) in weights.starts.enumerated() {
        #expect(start >= 0 && start + weights.tapCount <= sourceCount)
        let sum = weights.weights[i * weights.tapCount..<(i + 1) * weights.tapCount].reduce(0, +)
        #expect(abs(sum - 1) < 1e-5)
      }
    }
  }
}
