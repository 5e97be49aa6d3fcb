import Pixels
import Testing

@Suite struct ContrastTests {
  private func contrast(_ a: UInt32, _ b: UInt32) -> Double {
    RelativeLuminance.contrast(
      RelativeLuminance.of(Color(rgb: a)), RelativeLuminance.of(Color(rgb: b)))
  }

  /// Ratios as WebAIM's and the W3C's own tables give them.
  @Test(
    arguments: [
      (0x000000, 0xffffff, 21.0), (0x777777, 0xffffff, 4.48), (0x767676, 0xffffff, 4.54),
      (0xff0000, 0xffffff, 4.0), (0x0000ff, 0xffffff, 8.59), (0x00ff00, 0x000000, 15.3),
      (0x123456, 0x123456, 1.0),
    ] as [(UInt32, UInt32, Double)])
  func ratiosAreThoseOfWCAG(a: UInt32, b: UInt32, expected: Double) {
    #expect(abs(contrast(a, b) - expected) < 0.01)
    #expect(contrast(a, b) == contrast(b, a))
  }

  private func picture(_ color: UInt32) -> Bitmap {
    Bitmap(width: 40, height: 20, color: Color(rgb: color))
  }

  @Test func aTextIsAsReadableAsItsWorstTenth() {
    var map = ContrastMap(width: 40, height: 20)
    map.claim(PixelRect(width: 40, height: 10), for: 0)
    map.claim(PixelRect(x: -5, y: 10, width: 100, height: 100), for: 1)
    let inked = picture(0xffffff)
    var bare = picture(0x000000)
    // 40 of 400 pixels of the first text stand on white: 10 %, which do not count.
    bare.fill(PixelRect(width: 40, height: 1), with: .white)
    // One more of the second: they do.
    bare.fill(PixelRect(y: 10, width: 40, height: 1), with: .white)
    bare.fill(PixelRect(y: 11, width: 1, height: 1), with: .white)
    #expect(map.contrasts(inked: inked, bare: bare, count: 3) == [21, 1, nil])
  }

  @Test func overlappingTextsAreTheLaterOnes() {
    var map = ContrastMap(width: 40, height: 20)
    map.claim(PixelRect(width: 40, height: 20), for: 0)
    map.claim(PixelRect(width: 40, height: 20), for: 1)
    #expect(
      map.contrasts(inked: picture(0xffffff), bare: picture(0), count: 2) == [nil, 21])
  }

  // MARK: Veils

  private let white = VeiledText(
    areas: [PixelRect(x: 10, y: 5, width: 20, height: 10)], color: .white)

  private func strength(of text: VeiledText, over color: UInt32) -> Double {
    let picture = picture(color)
    return picture.veilStrength(for: [text], shade: text.shade, ratio: 4.5, within: picture.bounds)
  }

  @Test func noVeilIsNeededWhereTextIsReadable() {
    #expect(strength(of: white, over: 0x333333) == 0)
    #expect(strength(of: white, over: 0x767676) == 0)
  }

  @Test func aVeilIsAsStrongAsNeededAndNoStronger() {
    // White needs #767676 beneath; 0x76 of 255 is left when 0.537 is taken away.
    let strength = strength(of: white, over: 0xffffff)
    #expect(strength > 0.53 && strength < 0.545)
    var picture = picture(0xffffff)
    picture.draw(
      Veil(shade: .dark, strength: strength, core: picture.bounds, fadeX: 0, fadeY: 0),
      within: picture.bounds)
    let gray = picture.pixels[(10 * 40 + 20) * 4]
    #expect((0x74...0x77).contains(gray))
  }

  @Test func darkTextGetsALightVeil() {
    var text = white
    text.color = Color(rgb: 0x111111)
    #expect(text.shade == .light)
    #expect(white.shade == .dark)
    #expect(strength(of: text, over: 0x333333) > 0.2)
    #expect(strength(of: text, over: 0xeeeeee) == 0)
  }

  @Test func aVeilFadesToNothingWithoutAStep() {
    var picture = Bitmap(width: 300, height: 300, color: .white)
    let veil = Veil(
      shade: .dark, strength: 0.6, core: PixelRect(x: 0, y: 200, width: 300, height: 100),
      fadeX: 0, fadeY: 180)
    picture.draw(veil, within: picture.bounds)
    let column = (0..<300).map { Int(picture.pixels[($0 * 300 + 150) * 4]) }
    #expect(column[0...19].allSatisfy { $0 == 255 })
    #expect(column[205...].allSatisfy { abs($0 - 102) <= 1 })
    // 153 steps in 180 px; at the steepest place the ease is 1.9 times as fast as a straight line.
    #expect(zip(column, column.dropFirst()).allSatisfy { $1 - $0 <= 1 && $0 - $1 <= 3 })
  }

  @Test func aVeilStaysInItsClip() {
    var picture = Bitmap(width: 60, height: 60, color: .white)
    let clip = PixelRect(x: 20, y: 20, width: 10, height: 10)
    picture.draw(
      Veil(shade: .dark, strength: 1, core: picture.bounds, fadeX: 5, fadeY: 5), within: clip)
    #expect(picture.pixels[(19 * 60 + 25) * 4] == 255)
    #expect(picture.pixels[(25 * 60 + 25) * 4] == 0)
    #expect(picture.pixels[(30 * 60 + 25) * 4] == 255)
  }
}
