import Layout
import Pixels
import Styling
import Testing

@testable import Rendering

@Suite struct ObjectPlacementTests {
  /// Gray, the right quarter red.
  private var subject: SubjectMap {
    var picture = Bitmap(width: 400, height: 200)
    for index in stride(from: 0, to: picture.pixels.count, by: 4) {
      picture.pixels[index] = (index / 4) % 400 >= 300 ? 220 : 90
      picture.pixels[index + 1] = 90
      picture.pixels[index + 2] = 90
      picture.pixels[index + 3] = 255
    }
    return SubjectMap(picture)
  }

  private func cropped(_ fit: PaintStyle.ObjectFit, _ subject: SubjectMap?) -> Rect? {
    var style = PaintStyle()
    style.objectFit = fit
    style.focus = .automatic
    return ObjectPlacement(
      natural: Size(width: 400, height: 200), into: Rect(width: 100, height: 100), style: style,
      subject: subject)?.crop
  }

  @Test func anAutomaticFocusKeepsTheSubject() throws {
    let crop = try #require(cropped(.cover, subject))
    #expect(crop.width == 200)
    #expect(crop.x > 120)
  }

  @Test func withoutASubjectTheMiddleStays() {
    #expect(cropped(.cover, nil) == Rect(x: 100, width: 200, height: 200))
  }

  @Test func onlyCoverCropsToTheSubject() {
    #expect(cropped(.contain, subject) == Rect(width: 400, height: 200))
  }
}
