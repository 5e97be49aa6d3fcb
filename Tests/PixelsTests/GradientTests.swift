import Pixels
import Testing

@Suite struct GradientTests {
  private let dark = Color(rgb: 0x101018)
  private let lessDark = Color(rgb: 0x202028)

  private func longestRun(_ values: [Int]) -> Int {
    var longest = 1
    var run = 1
    for (a, b) in zip(values, values.dropFirst()) {
      run = a == b ? run + 1 : 1
      longest = max(longest, run)
    }
    return longest
  }

  @Test func darkGradientHasNoBands() {
    // 16 steps over 1920 px: without dithering, bands of 120 px.
    var picture = Bitmap(width: 16, height: 1920)
    picture.fill(picture.bounds, with: .vertical(1920, dark, lessDark))
    for x in 0..<16 {
      #expect(longestRun(column(picture, x: x, channel: 0)) <= 40)
    }
    var turned = Bitmap(width: 1920, height: 16)
    turned.fill(turned.bounds, with: .horizontal(1920, dark, lessDark))
    for y in 0..<16 {
      #expect(longestRun(row(turned, y: y, channel: 2)) <= 40)
    }
  }

  @Test func translucentScrimHasNoBands() {
    var picture = Bitmap(width: 16, height: 1920, color: Color(rgb: 0x303030))
    picture.fill(
      picture.bounds, with: .vertical(1920, .transparent, Color(rgb: 0x000000, alpha: 0.3)))
    #expect(longestRun(column(picture, x: 5, channel: 0)) <= 40)
  }

  @Test func ditheringKeepsTheMeanAndStaysWithinOneStep() {
    var picture = Bitmap(width: 64, height: 64)
    picture.fill(picture.bounds, with: .vertical(64, dark, lessDark))
    for y in stride(from: 0, to: 64, by: 8) {
      let block = (y..<y + 8).flatMap { row(picture, y: $0, channel: 0) }
      let mean = Double(block.reduce(0, +)) / Double(block.count)
      let exact = 16 + 16 * Double(y + 4) / 64
      #expect(abs(mean - exact) < 0.1)
      #expect(block.allSatisfy { abs(Double($0) - exact) < 2.2 })
    }
  }

  @Test func flatGradientIsExact() {
    var picture = Bitmap(width: 33, height: 9)
    picture.fill(picture.bounds, with: .horizontal(33, Color(rgb: 0x7f80fe), Color(rgb: 0x7f80fe)))
    #expect(Set(row(picture, y: 4, channel: 0)) == [0x7f])
    #expect(Set(row(picture, y: 4, channel: 2)) == [0xfe])
  }

  @Test func transparentChangesNothing() {
    let before = patternedPicture(width: 40, height: 16)
    var picture = before
    picture.fill(picture.bounds, with: .vertical(16, .transparent, .transparent))
    #expect(picture == before)
    picture.fill(picture.bounds, with: .horizontal(16, .transparent, .transparent))
    #expect(picture == before)
  }

  @Test func colorsAreInterpolatedPremultiplied() {
    // White fading to transparent *black* must not turn gray on the way.
    var picture = Bitmap(width: 4, height: 64, color: .white)
    picture.fill(picture.bounds, with: .vertical(64, .white, .transparent))
    #expect(column(picture, x: 1, channel: 0).allSatisfy { $0 == 255 })
  }

  @Test func gradientStartsAndEndsWithItsColors() {
    var picture = Bitmap(width: 3, height: 256)
    picture.fill(picture.bounds, with: .vertical(256, .black, .white))
    let values = column(picture, x: 0, channel: 1)
    #expect(values[0] <= 1)
    #expect(values[255] >= 254)
    #expect(abs(values[128] - 128) <= 1)
  }

  @Test func coincidingStopsMakeASharpEdge() {
    var picture = Bitmap(width: 100, height: 1)
    picture.fill(
      picture.bounds,
      with: ResolvedGradient(
        geometry: .linear(start: Point(), end: Point(x: 100)),
        stops: [
          .init(offset: 0, color: .black), .init(offset: 0.4, color: .black),
          .init(offset: 0.4, color: .white), .init(offset: 1, color: .white),
        ]))
    #expect(
      row(picture, y: 0, channel: 0)
        == [Int](repeating: 0, count: 40) + [Int](repeating: 255, count: 60))
  }

  @Test func allStopsAtOnePlaceMakeASharpEdge() {
    var picture = Bitmap(width: 10, height: 1)
    picture.fill(
      picture.bounds,
      with: ResolvedGradient(
        geometry: .linear(start: Point(), end: Point(x: 10)),
        stops: [.init(offset: 0.5, color: .black), .init(offset: 0.5, color: .white)]))
    #expect(row(picture, y: 0, channel: 0) == [0, 0, 0, 0, 0, 255, 255, 255, 255, 255])
  }

  @Test func stopsMayLieOutside() {
    var picture = Bitmap(width: 10, height: 1)
    picture.fill(
      picture.bounds,
      with: ResolvedGradient(
        geometry: .linear(start: Point(), end: Point(x: 10)),
        stops: [.init(offset: -1, color: .black), .init(offset: 3, color: .white)]))
    let values = row(picture, y: 0, channel: 0)
    #expect(abs(values[0] - 67) <= 1)
    #expect(abs(values[9] - 124) <= 1)
  }

  @Test func repetitionRepeats() {
    var picture = Bitmap(width: 64, height: 1)
    picture.fill(
      picture.bounds,
      with: ResolvedGradient(
        geometry: .linear(start: Point(), end: Point(x: 64)),
        stops: [
          .init(offset: 0.5, color: .black), .init(offset: 0.5625, color: .black),
          .init(offset: 0.5625, color: .white), .init(offset: 0.625, color: .white),
        ], isRepeating: true))
    let period = [Int](repeating: 0, count: 4) + [Int](repeating: 255, count: 4)
    #expect(row(picture, y: 0, channel: 0) == (0..<8).flatMap { _ in period })
  }

  @Test func tooFineRepetitionShowsItsMean() {
    var picture = Bitmap(width: 16, height: 2)
    picture.fill(
      picture.bounds,
      with: ResolvedGradient(
        geometry: .linear(start: Point(), end: Point(x: 16)),
        stops: [.init(offset: 0, color: .black), .init(offset: 0.001, color: .white)],
        isRepeating: true))
    #expect(row(picture, y: 0, channel: 0).allSatisfy { abs($0 - 128) <= 1 })
  }

  @Test func conicTurnsClockwiseFromUp() {
    var picture = Bitmap(width: 101, height: 101)
    picture.fill(
      picture.bounds,
      with: ResolvedGradient(
        geometry: .conic(center: Point(x: 50.5, y: 50.5), startAngle: 0),
        stops: [.init(offset: 0, color: .black), .init(offset: 1, color: .white)]))
    func value(_ x: Int, _ y: Int) -> Int { Int(pixel(picture, x, y)[0]) }
    #expect(abs(value(100, 50) - 64) <= 1)
    #expect(abs(value(50, 100) - 128) <= 1)
    #expect(abs(value(0, 50) - 191) <= 1)
    #expect(abs(value(90, 10) - 32) <= 1)
    #expect(abs(value(90, 90) - 96) <= 1)
    #expect(abs(value(10, 90) - 159) <= 1)
    #expect(abs(value(10, 10) - 223) <= 1)
    #expect(value(51, 0) <= 2)
    #expect(value(49, 0) >= 253)
  }

  @Test func conicStartsAtItsAngle() {
    var picture = Bitmap(width: 51, height: 51)
    picture.fill(
      picture.bounds,
      with: ResolvedGradient(
        geometry: .conic(center: Point(x: 25.5, y: 25.5), startAngle: -270),
        stops: [
          .init(offset: 0, color: .black), .init(offset: 0.25, color: .black),
          .init(offset: 0.25, color: .white), .init(offset: 1, color: .white),
        ]))
    // From 90° to 180°: the lower right quarter.
    #expect(pixel(picture, 40, 40)[0] == 0)
    #expect(pixel(picture, 40, 10)[0] == 255)
    #expect(pixel(picture, 10, 40)[0] == 255)
  }

  @Test func radialReachesItsEndOnTheEllipse() {
    var picture = Bitmap(width: 100, height: 50)
    picture.fill(
      picture.bounds,
      with: ResolvedGradient(
        geometry: .radial(center: Point(x: 50, y: 25), radiusX: 40, radiusY: 20),
        stops: [.init(offset: 0, color: .black), .init(offset: 1, color: .white)]))
    #expect(pixel(picture, 50, 25)[0] <= 8)
    #expect(abs(Int(pixel(picture, 69, 25)[0]) - 124) <= 4)
    #expect(abs(Int(pixel(picture, 50, 34)[0]) - 121) <= 4)
    #expect(pixel(picture, 92, 25)[0] == 255)
    #expect(pixel(picture, 50, 46)[0] == 255)
  }

  @Test func impossibleGradientsDoNotCrash() {
    let stops = [
      ResolvedGradient.Stop(offset: .nan, color: Color(red: .nan, green: 9, blue: -3)),
      ResolvedGradient.Stop(offset: -.infinity, color: .black),
      ResolvedGradient.Stop(offset: 1e300, color: .white),
    ]
    let geometries: [ResolvedGradient.Geometry] = [
      .linear(start: Point(), end: Point()),
      .linear(start: Point(x: .nan), end: Point(x: 1e300, y: -1e300)),
      .linear(start: Point(x: 1e-300), end: Point(x: 2e-300)),
      .radial(center: Point(), radiusX: 0, radiusY: .nan),
      .radial(center: Point(x: .infinity), radiusX: -1, radiusY: 1e300),
      .conic(center: Point(x: .nan, y: 1e300), startAngle: 1e300),
      .conic(center: Point(), startAngle: .nan),
    ]
    for geometry in geometries {
      for isRepeating in [false, true] {
        var picture = Bitmap(width: 20, height: 4, color: .white)
        for some in [stops, Array(stops.prefix(1)), []] {
          picture.fill(
            picture.bounds,
            with: ResolvedGradient(geometry: geometry, stops: some, isRepeating: isRepeating))
        }
        #expect(pixel(picture, 19, 3)[3] == 255)
      }
    }
  }
}
