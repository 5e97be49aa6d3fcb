import Pixels
import Testing

@Suite struct BlurTests {
  /// Black on white, drawn through a blurred mask of `box`.
  ///
  /// - Parameter box: all its numbers are multiples of every scale used.
  private func picture(
    of box: PixelRect, sigma: Double, width: Int, height: Int, isInverted: Bool = false
  ) -> Bitmap {
    var picture = Bitmap(width: width, height: height, color: .white)
    let blurred = BlurredMask(covering: picture.bounds, sigma: sigma) { scale, grid in
      let place = PixelRect(
        x: box.x / scale, y: box.y / scale, width: box.width / scale, height: box.height / scale)
      let visible = place.intersection(grid)
      return visible.isEmpty ? nil : Mask(bounds: visible, coverage: 255)
    }
    picture.fill(blurred, isInverted: isInverted, with: .black, within: picture.bounds)
    return picture
  }

  private func darkness(_ picture: Bitmap) -> Double {
    var sum = 0.0
    for start in stride(from: 0, to: picture.pixels.count, by: 4) {
      sum += 255 - Double(picture.pixels[start])
    }
    return sum / 255
  }

  @Test(arguments: [0.7, 2, 3.9, 4.1, 9, 20, 40])
  func blurConservesMass(sigma: Double) {
    let box = PixelRect(x: 256, y: 256, width: 64, height: 128)
    let result = picture(of: box, sigma: sigma, width: 576, height: 640)
    #expect(abs(darkness(result) / Double(box.width * box.height) - 1) < 0.012)
  }

  @Test(arguments: [1.0, 3, 6, 12, 24])
  func edgeFollowsTheNormalDistribution(sigma: Double) {
    let box = PixelRect(x: 256, y: 0, width: 512, height: 64)
    let result = picture(of: box, sigma: sigma, width: 400, height: 64)
    // The distribution function at 0, ±1/2, ±1, ±2 standard deviations.
    let exact = [(0.0, 0.5), (0.5, 0.6915), (1, 0.8413), (2, 0.9772), (-1, 0.1587), (-2, 0.0228)]
    for (deviations, share) in exact {
      // Between the centers of two pixels.
      let place = 256 + deviations * sigma - 0.5
      let left = Int(place.rounded(.down))
      let values = row(result, y: 32, channel: 0)
      let fraction = place - Double(left)
      let value = Double(values[left]) * (1 - fraction) + Double(values[left + 1]) * fraction
      // The rows above and below the picture are not covered; one of the edges is far enough away.
      let vertical = sigma <= 8 ? 1.0 : verticalShare(sigma: sigma)
      #expect(abs(255 - value - 255 * share * vertical) < 2.5 + (sigma < 2 ? 6 : 0))
    }
  }

  /// How much of the blurred height of 64 px is left in its middle.
  private func verticalShare(sigma: Double) -> Double {
    // The distribution function's values at 32 / 12 and 32 / 24 standard deviations.
    sigma == 12 ? 2 * 0.99617 - 1 : 2 * 0.90879 - 1
  }

  @Test(arguments: [3.0, 17, 120])
  func blurIsSymmetric(sigma: Double) {
    let box = PixelRect(x: 128, y: 128, width: 256, height: 256)
    let result = picture(of: box, sigma: sigma, width: 512, height: 512)
    // Dithering differs from place to place by one step.
    for x in stride(from: 0, to: 256, by: 7) {
      let left = Int(pixel(result, x, 250)[0])
      #expect(abs(left - Int(pixel(result, 511 - x, 250)[0])) <= 1)
      #expect(abs(left - Int(pixel(result, 250, x)[0])) <= 1)
    }
  }

  @Test func noBlurLeavesTheShape() {
    let box = PixelRect(x: 4, y: 4, width: 8, height: 8)
    for sigma in [0, -3, Double.nan] {
      let result = picture(of: box, sigma: sigma, width: 16, height: 16)
      #expect(darkness(result) == 64)
      #expect(pixel(result, 4, 4) == [0, 0, 0, 255])
      #expect(pixel(result, 3, 4) == [255, 255, 255, 255])
    }
  }

  @Test func inversionIsTheRest() {
    let box = PixelRect(x: 64, y: 64, width: 128, height: 64)
    let shape = picture(of: box, sigma: 10, width: 256, height: 192)
    let rest = picture(of: box, sigma: 10, width: 256, height: 192, isInverted: true)
    for x in stride(from: 0, to: 256, by: 5) {
      #expect(abs(Int(pixel(shape, x, 90)[0]) + Int(pixel(rest, x, 90)[0]) - 255) <= 1)
    }
  }

  @Test func enormousBlurIsHarmless() {
    let box = PixelRect(x: 0, y: 0, width: 4096, height: 4096)
    let result = picture(of: box, sigma: 1e9, width: 64, height: 64)
    #expect(pixel(result, 32, 32)[3] == 255)
  }

  @Test func softShadowHasNoBands() {
    let box = PixelRect(x: 0, y: 0, width: 512, height: 512)
    var picture = Bitmap(width: 1024, height: 16, color: Color(rgb: 0x404040))
    let blurred = BlurredMask(covering: picture.bounds, sigma: 128) { scale, grid in
      let place = PixelRect(width: box.width / scale, height: box.height / scale)
      return Mask(bounds: place.intersection(grid), coverage: 255)
    }
    picture.fill(blurred, with: Color(rgb: 0, alpha: 0.1), within: picture.bounds)
    var run = 1
    var longest = 1
    let values = Array(row(picture, y: 8, channel: 0)[400..<624])
    for (a, b) in zip(values, values.dropFirst()) {
      run = a == b ? run + 1 : 1
      longest = max(longest, run)
    }
    #expect(longest <= 28)
  }
}
