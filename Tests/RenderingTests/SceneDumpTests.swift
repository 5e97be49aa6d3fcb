import Pixels
import Testing
import Typography

@testable import Rendering

@Suite struct SceneDumpTests {
  private let font = catalog.primaryFont(
    for: FontDescription(families: ["Inter"], weight: 700, sizeInPx: 24))!

  @Test func everyItemHasItsLine() {
    let rect = Rect(x: 8, y: 16.5, width: 100, height: 50.125)
    let glyphs = SceneGlyphs(
      font: font, sizeInPx: 72.5,
      glyphs: [
        SceneGlyph(id: 12, origin: Point(x: 96, y: 200.333)),
        SceneGlyph(id: 7, origin: Point(x: -0.25, y: 200)),
      ], color: Color(rgb: 0x112233))
    let triangle = Path(
      [
        .move(Point()), .line(Point(x: 5, y: 0)), .quadratic(Point(x: 6, y: 1), to: Point(y: 5)),
        .cubic(Point(x: 1), Point(x: 2), to: Point(x: 3)), .close,
      ], fillRule: .evenOdd)
    let linear = SceneGradient(
      geometry: .linear(start: Point(), end: Point(y: 50)),
      stops: [.init(offset: 0, color: .black), .init(offset: 1.0 / 3, color: .transparent)])
    var radial = linear
    radial.geometry = .radial(center: Point(x: 1, y: 2), radiusX: 3, radiusY: 4)
    radial.isRepeating = true
    var conic = linear
    conic.geometry = .conic(center: Point(x: 1, y: 2), startAngle: 45)
    let scene = Scene(
      width: 1080, height: 1920, background: .white,
      items: [
        .fill(.rect(rect), .color(Color(rgb: 0xff8000, alpha: 0.5))),
        .group(
          SceneGroup(
            opacity: 0.85, clip: .rect(rect),
            items: [
              .fill(triangle, .gradient(linear)),
              .group(SceneGroup(items: [.glyphs(glyphs)])),
            ])),
        .fill(.rect(rect), .gradient(radial)),
        .fill(.rect(rect), .gradient(conic)),
        .image(SceneImage(source: "a \"b\".png", crop: rect, destination: rect)),
        .shadow(
          SceneShadow(
            shape: .path(.rect(rect)), sigma: 12, color: .black, clip: .rect(rect),
            exclusion: .rect(rect), isInverted: true)),
        .shadow(SceneShadow(shape: .glyphs(glyphs), sigma: 2.5, color: .black)),
      ])
    let run = "\"Inter\" 700 72.5px #112233: 12@96,200.33 7@-0.25,200"
    #expect(
      scene.dump == """
        scene 1080x1920 #ffffff
          fill rect 8,16.5 100x50.13 #ff800080
          group opacity 0.85 clip rect 8,16.5 100x50.13
            fill path evenodd M0,0 L5,0 Q6,1 0,5 C1,0 2,0 3,0 Z linear 0,0 to 0,50: \
        0 #000000, 0.333 #00000000
            group
              glyphs \(run)
          fill rect 8,16.5 100x50.13 repeating radial at 1,2 radii 3 4: \
        0 #000000, 0.333 #00000000
          fill rect 8,16.5 100x50.13 conic at 1,2 from 45deg: 0 #000000, 0.333 #00000000
          image "a \\"b\\".png" crop 8,16.5 100x50.13 into 8,16.5 100x50.13
          shadow sigma 12 #000000 inverted inside rect 8,16.5 100x50.13 outside \
        rect 8,16.5 100x50.13 rect 8,16.5 100x50.13
          shadow sigma 2.5 #000000 of glyphs \(run)

        """)
  }

  @Test func strangeNumbersAreReadable() {
    let scene = Scene(
      width: 1, height: 1, background: Color(red: .nan, green: 2, blue: -1),
      items: [
        .fill(Path([.move(Point(x: .nan, y: 1e300)), .line(Point(x: -0.001))]), .color(.black))
      ]
    )
    #expect(
      scene.dump == """
        scene 1x1 #00ff00
          fill path Mnan,1e+300 L0,0 #000000

        """)
  }
}
