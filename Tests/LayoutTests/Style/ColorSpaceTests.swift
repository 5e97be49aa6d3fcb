import Diagnostics
import Pixels
import Testing

@testable import Layout
@testable import Styling

@Suite struct ColorSpaceTests {
  /// Opaque colors as Chromium 156 draws them.
  private static let cases: [(String, UInt32)] = [
    ("oklch(0.7 0.15 30)", 0xed7665),
    ("oklch(62% 0.19 259)", 0x3581f6),
    ("oklch(0.9 0.4 150)", 0x00ff00),
    ("oklch(0.6 0.1 -90deg)", 0x697dbc),
    ("oklch(100% 0 0)", 0xffffff),
    ("oklch(none 0.1 20)", 0x010000),
    ("oklab(0.5 0.1 -0.2)", 0x7532d0),
    ("oklab(59% 100% 20%)", 0xff003a),
    ("oklab(0.7 -50% 0.1)", 0x00c355),
    ("lab(50 40 -60)", 0x8c5edf),
    ("lab(29.2345% 39.3825 20.0664)", 0x7d2329),
    ("lch(52.2345% 72.2 56.2)", 0xc65d06),
    ("lch(80 140 300)", 0xd098ff),
    ("hwb(120 0% 0%)", 0x00ff00),
    ("hwb(210 10% 76%)", 0x1a2b3d),
    ("hwb(40 60% 60%)", 0x808080),
    ("color(srgb 0.2 0.4 0.6)", 0x336699),
    ("color(display-p3 1 0 0)", 0xff0000),
    ("color(display-p3 0.3 0.6 0.2)", 0x249b19),
    ("color(srgb-linear 0.2 0.4 0.6)", 0x7caacb),
    ("color(xyz 0.3 0.4 0.2)", 0x8bb66b),
    ("color-mix(in srgb, red, lime)", 0x808000),
    ("color-mix(in srgb, red 20%, blue)", 0x3300cc),
    ("color-mix(in oklab, red, lime)", 0xd0a800),
    ("color-mix(in oklab, #1a2b3c 70%, white)", 0x576472),
    ("color-mix(in oklch, red, blue)", 0xba00c2),
    ("color-mix(in oklch longer hue, red, blue)", 0x009300),
    ("color-mix(in oklch increasing hue, red, blue)", 0x009300),
    ("color-mix(in oklch decreasing hue, red, blue)", 0xba00c2),
    ("color-mix(in oklch, teal 30%, white)", 0xbed8d7),
    ("color-mix(in hsl, red, blue)", 0xff00ff),
    ("color-mix(in hsl, teal, white 40%)", 0x48d1d1),
    ("color-mix(in hwb, red, yellow)", 0xff8000),
    ("color-mix(in lab, red, blue)", 0xc10088),
    ("color-mix(in lch, red, blue)", 0xf50086),
    ("color-mix(in srgb-linear, red, lime)", 0xbcbc00),
    ("color-mix(in xyz, red, lime)", 0xbcbc00),
    ("color-mix(in oklab, oklch(0.9 0.4 150) 60%, black)", 0x009000),
    ("color-mix(in oklch, oklch(0.5 none 150), oklch(0.7 0.2 none))", 0x009e34),
    ("color-mix(in oklab, color-mix(in srgb, red, blue), white 10%)", 0x8e2c8c),
  ]

  @Test(arguments: cases)
  func colorsAreThoseOfChromium(_ declared: String, _ rgb: UInt32) throws {
    let page = StyledPage(declarations: "background-color: \(declared)")
    #expect(page.problems == [])
    let color = try #require(page.style("x")).paint.backgroundColor
    let wanted = Color(rgb: rgb)
    // Halves may fall either way.
    #expect(abs(color.red - wanted.red) < 0.75 / 255, "red \(color.red * 255)")
    #expect(abs(color.green - wanted.green) < 0.75 / 255, "green \(color.green * 255)")
    #expect(abs(color.blue - wanted.blue) < 0.75 / 255, "blue \(color.blue * 255)")
  }

  @Test func mixesKnowTheElementsOwnColor() {
    let css = """
      #x { color: #0000ff; background-color: color-mix(in srgb, currentColor, white);
        border: 1px solid color-mix(in srgb, currentColor 0%, red) }
      """
    let page = StyledPage(css, [div(id: "x")])
    #expect(page.problems == [])
    let style = page.style("x")
    #expect(style?.paint.backgroundColor == Color(red: 0.5, green: 0.5, blue: 1))
    #expect(style?.box.borderColor.top == Color(rgb: 0xff0000))
  }

  @Test func percentagesBelowAHundredMakeItTransparent() {
    let page = StyledPage(
      declarations: "background-color: color-mix(in srgb, red 20%, red 30%)")
    #expect(page.style("x")?.paint.backgroundColor == Color(red: 1, green: 0, blue: 0, alpha: 0.5))
  }

  @Test(arguments: [
    "color-mix(in oklab, red)", "color-mix(red, lime)", "color-mix(in oklab, red 0%, lime 0%)",
    "color-mix(in oklab, red 120%, lime)", "color-mix(in oklch longer, red, lime)",
    "color-mix(in cmyk, red, lime)", "oklch(1 2)", "oklch(1, 2, 3)", "oklch(from red l c h)",
    "color(rgb 1 2 3)", "lab(1px 2 3)", "hwb(1 2 3 4)",
  ])
  func wrongColorsAreErrorsWithAPlace(_ value: String) {
    let page = StyledPage(declarations: "background-color: \(value)")
    #expect(page.styleProblems.count == 1)
    #expect(page.styleProblems.first?.location?.line == 1)
  }

  @Test func nestedMixesHaveAnEnd() {
    let deep =
      String(repeating: "color-mix(in oklab, red, ", count: 150) + "lime"
      + String(repeating: ")", count: 150)
    _ = StyledPage(declarations: "background-color: \(deep)")
  }
}
