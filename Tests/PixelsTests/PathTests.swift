import Pixels
import Testing

@Suite struct PathTests {
  @Test func rectanglesAreRecognized() {
    let rect = Rect(x: 1.5, y: 2, width: 3, height: 4)
    #expect(Path.rect(rect).uprightRect == rect)
    let backwards = Path([
      .move(Point(x: 4.5, y: 2)), .line(Point(x: 1.5, y: 2)), .line(Point(x: 1.5, y: 6)),
      .line(Point(x: 4.5, y: 6)), .line(Point(x: 4.5, y: 2)), .close,
    ])
    #expect(backwards.uprightRect == rect)
  }

  @Test func otherShapesAreNot() {
    #expect(Path().uprightRect == nil)
    #expect(Path.roundedRect(Rect(width: 9, height: 9), radius: 1).uprightRect == nil)
    #expect(Path.rect(Rect(width: 9, height: 9)).scaled(by: .nan).uprightRect == nil)
    let twice = Path.rect(Rect(width: 9, height: 9)).appending(.rect(Rect(width: 4, height: 4)))
    #expect(twice.uprightRect == nil)
    let slanted = Path([
      .move(Point()), .line(Point(x: 4, y: 0)), .line(Point(x: 5, y: 3)), .line(Point(x: 0, y: 3)),
      .close,
    ])
    #expect(slanted.uprightRect == nil)
  }

  @Test func onlyWholePixelsAreAligned() {
    #expect(
      Rect(x: -2, y: 3, width: 4, height: 5).alignedToPixels
        == PixelRect(x: -2, y: 3, width: 4, height: 5))
    #expect(Rect(x: 0.5, y: 3, width: 4, height: 5).alignedToPixels == nil)
    #expect(Rect(x: .nan, y: 3, width: 4, height: 5).alignedToPixels == nil)
    #expect(Rect(width: 1e300, height: 1).alignedToPixels == nil)
  }

  @Test func pixelRectanglesBearAnyNumber() {
    let wild = Rect(x: -1e300, y: .nan, width: .infinity, height: 1e300)
    #expect(PixelRect(covering: wild).width >= 0)
    #expect(PixelRect(snapping: wild).height >= 0)
    #expect(PixelRect(covering: Rect(x: 0.1, y: 0.9, width: 1, height: 1)).width == 2)
    #expect(
      PixelRect(snapping: Rect(x: 0.4, y: 0.6, width: 1.2, height: 1))
        == PixelRect(x: 0, y: 1, width: 2, height: 1))
  }

  @Test func squareCornersNeedNoCurves() {
    var radii = Corners(all: Size(width: 5, height: 0))
    #expect(Path.roundedRect(Rect(width: 9, height: 9), radii: radii).uprightRect != nil)
    radii.topLeft = Size(width: 2, height: 3)
    let curves = Path.roundedRect(Rect(width: 9, height: 9), radii: radii).elements.filter {
      if case .cubic = $0 { true } else { false }
    }
    #expect(curves.count == 1)
  }

  @Test func transformsApplyInOrder() {
    let shift = AffineTransform(e: 10, f: 20)
    let double = AffineTransform(a: 2, d: 2)
    let point = Point(x: 1, y: 1)
    #expect(shift.concatenating(double).apply(to: point) == Point(x: 12, y: 22))
    #expect(double.concatenating(shift).apply(to: point) == Point(x: 22, y: 42))
    let box = Path.rect(Rect(width: 1, height: 1)).transformed(by: shift)
    #expect(box.controlBounds == Rect(x: 10, y: 20, width: 1, height: 1))
  }

  @Test func boundsNeedFiniteNumbers() {
    #expect(Path().controlBounds == nil)
    #expect(Path([.move(Point(x: .infinity))]).controlBounds == nil)
    #expect(
      Path.ellipse(in: Rect(x: 2, y: 3, width: 10, height: 4)).controlBounds
        == Rect(x: 2, y: 3, width: 10, height: 4))
  }
}
