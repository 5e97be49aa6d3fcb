import Pixels
import Testing

@Suite struct CompositingTests {
  @Test func everyCoverageIsRoundedCorrectly() {
    let mask = Mask(bounds: PixelRect(width: 256, height: 1), bytes: (0...255).map { UInt8($0) })
    for under in [0, 1, 7, 128, 200, 254, 255] {
      for over in [0, 3, 127, 255] {
        let gray = Double(under) / 255
        var picture = Bitmap(
          width: 256, height: 1, color: Color(red: gray, green: gray, blue: gray))
        let ink = Double(over) / 255
        picture.fill(
          mask, with: Color(red: ink, green: ink, blue: ink), within: picture.bounds)
        for coverage in 0...255 {
          let exact = (over * coverage * 2 + under * (255 - coverage) * 2 + 255) / 510
          #expect(pixel(picture, coverage, 0) == [UInt8(exact), UInt8(exact), UInt8(exact), 255])
        }
      }
    }
  }

  @Test func translucentColorMixesWithWhatIsThere() {
    var picture = Bitmap(width: 7, height: 3, color: Color(rgb: 0x204080))
    picture.fill(picture.bounds, with: Color(rgb: 0xff0000, alpha: 0.4))
    // 0.4 is 102 of 255.
    #expect(pixel(picture, 6, 2) == [121, 38, 77, 255])
    #expect(pixel(picture, 0, 0) == pixel(picture, 6, 2))
  }

  @Test func drawingOnNothingStaysPremultiplied() {
    let mask = Mask(bounds: PixelRect(width: 256, height: 1), bytes: (0...255).map { UInt8($0) })
    var picture = Bitmap(width: 256, height: 1)
    picture.fill(mask, with: Color(rgb: 0xff8001, alpha: 0.7), within: picture.bounds)
    picture.fill(mask, with: Color(rgb: 0xffffff, alpha: 0.3), within: picture.bounds)
    for x in 0..<256 {
      let colors = pixel(picture, x, 0)
      #expect(colors[0] <= colors[3] && colors[1] <= colors[3] && colors[2] <= colors[3])
    }
    #expect(pixel(picture, 0, 0) == [0, 0, 0, 0])
  }

  @Test(arguments: 1...17) func widthDoesNotMatter(width: Int) {
    let all = PixelRect(width: 24, height: 2)
    let mask = Mask(bounds: all, bytes: (0..<48).map { UInt8(($0 * 53) & 255) })
    let gradient = ResolvedGradient(
      geometry: .linear(start: Point(), end: Point(x: 20, y: 9)),
      stops: [.init(offset: 0, color: .transparent), .init(offset: 1, color: .white)])
    let place = PixelRect(x: 3, y: 0, width: width, height: 2)
    let before = patternedPicture(width: 24, height: 2)
    let changes: [(inout Bitmap, PixelRect) -> Void] = [
      { $0.fill(mask, with: Color(rgb: 0x123456, alpha: 0.6), within: $1) },
      { $0.fill($1, with: Color(rgb: 0x123456, alpha: 0.6)) },
      { $0.fill($1, with: Color(rgb: 0x123456)) },
      { $0.fill($1, with: gradient) },
      { $0.fill($1, with: gradient, mask: mask) },
      { $0.draw(patternedPicture(width: 30, height: 2), x: -4, y: 0, within: $1, mask: mask) },
    ]
    for change in changes {
      var whole = before
      change(&whole, all)
      var part = before
      change(&part, place)
      for y in 0..<2 {
        for x in 0..<24 {
          let isInside = x >= 3 && x < 3 + width
          #expect(pixel(part, x, y) == pixel(isInside ? whole : before, x, y))
        }
      }
    }
  }

  @Test func partsOutsideThePictureAreIgnored() {
    var picture = Bitmap(width: 4, height: 4, color: .white)
    let far = PixelRect(x: -10, y: -10, width: 12, height: 12)
    picture.fill(Mask(bounds: far, coverage: 255), with: .black, within: far)
    #expect(pixel(picture, 1, 1) == [0, 0, 0, 255])
    #expect(pixel(picture, 2, 1) == [255, 255, 255, 255])
    picture.fill(PixelRect(x: 3, y: 3, width: 1 << 30, height: 1 << 30), with: .black)
    #expect(pixel(picture, 3, 3) == [0, 0, 0, 255])
    #expect(pixel(picture, 2, 3) == [255, 255, 255, 255])
  }

  @Test func translucentPicturesAreDrawnOver() {
    var stamp = Bitmap(width: 5, height: 1)
    stamp.pixels = [
      255, 0, 0, 255, 64, 0, 0, 128, 0, 0, 0, 0, 10, 20, 30, 40, 0, 100, 0, 100,
    ]
    var picture = Bitmap(width: 5, height: 1, color: .white)
    picture.draw(stamp, x: 0, y: 0, within: picture.bounds)
    #expect(pixel(picture, 0, 0) == [255, 0, 0, 255])
    #expect(pixel(picture, 1, 0) == [191, 127, 127, 255])
    #expect(pixel(picture, 2, 0) == [255, 255, 255, 255])
    #expect(pixel(picture, 3, 0) == [225, 235, 245, 255])
    #expect(pixel(picture, 4, 0) == [155, 255, 155, 255])
  }

  @Test func restoringKeepsWhatTheMaskCovers() {
    let before = patternedPicture(width: 12, height: 3)
    let place = PixelRect(x: 1, y: 0, width: 11, height: 3)
    var picture = before
    let earlier = picture.copy(of: place)
    picture.fill(place, with: .white)
    var bytes = [UInt8](repeating: 255, count: 9)
    bytes[1] = 0
    bytes[2] = 51
    picture.restore(
      earlier, at: place,
      keeping: Mask(bounds: PixelRect(x: 2, y: 1, width: 9, height: 1), bytes: bytes), opacity: 1)
    #expect(pixel(picture, 2, 1) == [255, 255, 255, 255])
    #expect(pixel(picture, 3, 1) == pixel(before, 3, 1))
    let mixed = (Int(pixel(before, 4, 1)[0]) * 204 + 255 * 51 + 127) / 255
    #expect(Int(pixel(picture, 4, 1)[0]) == mixed)
    #expect(pixel(picture, 5, 0) == pixel(before, 5, 0))
    #expect(pixel(picture, 11, 1) == pixel(before, 11, 1))
    #expect(pixel(picture, 1, 1) == pixel(before, 1, 1))
  }

  @Test func restoringFadesEverythingWithoutAMask() {
    var picture = Bitmap(width: 9, height: 1, color: .black)
    let earlier = picture.copy(of: picture.bounds)
    picture.fill(picture.bounds, with: .white)
    picture.restore(earlier, at: picture.bounds, keeping: nil, opacity: 0.2)
    #expect(row(picture, y: 0, channel: 1) == [Int](repeating: 51, count: 9))
  }

  @Test func unionOfMasksIsNeverMoreThanAll() {
    var mask = Mask(bounds: PixelRect(width: 3, height: 1), bytes: [0, 128, 255])
    mask.unite(Mask(bounds: PixelRect(x: -1, y: 0, width: 9, height: 1), coverage: 128))
    #expect(mask.bytes == [128, 192, 255])
  }
}
