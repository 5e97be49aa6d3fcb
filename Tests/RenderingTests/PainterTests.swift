import Diagnostics
import Pixels
import Testing
import Typography

@testable import Rendering

@Suite struct PainterTests {
  private let painter = Painter()
  private let font = catalog.primaryFont(
    for: FontDescription(families: ["Inter"], weight: 700, sizeInPx: 24))!

  private let noImages: ScaledImage = { _ throws(Diagnostic) in
    throw .error("no image was expected")
  }

  private func paint(_ items: [SceneItem], width: Int = 60, height: Int = 40) throws -> Bitmap {
    try painter.paint(
      Scene(width: width, height: height, background: .white, items: items), images: noImages)
  }

  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ rgb: UInt32)
    -> SceneItem
  {
    .fill(.rect(Rect(x: x, y: y, width: width, height: height)), .color(Color(rgb: rgb)))
  }

  private func text(_ x: Double, _ y: Double, size: Double = 24) -> SceneGlyphs {
    SceneGlyphs(
      font: font, sizeInPx: size,
      glyphs: (0..<3).map {
        SceneGlyph(id: UInt32(40 + $0), origin: Point(x: x + Double($0) * size * 0.4, y: y))
      }, color: .black)
  }

  @Test func itemsAreDrawnInOrderOnAnOpaqueBackground() throws {
    let picture = try painter.paint(
      Scene(
        width: 8, height: 8, background: Color(rgb: 0x102030, alpha: 0.5),
        items: [box(0, 0, 4, 8, 0xff0000), box(2, 0, 4, 8, 0x00ff00)]), images: noImages)
    #expect(pixel(picture, 1, 1) == [255, 0, 0, 255])
    #expect(pixel(picture, 3, 1) == [0, 255, 0, 255])
    #expect(pixel(picture, 7, 1) == [0x10, 0x20, 0x30, 255])
  }

  @Test func fractionalEdgesAreMixed() throws {
    let picture = try paint([box(2.5, 2, 4, 4, 0x000000)])
    #expect(abs(Int(pixel(picture, 2, 3)[0]) - 127) <= 1)
    #expect(pixel(picture, 3, 3)[0] == 0)
    #expect(abs(Int(pixel(picture, 6, 3)[0]) - 127) <= 1)
  }

  @Test func groupsFadeAsOne() throws {
    let overlapping = [box(0, 0, 20, 20, 0xff0000), box(10, 0, 20, 20, 0x0000ff)]
    let together = try paint([.group(SceneGroup(opacity: 0.5, items: overlapping))])
    let apart = try paint(overlapping.map { .group(SceneGroup(opacity: 0.5, items: [$0])) })
    #expect(pixel(together, 15, 5) == [127, 127, 255, 255])
    #expect(pixel(apart, 15, 5) == [127, 63, 191, 255])
    #expect(pixel(together, 5, 5) == pixel(apart, 5, 5))
    #expect(pixel(together, 35, 5) == [255, 255, 255, 255])
  }

  @Test func invisibleGroupsDrawNothing() throws {
    for opacity in [0, -1, Double.nan] {
      let picture = try paint([
        .group(SceneGroup(opacity: opacity, items: [box(0, 0, 9, 9, 0)]))
      ])
      #expect(pixel(picture, 4, 4) == [255, 255, 255, 255])
    }
  }

  @Test func roundedClipCutsCorners() throws {
    let clip = Path.roundedRect(Rect(x: 10, y: 10, width: 30, height: 20), radius: 10)
    let single = try paint([
      .group(SceneGroup(clip: clip, items: [box(0, 0, 60, 40, 0x00ff00)]))
    ])
    #expect(pixel(single, 10, 10) == [255, 255, 255, 255])
    #expect(pixel(single, 39, 29) == [255, 255, 255, 255])
    #expect(pixel(single, 25, 11) == [0, 255, 0, 255])
    #expect(pixel(single, 9, 20) == [255, 255, 255, 255])
    // The same as filling the clip itself, and whether or not the group takes the short way.
    #expect(single == (try paint([.fill(clip, .color(Color(rgb: 0x00ff00)))])))
    let two = try paint([
      .group(
        SceneGroup(clip: clip, items: [box(0, 0, 60, 40, 0xff00ff), box(0, 0, 60, 40, 0x00ff00)]))
    ])
    #expect(two == single)
  }

  @Test func nestedClipsIntersect() throws {
    let picture = try paint([
      .group(
        SceneGroup(
          clip: .rect(Rect(x: 0, y: 0, width: 20, height: 20)),
          items: [
            .group(
              SceneGroup(
                opacity: 0.5, clip: .ellipse(in: Rect(x: 10, y: 0, width: 20, height: 20)),
                items: [box(0, 0, 60, 40, 0), text(12, 18).item]))
          ]))
    ])
    #expect(pixel(picture, 19, 10) == [127, 127, 127, 255])
    #expect(pixel(picture, 21, 10) == [255, 255, 255, 255])
    #expect(pixel(picture, 10, 0) == [255, 255, 255, 255])
  }

  @Test func nothingOutsideTheClipChanges() throws {
    let before = try paint([])
    let clip = PixelRect(x: 7, y: 5, width: 21, height: 13)
    let shape = Path.roundedRect(Rect(x: 2, y: 2, width: 50, height: 30), radius: 8)
    let shadow = SceneShadow(shape: .path(shape), sigma: 6, color: .black)
    let gradient = SceneGradient(
      geometry: .linear(start: Point(), end: Point(x: 60, y: 40)),
      stops: [.init(offset: 0, color: .black), .init(offset: 1, color: Color(rgb: 0xff0000))])
    let items: [SceneItem] = [
      .fill(shape, .gradient(gradient)), .shadow(shadow), text(3, 20).item,
      text(3, 20, size: 300).item, .fill(shape, .color(Color(rgb: 0x00ff00, alpha: 0.3))),
    ]
    for item in items {
      let picture = try paint([.group(SceneGroup(clip: .rect(clip.rect), items: [item]))])
      var differs = false
      for y in 0..<40 {
        for x in 0..<60 {
          let isInside = clip.contains(PixelRect(x: x, y: y, width: 1, height: 1))
          if isInside {
            differs = differs || pixel(picture, x, y) != pixel(before, x, y)
          } else {
            #expect(pixel(picture, x, y) == pixel(before, x, y))
          }
        }
      }
      #expect(differs)
    }
  }

  @Test func outerShadowSparesItsBox() throws {
    let rect = Rect(x: 20, y: 10, width: 20, height: 20)
    let shadow = SceneShadow(
      shape: .path(.rect(rect.offset(by: Point(x: 0, y: 4)))), sigma: 3, color: .black,
      exclusion: .rect(rect))
    let picture = try paint([.shadow(shadow)])
    #expect(pixel(picture, 30, 20) == [255, 255, 255, 255])
    #expect(pixel(picture, 20, 29) == [255, 255, 255, 255])
    #expect(pixel(picture, 30, 30)[0] < 60)
    #expect(pixel(picture, 30, 9)[0] > 200)
    #expect(pixel(picture, 2, 2) == [255, 255, 255, 255])
  }

  @Test func insetShadowStaysInItsBox() throws {
    let rect = Rect(x: 10, y: 5, width: 40, height: 30)
    let shadow = SceneShadow(
      shape: .path(.rect(rect)), sigma: 2, color: .black, clip: .roundedRect(rect, radius: 6),
      isInverted: true)
    let picture = try paint([.shadow(shadow)])
    #expect(pixel(picture, 9, 20) == [255, 255, 255, 255])
    #expect(pixel(picture, 10, 20)[0] < 170)
    #expect(pixel(picture, 30, 20) == [255, 255, 255, 255])
    #expect(pixel(picture, 10, 5) == [255, 255, 255, 255])
  }

  @Test func shadowOfTextFollowsTheText() throws {
    let sharp = SceneShadow(shape: .glyphs(text(10, 30)), sigma: 0, color: .black)
    let drawn = try paint([text(10, 30).item])
    let shadow = try paint([.shadow(sharp)])
    // Glyphs that overlap are drawn one after the other, a silhouette at once.
    for index in stride(from: 0, to: drawn.pixels.count, by: 4) {
      #expect(abs(Int(drawn.pixels[index]) - Int(shadow.pixels[index])) <= 2)
    }
    let soft = try paint([
      .shadow(SceneShadow(shape: .glyphs(text(10, 30)), sigma: 9, color: .black))
    ])
    #expect(pixel(soft, 20, 22)[0] < 240)
    #expect(pixel(soft, 20, 22)[0] > 60)
  }

  @Test func imagesArePlacedOnWholePixels() throws {
    var asked: [SceneImage] = []
    let image = SceneImage(
      source: "photo.jpg", crop: Rect(width: 100, height: 50),
      destination: Rect(x: 4.4, y: 3.6, width: 20.2, height: 10.2))
    let content = patternedPicture(width: 21, height: 10)
    let picture = try painter.paint(
      Scene(width: 60, height: 40, background: .white, items: [.image(image)])
    ) { wanted throws(Diagnostic) in
      asked.append(wanted)
      return content
    }
    #expect(asked == [image])
    #expect(image.pixelRect == PixelRect(x: 4, y: 4, width: 21, height: 10))
    #expect(pixel(picture, 4, 4) == pixel(content, 0, 0))
    #expect(pixel(picture, 24, 13) == pixel(content, 20, 9))
    #expect(pixel(picture, 25, 13) == [255, 255, 255, 255])
  }

  @Test func roundedImageKeepsItsMiddle() throws {
    let content = patternedPicture(width: 40, height: 30)
    let destination = Rect(x: 10, y: 5, width: 40, height: 30)
    let image = SceneItem.image(
      SceneImage(source: "p", crop: destination, destination: destination))
    let clip = Path.roundedRect(destination, radius: 12)
    func paint(_ items: [SceneItem]) throws -> Bitmap {
      try painter.paint(
        Scene(
          width: 60, height: 40, background: .white,
          items: [.group(SceneGroup(clip: clip, items: items))])
      ) { _ throws(Diagnostic) in content }
    }
    let picture = try paint([image])
    #expect(pixel(picture, 10, 5) == [255, 255, 255, 255])
    #expect(pixel(picture, 30, 20) == pixel(content, 20, 15))
    #expect(pixel(picture, 10, 20) == pixel(content, 0, 15))
    // A second item makes the group take the long way.
    #expect(picture == (try paint([image, box(90, 90, 1, 1, 0)])))
  }

  @Test func enormousImagesAreAskedForInPart() throws {
    var asked: [SceneImage] = []
    let image = SceneImage(
      source: "p", crop: Rect(x: 10, y: 0, width: 1000, height: 1000),
      destination: Rect(x: -50_000, y: 0, width: 100_000, height: 100_000))
    _ = try painter.paint(Scene(width: 60, height: 40, items: [.image(image)])) {
      wanted throws(Diagnostic) in
      asked.append(wanted)
      return Bitmap(width: 60, height: 40)
    }
    #expect(asked.count == 1)
    #expect(asked.first?.destination == Rect(width: 60, height: 40))
    #expect(asked.first?.crop == Rect(x: 510, y: 0, width: 0.6, height: 0.4))
  }

  @Test func hiddenImagesAreNotAskedFor() throws {
    let outside = SceneImage(
      source: "p", crop: Rect(width: 9, height: 9),
      destination: Rect(x: 70, y: 0, width: 9, height: 9))
    let tiny = SceneImage(
      source: "p", crop: Rect(width: 9, height: 9),
      destination: Rect(x: 7, y: 0, width: 0.2, height: 9))
    let picture = try paint([.image(outside), .image(tiny)])
    #expect(pixel(picture, 7, 4) == [255, 255, 255, 255])
  }

  @Test func missingImageStopsTheSlide() {
    let image = SceneImage(
      source: "p", crop: Rect(width: 9, height: 9), destination: Rect(width: 9, height: 9))
    #expect(throws: Diagnostic.error("no image was expected")) { try paint([.image(image)]) }
  }

  @Test func deepNestingIsAnError() throws {
    func nested(_ depth: Int) -> SceneItem {
      var item = box(0, 0, 9, 9, 0)
      for _ in 0..<depth { item = .group(SceneGroup(opacity: 0.9, items: [item])) }
      return item
    }
    _ = try paint([nested(32)])
    #expect(
      throws: Diagnostic.error(
        "elements that fade or clip their content are nested more than 32 deep",
        hints: [
          "remove \"opacity\" or \"border-radius\" with \"overflow: hidden\" from some of them"
        ])
    ) { try paint([nested(33)]) }
    // The painter is not spoilt by it.
    _ = try paint([nested(32)])
  }

  @Test func usedPaintersDrawAsFreshOnes() throws {
    let items: [SceneItem] = [
      .shadow(SceneShadow(shape: .glyphs(text(5, 25.3)), sigma: 5, color: .black)),
      text(5.7, 25.1).item, text(15.2, 35.9, size: 31.7).item,
    ]
    let first = try paint(items)
    let again = try paint(items)
    let fresh = try Painter().paint(
      Scene(width: 60, height: 40, background: .white, items: items), images: noImages)
    #expect(first == again)
    #expect(first == fresh)
  }

  @Test func noNumberCrashes() throws {
    let wild: [Double] = [.nan, .infinity, 1e300, -1e300, 3e9, 0, -7, 1e-300]
    var items: [SceneItem] = []
    for a in wild {
      for b in wild {
        let rect = Rect(x: a, y: b, width: b, height: a)
        let path = Path.roundedRect(rect, radius: a)
        items.append(.fill(.rect(rect), .color(.black)))
        items.append(.fill(path, .color(Color(red: a, green: b, blue: 0, alpha: a))))
        items.append(.shadow(SceneShadow(shape: .path(path), sigma: a, color: .black, clip: path)))
        items.append(
          .shadow(
            SceneShadow(
              shape: .path(path), sigma: b, color: .black, exclusion: path, isInverted: true)))
        items.append(text(a, b, size: 20).item)
        items.append(text(b, 3, size: a).item)
        items.append(
          .shadow(SceneShadow(shape: .glyphs(text(a, 3, size: b)), sigma: a, color: .black)))
      }
    }
    let groups = wild.map { SceneItem.group(SceneGroup(opacity: $0, items: items)) }
    let picture = try paint(items + groups, width: 16, height: 16)
    #expect(pixel(picture, 3, 3)[3] == 255)
  }
}

extension SceneGlyphs {
  fileprivate var item: SceneItem { .glyphs(self) }
}
