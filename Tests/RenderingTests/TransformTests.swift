import Diagnostics
import Pixels
import Testing
import Typography

@testable import Rendering

@Suite struct TransformTests {
  private let painter = Painter()

  private func paint(
    _ transform: AffineTransform, _ items: [SceneItem], images: Bitmap? = nil
  ) throws -> Bitmap {
    try painter.paint(
      Scene(
        width: 60, height: 60, items: [.group(SceneGroup(transform: transform, items: items))])
    ) { (image) throws(Diagnostic) in
      guard let images else { throw .error("no image was expected") }
      return images.resampled(
        crop: image.crop, width: image.pixelRect.width, height: image.pixelRect.height)
    }
  }

  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> SceneItem {
    .fill(.rect(Rect(x: x, y: y, width: width, height: height)), .color(.black))
  }

  /// A quarter turn clockwise about the middle of the slide.
  private let quarter = AffineTransform(translation: Point(x: 30, y: 30))
    .concatenating(AffineTransform(rotation: 90))
    .concatenating(AffineTransform(translation: Point(x: -30, y: -30)))

  @Test func aQuarterTurnMovesWholePixels() throws {
    #expect(try paint(quarter, [box(10, 20, 30, 4)]) == paint(.identity, [box(36, 10, 4, 30)]))
  }

  @Test func aPictureIsTurnedPixelByPixel() throws {
    let picture = patternedPicture(width: 20, height: 10)
    let item = SceneItem.image(
      SceneImage(
        source: "p", crop: Rect(width: 20, height: 10),
        destination: Rect(x: 20, y: 25, width: 20, height: 10)))
    let turned = try paint(quarter, [item], images: picture)
    for y in 0..<10 {
      for x in 0..<20 {
        #expect(pixel(turned, 30 + 4 - y, 20 + x) == pixel(picture, x, y))
      }
    }
  }

  @Test(arguments: [
    AffineTransform(a: 0, b: 0, c: 0, d: 0), AffineTransform(a: 1, b: 1, c: 1, d: 1),
    AffineTransform(a: .nan), AffineTransform(a: .infinity), AffineTransform(e: .infinity),
    AffineTransform(a: 1e200, d: 1e200), AffineTransform(skewX: 90, y: 0),
  ])
  func whatIsFlatOrEndlessDrawsNothing(transform: AffineTransform) throws {
    #expect(try paint(transform, [box(0, 0, 60, 60)]) == paint(.identity, []))
  }

  @Test(arguments: [
    AffineTransform(a: 1e6, d: 1e6), AffineTransform(a: 1e9, b: 1e9, c: -1e9, d: 1e9),
    AffineTransform(a: 1e5, c: 99999, d: 1e-3), AffineTransform(e: 1e11, f: -1e11),
    AffineTransform(a: 1e-5, d: 1e-5),
  ])
  func hostileTransformsAreDrawnInLimitedTime(transform: AffineTransform) throws {
    let gradient = SceneGradient(
      geometry: .conic(center: Point(x: 5, y: 5), startAngle: 10),
      stops: [.init(offset: 0, color: .black), .init(offset: 1, color: .white)])
    let picture = patternedPicture(width: 20, height: 10)
    _ = try paint(
      transform,
      [
        .fill(.ellipse(in: Rect(width: 40, height: 30)), .gradient(gradient)),
        .image(
          SceneImage(
            source: "p", crop: Rect(width: 20, height: 10),
            destination: Rect(width: 20, height: 10))),
        .shadow(
          SceneShadow(
            shape: .path(.rect(Rect(width: 9, height: 9))), sigma: 5, color: .black)),
      ], images: picture)
  }

  @Test func linearGradientsFollowASkew() throws {
    let skew = AffineTransform(skewX: 45, y: 0)
    let gradient = SceneGradient(
      geometry: .linear(start: Point(x: 0, y: 0), end: Point(x: 40, y: 0)),
      stops: [.init(offset: 0, color: .black), .init(offset: 1, color: .white)])
    let picture = try paint(
      skew, [.fill(.rect(Rect(x: -60, y: 0, width: 180, height: 60)), .gradient(gradient))])
    // x moves by y, so bands of one color run diagonally.
    for y in 0..<20 {
      #expect(abs(Int(pixel(picture, 10, 0)[0]) - Int(pixel(picture, 10 + y, y)[0])) <= 4)
    }
  }

  @Test func turnsAreTheSameOnEveryMachine() {
    let turn = AffineTransform(rotation: 30)
    #expect(abs(turn.a - 0.75.squareRoot()) < 1e-15)
    #expect(abs(turn.b - 0.5) < 1e-15)
    #expect(AffineTransform(rotation: 360 * 5) == .identity)
  }

  @Test func anInverseUndoesItsTransform() throws {
    let transform = AffineTransform(a: 2, b: 0.5, c: -1, d: 3, e: 7, f: -9)
    let back = try #require(transform.inverse).concatenating(transform)
    for (one, other) in zip(
      [back.a, back.b, back.c, back.d, back.e, back.f], [1.0, 0, 0, 1, 0, 0])
    {
      #expect(abs(one - other) < 1e-12)
    }
  }
}
