import Diagnostics
import Pixels
import Testing

@testable import Rendering

@Suite struct EffectTests {
  private let painter = Painter()

  private func paint(_ items: [SceneItem]) throws -> Bitmap {
    try painter.paint(Scene(width: 60, height: 60, items: items)) { _ throws(Diagnostic) in
      throw .error("no image was expected")
    }
  }

  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ rgb: UInt32)
    -> SceneItem
  {
    .fill(.rect(Rect(x: x, y: y, width: width, height: height)), .color(Color(rgb: rgb)))
  }

  @Test func aLayerWithoutEffectChangesNothing() throws {
    let items = [box(5, 5, 30, 30, 0x4080c0), box(20, 20, 30.5, 10, 0xc04080)]
    let group = SceneGroup(items: items, effects: SceneEffects(isIsolated: true))
    #expect(try paint([.group(group)]) == paint(items))
  }

  @Test func isolationKeepsBlendingInside() throws {
    let multiply = SceneItem.group(
      SceneGroup(
        items: [box(0, 0, 60, 60, 0x00ffff)], effects: SceneEffects(blendMode: .multiply)))
    let red = box(0, 0, 60, 60, 0xff0000)
    #expect(pixel(try paint([red, multiply]), 9, 9) == [0, 0, 0, 255])
    let isolated = SceneItem.group(
      SceneGroup(items: [multiply], effects: SceneEffects(isIsolated: true)))
    #expect(pixel(try paint([red, isolated]), 9, 9) == [0, 255, 255, 255])
  }

  @Test func blurReachesInFromOutsideTheSlide() throws {
    let group = SceneGroup(
      items: [box(-100, -100, 95, 260, 0)], effects: SceneEffects(filters: [.blur(sigma: 10)]))
    let picture = try paint([.group(group)])
    #expect(pixel(picture, 0, 30)[0] < 190)
    #expect(pixel(picture, 40, 30)[0] == 255)
  }

  @Test func filtersComeBeforeTheClip() throws {
    let clip = Path.rect(Rect(x: 20, y: 20, width: 20, height: 20))
    let group = SceneGroup(
      clip: clip, items: [box(20, 20, 20, 20, 0)],
      effects: SceneEffects(filters: [.blur(sigma: 6)]))
    let picture = try paint([.group(group)])
    #expect(pixel(picture, 15, 30) == [255, 255, 255, 255])
    #expect(pixel(picture, 21, 30)[0] > 90)
  }

  @Test func aMaskShowsWhatItsItemsCover() throws {
    let group = SceneGroup(
      items: [box(0, 0, 60, 60, 0xff0000)],
      effects: SceneEffects(mask: [
        SceneMaskLayer(items: [box(0, 0, 30, 60, 0)]),
        SceneMaskLayer(items: [box(20, 0, 30, 60, 0)], composite: .exclude),
      ]))
    let picture = try paint([.group(group)])
    #expect(pixel(picture, 10, 10) == [255, 0, 0, 255])
    #expect(pixel(picture, 25, 10) == [255, 255, 255, 255])
    #expect(pixel(picture, 45, 10) == [255, 0, 0, 255])
    #expect(pixel(picture, 55, 10) == [255, 255, 255, 255])
  }

  @Test func aBackdropIsFilteredInsideItsClipOnly() throws {
    let invert = SceneFilter.color(ColorMatrix(slope: -1, intercept: 1))
    let group = SceneGroup(
      items: [],
      effects: SceneEffects(
        backdrop: SceneBackdrop(
          filters: [invert], clip: .rect(Rect(x: 10, y: 10, width: 20, height: 20)))))
    let picture = try paint([box(0, 0, 60, 60, 0x4080c0), .group(group)])
    #expect(pixel(picture, 15, 15) == [0xbf, 0x7f, 0x3f, 255])
    #expect(pixel(picture, 35, 35) == [0x40, 0x80, 0xc0, 255])
  }

  @Test(arguments: [
    SceneFilter.blur(sigma: .infinity), .blur(sigma: .nan), .blur(sigma: 1e9),
    .dropShadow(offset: Point(x: 1e30, y: .nan), sigma: 3, color: .black),
    .color(ColorMatrix(slope: 1e30, intercept: -1e30)),
    .color(ColorMatrix(slope: .infinity, intercept: .nan)),
  ])
  func hostileFiltersEnd(filter: SceneFilter) throws {
    _ = try paint([
      .group(
        SceneGroup(
          transform: AffineTransform(a: 3, d: 3), items: [box(0, 0, 9, 9, 0)],
          effects: SceneEffects(filters: [filter, filter])))
    ])
  }

  @Test func layersHaveABudget() {
    var group = SceneGroup(
      items: [box(0, 0, 60, 60, 0)], effects: SceneEffects(isIsolated: true))
    for _ in 0..<40 {
      group = SceneGroup(items: [.group(group)], effects: SceneEffects(isIsolated: true))
    }
    #expect(throws: Diagnostic.self) { try paint([.group(group)]) }
  }

  @Test func effectsAreDumped() {
    let group = SceneGroup(
      items: [box(0, 0, 9, 9, 0)],
      effects: SceneEffects(filters: [.blur(sigma: 3)], blendMode: .softLight, isIsolated: true))
    #expect(
      Scene(width: 9, height: 9, items: [.group(group)]).dump == """
        scene 9x9 #ffffff
          group
            filter blur 3
            blend soft-light
            isolated
            fill rect 0,0 9x9 #000000

        """)
  }
}
