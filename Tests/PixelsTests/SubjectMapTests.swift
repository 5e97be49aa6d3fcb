import Pixels
import Testing

@Suite struct SubjectMapTests {
  /// A gray picture with a red square.
  private func picture(width: Int, height: Int, squareAt x: Int, _ y: Int, side: Int) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    for row in 0..<height {
      for column in 0..<width {
        let isSquare = (x..<x + side).contains(column) && (y..<y + side).contains(row)
        let color: [UInt8] = isSquare ? [200, 40, 30, 255] : [120, 124, 128, 255]
        for channel in 0..<4 {
          bitmap.pixels[(row * width + column) * 4 + channel] = color[channel]
        }
      }
    }
    return bitmap
  }

  @Test(arguments: [60, 200, 420, 500])
  func aCropKeepsWhatStandsOut(x: Int) {
    let map = SubjectMap(picture(width: 640, height: 360, squareAt: x, 140, side: 80))
    let center = map.center(visible: Size(width: 0.3, height: 1))
    let middle = Double(x + 40) / 640
    let reachable = min(max(middle, 0.15), 0.85)
    #expect(abs(center.x - reachable) < 0.06, "\(center.x), \(middle)")
    #expect(center.y == 0.5)
  }

  @Test func aTallPictureIsCroppedAlongItsHeight() {
    let map = SubjectMap(picture(width: 200, height: 600, squareAt: 60, 60, side: 90))
    let center = map.center(visible: Size(width: 1, height: 0.4))
    #expect(abs(center.y - 0.2) < 0.06)
  }

  @Test func aPictureWithoutSubjectKeepsItsMiddle() {
    let map = SubjectMap(picture(width: 300, height: 100, squareAt: 0, 0, side: 0))
    #expect(abs(map.center(visible: Size(width: 0.5, height: 1)).x - 0.5) < 0.02)
  }

  @Test(arguments: [(1, 1), (1, 4000), (5000, 1), (3, 2)])
  func picturesOfAnySizeHaveAMiddle(width: Int, height: Int) {
    let map = SubjectMap(Bitmap(width: width, height: height))
    for visible in [0.0, 0.001, 0.5, 1, .nan, .infinity] {
      let center = map.center(visible: Size(width: visible, height: visible))
      #expect((0...1).contains(center.x) && (0...1).contains(center.y))
    }
  }
}
