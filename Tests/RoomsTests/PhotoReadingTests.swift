import Diagnostics
import Feeds
import Files
import Images
import Library
import Pixels
import Templates
import TestSupport
import Testing

@testable import Carousels

/// What a post says it was made of is what was drawn, whatever happens to its photos meanwhile.
@Suite struct PhotoReadingTests {
  private static let row = "handle,title,image\na,Pot,blue.png\n"

  private func render(_ feed: String, in shop: Workshop) throws -> SingleRender {
    try SingleRender(row: try shop.feed(feed).rows[0], prepared: try shop.prepared())
  }

  @Test func aPhotoReplacedBeforeDrawingIsDrawnAsItWasHashed() throws {
    let shop = try Workshop()
    let expected = try render(Self.row, in: shop).draw().record
    let render = try render(Self.row, in: shop)
    try shop.photo(0x00aa00, to: "photos/blue.png")
    let record = try render.draw().record
    #expect(record.origin == expected.origin)
    #expect(record.slides.map(\.sha256) == expected.slides.map(\.sha256))
  }

  @Test func aPhotoReplacedBetweenTwoRowsIsHashedAsItIsDrawn() async throws {
    let shop = try Workshop()
    let feed = "handle,title,image\na,Pot,blue.png\nb,Pot,blue.png\n"
    let batch = Batch(
      rows: try shop.feed(feed).rows, prepared: try shop.prepared(), recorder: try shop.recorder())
    let asked = Counter()
    let log = ResultLog()
    _ = await batch.run(
      workers: 1,
      shouldStop: {
        asked.increment()
        // Before the second row; its slides are looked at below, whatever happens here.
        if asked.count == 2 { try? shop.photo(0x00aa00, to: "photos/blue.png") }
        return false
      },
      onResult: log.add)
    let records = log.results.compactMap { result -> PostRecord? in
      if case .drawn(let post?) = result.outcome { post.record } else { nil }
    }
    try #require(records.count == 2)
    let isSamePhoto = records[0].slides[0].sha256 == records[1].slides[0].sha256
    #expect((records[0].origin == records[1].origin) == isSamePhoto)
  }

  /// Two slides whose bytes together are more than is held, so that they are read again.
  @Test func aPhotoThatIsAnotherWhenItIsReadAgainIsNotDrawn() throws {
    let shop = try Workshop()
    try shop.folder.write(
      """
      <section class="slide"><img src="{{ image }}" alt=""></section>
      <section class="slide"><img src="large.png" alt=""><h1>{{ title }}{{ price }}</h1></section>
      """, to: "card/slides.html")
    let padding = [UInt8](repeating: 0, count: 40 << 20)
    try shop.folder.write(
      try shop.folder.bytes(of: "photos/red.png") + padding, to: "card/large.png")
    let unchanged = try render(Self.row, in: shop)
    #expect(try unchanged.draw().record.slides.count == 2)
    let render = try render(Self.row, in: shop)
    try shop.photo(0x00aa00, to: "photos/blue.png")
    let error = try #require(throws: DiagnosticsError.self) { try render.draw() }
    #expect(
      error.diagnostics.map(\.message) == [
        "picture \"\(try FileSystem.realPath(of: shop.folder["photos/blue.png"]))\" was replaced "
          + "while it was drawn"
      ])
    #expect(error.diagnostics[0].location?.line == 2)
  }

  @Test func aSlideKeptWithAnotherPhotoIsNotTakenAgain() throws {
    let shop = try Workshop()
    let kept = KeptSlides()
    func draw() throws -> [String] {
      let render = try render(Self.row, in: shop)
      render.keep(kept)
      return try render.draw().record.slides.map(\.sha256)
    }
    let before = try draw()
    #expect(try draw() == before)
    try shop.photo(0x00aa00, to: "photos/blue.png")
    let after = try draw()
    #expect(after[0] != before[0])
    #expect(after[1] == before[1])
  }

  @Test func aPhotoWhoseNameAConverterChangedIsTakenWithAWarning() throws {
    let shop = try Workshop()
    let feed = Self.row.replacing("blue.png", with: "blue_600x600.jpg")
    let render = try render(feed, in: shop)
    #expect(try render.draw().record.slides.count == 2)
    #expect(
      render.warnings.map(\.message) == [
        "there is no file \"blue_600x600.jpg\"; \"blue.png\" is taken for it"
      ])
    #expect(render.warnings[0].location?.line == 2)
  }

  @Test func picturesOfAStyleSheetAreFoundByTheirURLs() throws {
    let shop = try Workshop()
    try shop.photo(0x00aa00, to: "card/big leaf.png")
    try shop.folder.write(
      try shop.folder.text(of: "card/style.css")
        + ".slide { background: url(big%20leaf.PNG?v=3) }", to: "card/style.css")
    let drawn = try render("handle,title\na,Pot\n", in: shop).draw().carousel
    #expect(drawn.warnings.map(\.message).count == 1)
    #expect(drawn.warnings[0].message.hasSuffix("; \"big leaf.png\" is taken for it"))
  }

  @Test func whatIsOddAboutAPhotoIsToldOnceWithEveryDrawing() throws {
    let shop = try Workshop()
    // Without its IEND.
    try shop.folder.write(
      Array(try shop.folder.bytes(of: "photos/blue.png").dropLast(12)), to: "photos/blue.png")
    let render = try render(Self.row, in: shop)
    let path = try FileSystem.realPath(of: shop.folder["photos/blue.png"])
    for _ in 0..<2 {
      let warnings = try render.draw().carousel.warnings
      #expect(
        warnings.map(\.message) == ["\"\(path)\" is an odd PNG, drawn all the same: it has no end"])
      #expect(warnings[0].location?.line == 2)
    }
  }

  @Test func aSlideHasTheColorsThatAPhotosProfileMeans() throws {
    let shop = try Workshop()
    // A chunk that says Display P3, behind IHDR; the photo is (51, 102, 153) everywhere.
    let plain = try shop.folder.bytes(of: "photos/blue.png")
    let chunk: [UInt8] =
      [0, 0, 0, 4] + Array("cICP".utf8) + [12, 13, 0, 1] + [0x6E, 0x03, 0xE3, 0xEF]
    try shop.folder.write(Array(plain[..<33]) + chunk + plain[33...], to: "photos/blue.png")
    let slide = try render(Self.row, in: shop).draw().carousel.slides[0]
    let pixels = try EncodedImage(slide.file, named: "slide").decoded().pixels
    #expect(zip(pixels.prefix(4), [27, 104, 157, 255]).allSatisfy { abs(Int($0) - $1) <= 1 })
  }

  @Test func picturesAreKnownByWhatTheyShowNotByTheirNames() throws {
    let shop = try Workshop()
    try shop.folder.write(try shop.folder.bytes(of: "photos/blue.png"), to: "photos/twin.png")
    let twin = Self.row.replacing("blue.png", with: "twin.png")
    let one = try render(Self.row, in: shop).draw().record
    let other = try render(twin, in: shop).draw().record
    #expect(one.origin == other.origin)
    #expect(one.slides.map(\.sha256) == other.slides.map(\.sha256))
  }
}
