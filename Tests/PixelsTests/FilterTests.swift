import Testing

@testable import Pixels

@Suite struct FilterTests {
  private func layer(_ picture: Bitmap, x: Int = 0, y: Int = 0) -> Layer {
    Layer(bounds: picture.bounds.offset(x: x, y: y), picture: picture)
  }

  private let everywhere = PixelRect(x: -5000, y: -5000, width: 10_000, height: 10_000)

  @Test(arguments: [1.5, 4, 5, 9, 33, 70])
  func blurKeepsTheAmountOfColor(sigma: Double) throws {
    let square = layer(Bitmap(width: 60, height: 40, color: Color(rgb: 0xff8000)), x: 17, y: -9)
    let blurred = try #require(square.blurred(sigma: sigma, within: everywhere))
    func sum(_ layer: Layer, _ channel: Int) -> Double {
      var sum = 0.0
      for index in stride(from: channel, to: layer.picture.pixels.count, by: 4) {
        sum += Double(layer.picture.pixels[index])
      }
      return sum
    }
    // Pale pixels round to whole numbers, the palest to nothing: a small square at 70 px is pale.
    for channel in [0, 1, 3] {
      #expect(abs(sum(blurred, channel) / sum(square, channel) - 1) < 0.08)
    }
  }

  @Test func aLargeBlurEqualsOneInSmallSteps() throws {
    var picture = Bitmap(width: 120, height: 120)
    picture.fill(PixelRect(x: 30, y: 40, width: 50, height: 40), with: .white)
    let coarse = try #require(layer(picture).blurred(sigma: 8, within: picture.bounds))
    var fine = layer(picture)
    // Variances add up: four times 4² is 8².
    for _ in 0..<4 { fine = try #require(fine.blurred(sigma: 4, within: everywhere)) }
    for (x, y) in [(55, 60), (30, 40), (20, 60), (80, 85), (60, 20)] {
      let place = ((y - fine.bounds.y) * fine.bounds.width + x - fine.bounds.x) * 4
      let start = ((y - coarse.bounds.y) * coarse.bounds.width + x - coarse.bounds.x) * 4
      #expect(
        abs(Int(coarse.picture.pixels[start]) - Int(fine.picture.pixels[place])) <= 2,
        "at \(x), \(y)")
    }
  }

  @Test func mirroredEdgesKeepAnEvenColor() throws {
    let even = layer(Bitmap(width: 50, height: 30, color: Color(rgb: 0x204060)))
    for sigma in [3.0, 20, 400] {
      let blurred = try #require(even.blurred(sigma: sigma, within: everywhere, edges: .mirrored))
      #expect(blurred == even)
    }
  }

  @Test(arguments: [-1, 0, Double.nan, .infinity, 1e300])
  func anySigmaIsHarmless(sigma: Double) {
    let small = layer(Bitmap(width: 5, height: 5, color: .black))
    #expect(small.blurred(sigma: sigma, within: PixelRect(width: 50, height: 50)) != nil)
  }

  @Test func matricesWorkOnStraightColors() {
    var picture = Bitmap(width: 1, height: 1, pixels: [100, 50, 0, 128])
    picture.apply([ColorMatrix(grayscale: 1)])
    // Red 200 and green 100 of 255 at half alpha.
    let gray: UInt8 = 57
    #expect(picture.pixels == [gray, gray, gray, 128])
    var photo = Bitmap(width: 1, height: 1, pixels: [200, 100, 30, 255])
    photo.apply([ColorMatrix(slope: -1, intercept: 1), ColorMatrix(slope: -1, intercept: 1)])
    #expect(photo.pixels == [200, 100, 30, 255])
  }

  @Test func colorsBlend() {
    func blend(_ mode: BlendMode, alpha: Double = 1) -> [UInt8] {
      var picture = Bitmap(width: 1, height: 1, color: Color(rgb: 0xcc6633))
      let ink = Bitmap(width: 1, height: 1, color: Color(rgb: 0x3399ff, alpha: alpha))
      picture.draw(layer(ink), blendMode: mode, within: picture.bounds)
      return picture.pixels
    }
    #expect(blend(.multiply) == [41, 61, 51, 255])
    #expect(blend(.screen) == [214, 194, 255, 255])
    #expect(blend(.darken) == [51, 102, 51, 255])
    #expect(blend(.lighten) == [204, 153, 255, 255])
    #expect(blend(.difference) == [153, 51, 204, 255])
    #expect(blend(.exclusion) == [173, 133, 204, 255])
    #expect(blend(.hardLight) == [82, 133, 255, 255])
    #expect(blend(.colorDodge) == [255, 255, 255, 255])
    #expect(blend(.colorBurn) == [0, 0, 51, 255])
    #expect(blend(.plusLighter) == [255, 255, 255, 255])
    #expect(blend(.multiply, alpha: 0) == [204, 102, 51, 255])
  }

  @Test func onNothingABlendModeDrawsNormally() {
    var picture = Bitmap(width: 1, height: 1)
    let ink = Bitmap(width: 1, height: 1, color: Color(rgb: 0x3399ff, alpha: 0.5))
    picture.draw(layer(ink), blendMode: .multiply, within: picture.bounds)
    #expect(picture == ink)
  }

  @Test func masksCompose() {
    let area = PixelRect(width: 1, height: 1)
    func result(_ operation: MaskComposite) -> UInt8 {
      Mask(bounds: area, coverage: 204).composited(
        over: Mask(bounds: area, coverage: 102), operation, within: area
      ).bytes[0]
    }
    #expect(result(.add) == 224)
    #expect(result(.subtract) == 122)
    #expect(result(.intersect) == 82)
    #expect(result(.exclude) == 143)
  }
}
