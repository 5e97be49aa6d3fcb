import Diagnostics
import Feeds
import Files
import Images
import Library
import Pixels
import Posts
import Templates
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// Each rule of `flint check`, provoked once.
@Suite struct CheckTests {
  private func check(
    _ subject: String, in shop: Workshop, target: PostTarget = .organic,
    repair: Checker.Repair = .no
  ) throws -> [Check] {
    try Checker(
      target: target, settings: DrawSettings(), imageFolders: [shop.folder["photos"]],
      library: shop.library, repair: repair, in: shop.workspace
    ).check(subject)
  }

  /// What is found on a page of one slide of 1080 × 1920 px with this in it.
  private func findings(
    _ body: String, css: String = "", target: PostTarget = .organic
  ) throws -> [Finding] {
    let shop = try Workshop()
    try shop.folder.write(
      """
      <style>body, p, h1 { margin: 0 } body { background: #fff; color: #000 }
      p { position: absolute; left: 200px; top: 800px; font: 400 60px/1.2 Inter }
      \(css)</style>
      \(body)
      """, to: "page/page.html")
    for photo in ["blue.png", "red.png"] {
      try shop.folder.write(try shop.folder.bytes(of: "photos/\(photo)"), to: "page/\(photo)")
    }
    return try check(shop.folder["page/page.html"], in: shop, target: target)[0].findings
  }

  private func rules(
    _ body: String, css: String = "", target: PostTarget = .organic
  ) throws -> [CheckRule] {
    try findings(body, css: css, target: target).map(\.rule)
  }

  @Test func aGoodPageHasNoFindings() throws {
    #expect(try rules("<p>Words</p>") == [])
  }

  @Test func paleText() throws {
    let found = try findings("<p>\nWords</p>", css: "p { color: #999 }")
    #expect(found.map(\.rule) == [.contrast])
    #expect(found[0].severity == .error)
    #expect(found[0].message == "\"Words\" has a contrast of 2.8 : 1; it needs 4.5 : 1")
    #expect(found[0].location?.line == 4)
    #expect(found[0].slide == Finding.Slide(number: 1, name: "page"))
    let area = try #require(found[0].area)
    #expect(area.x >= 200 && area.y > 800 && area.width > 100)
  }

  @Test func largeTypeNeedsLessContrast() throws {
    #expect(try rules("<p>Words</p>", css: "p { color: #888; font-size: 90px }") == [])
    #expect(
      try rules("<p>Words</p>", css: "p { color: #999; font-size: 90px }") == [.contrast])
  }

  @Test func smallType() throws {
    let found = try findings(
      "<p>Words</p><p style='top: 900px; font-size: 20px'>lost</p>", css: "p { font-size: 30px }")
    #expect(found.map(\.rule) == [.smallType, .smallType])
    #expect(found.map(\.severity) == [.warning, .error])
  }

  @Test(arguments: [
    ("top: 20px", Finding.Severity.error, "the tabs at the top"),
    ("top: 130px", .warning, "the tabs at the top"),
    ("top: 1700px", .error, "the caption at the bottom"),
    ("left: 900px", .error, "the buttons at the right"),
    ("left: 10px", .error, "the edge that phones crop"),
  ])
  func textUnderTheInterface(
    place: String, severity: Finding.Severity, zone: String
  ) throws {
    let found = try findings("<p style='\(place)'>Words</p>")
    #expect(found.map(\.rule) == [.safeZone])
    #expect(found.map(\.severity) == [severity])
    #expect(
      found[0].message.hasSuffix("lie under \(zone)")
        || found[0].message.hasSuffix(
          "lies under \(zone)")
    )
  }

  @Test func adsCoverMore() throws {
    #expect(try rules("<p style='top: 1480px'>Words</p>") == [])
    #expect(try rules("<p style='top: 1480px'>Words</p>", target: .spark) == [.safeZone])
  }

  @Test func whatMayBeCoveredIsExempt() throws {
    let place = "top: 20px; color: #000"
    #expect(try rules("<p style='\(place)' aria-hidden='true'>Words</p>") == [])
    #expect(try rules("<div style='-flint-safe: none'><p style='\(place)'>Words</p></div>") == [])
    #expect(
      try rules("<p style='\(place)'><span style='-flint-safe: none'>Words</span></p>") == [])
  }

  @Test func cutText() throws {
    let found = try findings(
      "<div><p>Many words in a row</p></div>",
      css: "div { overflow: hidden; position: absolute; left: 200px; top: 700px; width: 300px; "
        + "height: 200px } p { left: 0; top: 20px; white-space: nowrap }")
    #expect(found.map(\.rule).contains(.cutText))
    #expect(found.first { $0.rule == .cutText }?.severity == .error)
  }

  @Test func smallPhotosAndMissingAlt() throws {
    let found = try findings("<img src='blue.png' style='width: 1080px'>")
    #expect(found.map(\.rule) == [.missingAlt, .upscaledPhoto])
    #expect(found[1].message == "\"blue.png\" is enlarged 36 times")
    #expect(try rules("<img src='blue.png' alt=''>") == [])
    #expect(try rules("<img src='blue.png' aria-hidden='true'>") == [])
  }

  @Test func whatCannotBeDrawn() throws {
    let found = try findings("<p>Words</p>", css: "p { float: left }")
    #expect(found.map(\.rule) == [.cannotDraw])
    #expect(found[0].remedy == "use display: flex")
  }

  @Test func aTemplatesSamplesAreDrawnAtEachSize() throws {
    let shop = try Workshop()
    try shop.folder.write(
      try shop.folder.text(of: "card/style.css") + "h1 { color: #eee }", to: "card/style.css")
    let check = try check(shop.folder["card"], in: shop)[0]
    #expect(check.kind == .template)
    let contrast = try #require(check.findings.first { $0.rule == .contrast })
    #expect(contrast.drawing == "sample best at 160x240")
    #expect(contrast.repetitions == 1)
  }

  @Test func sizesThatTikTokRefuses() throws {
    let shop = try Workshop()
    let manifest = try shop.folder.text(of: "card/template.yaml")
    try shop.folder.write(
      manifest.replacing("160x240, 240x160", with: "1081x1920"), to: "card/template.yaml")
    let found = try check(shop.folder["card"], in: shop)[0].findings
    #expect(found.contains { $0.rule == .pixelSize && $0.message.contains("1081 × 1920") })
    let ads = try check(shop.folder["card"], in: shop, target: .ads)[0].findings
    #expect(!ads.contains { $0.rule == .pixelSize })
  }

  // MARK: Post files

  private func postFile(_ text: String, in shop: Workshop) throws -> [Finding] {
    try shop.folder.write("template: ./card\ntitle: Pot\n" + text, to: "post.yaml")
    return try check(shop.folder["post.yaml"], in: shop)[0].findings
      .filter { ![.smallType, .safeZone].contains($0.rule) }
  }

  @Test func wordsThatAreTooLong() throws {
    let shop = try Workshop()
    let emoji = String(repeating: "🎉", count: 46)
    let caption = String(repeating: "a", count: 4_001)
    let found = try postFile("post_title: \(emoji)\ncaption: \(caption)\n", in: shop)
    #expect(found.map(\.rule) == [.captionLength, .titleLength])
    #expect(found.map { $0.location?.line } == [4, 3])
    #expect(found[1].message == "the title has 92 UTF-16 units; TikTok takes 90")
  }

  @Test(arguments: [
    ("hashtags: [pots, '#clay']", "POT\n\n#pots #clay"),
    ("caption: Mine\nhashtags: [pots]", "Mine\n\n#pots"), ("caption: Mine", "Mine"),
    ("caption: ''\nhashtags: [pots]", "#pots"),
  ])
  func hashtagsStandBehindWhicheverCaption(settings: String, caption: String) throws {
    let file = try PostFile.parse(Array("\(settings)\ntitle: a".utf8), file: "p.yaml")
    #expect(PostWords(file).caption(standard: "POT") == caption)
  }

  @Test func tooManyHashtags() throws {
    let shop = try Workshop()
    let found = try postFile("caption: 'Hi #a'\nhashtags: [b, c, d, e, f]\n", in: shop)
    #expect(found.map(\.rule) == [.hashtagCount])
    #expect(found.map(\.severity) == [.warning])
    #expect(
      WordProblem.hashtags(in: "C# a#b ##x #größe, #a_1#c # #日本語") == ["#größe", "#a_1", "#日本語"])
  }

  @Test func aCodeIsNotPublished() throws {
    let shop = try Workshop()
    let code = "#Canary1q8ZsRv0Kd1wHe=="
    let found = try postFile("post_title: 'Use \(code)'\ncaption: 'Ask for \(code)'\n", in: shop)
    #expect(found.map(\.rule) == [.publishedCode, .publishedCode])
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(Set(found.map(\.message)).count == 2)
    #expect(try postFile("caption: 'Rain #Monsoon2026 #OOTD'\n", in: shop).isEmpty)
  }

  @Test func disclosures() throws {
    let shop = try Workshop()
    try shop.folder.write(":root { --brand-color: #123456 }", to: "acme/kit.css")
    let kit = "kit: \(shop.folder["acme"])\n"
    #expect(try postFile(kit, in: shop).map(\.rule) == [.missingDisclosure])
    #expect(try postFile(kit + "disclosure: branded content\n", in: shop).isEmpty)
    #expect(try postFile(kit + "disclosure: none\n", in: shop).isEmpty)
    #expect(try postFile("disclosure: sponsored\n", in: shop).map(\.rule) == [.unknownDisclosure])
    #expect(try postFile("", in: shop).isEmpty)
  }

  // MARK: Posts

  private func post(
    in shop: Workshop, encoding: ImageEncoding = .png(.fast)
  ) throws -> WrittenPost {
    try shop.folder.write("template: ./card\ntitle: Pot\nimage: blue.png\n", to: "photos/post.yaml")
    let request = try RenderRequest.parse(
      subject: shop.folder["photos/post.yaml"], data: nil, sample: nil, assignments: [],
      in: shop.workspace)
    guard case .template(_, _, let row, _, _, let words) = request else {
      throw Diagnostic.error("not a template")
    }
    return try SingleRender(
      row: row, prepared: try shop.prepared(DrawSettings(encoding: encoding)), words: words
    ).write(to: shop.recorder())
  }

  private static let ofFiles: Set<CheckRule> = [
    .fileFormat, .fileBytes, .missingFile, .changedFile, .pixelSize, .slideCount,
  ]

  private func fileFindings(
    _ shop: Workshop, target: PostTarget = .organic, repair: Checker.Repair = .no
  ) throws -> [Finding] {
    try check("pot-card", in: shop, target: target, repair: repair)[0].findings
      .filter { Self.ofFiles.contains($0.rule) }
  }

  @Test func aPostIsFoundByKeyFolderAndLibrary() throws {
    let shop = try Workshop()
    let path = try post(in: shop).path
    for subject in ["pot-card", path, shop.library.path, shop.library.postsPath] {
      #expect(try check(subject, in: shop).map(\.kind) == [.post])
    }
    #expect(throws: DiagnosticsError.self) { try check("pot-crad", in: shop) }
  }

  @Test func pngIsNotedAndRefusedByTheAPI() throws {
    let shop = try Workshop()
    _ = try post(in: shop)
    #expect(try fileFindings(shop).map(\.severity) == [.note])
    let refused = try fileFindings(shop, target: .api)
    #expect(refused.map(\.rule) == [.fileFormat, .fileFormat])
    #expect(refused[0].message.hasPrefix("slide 1, \"01-hook.png\", is a PNG"))
    #expect(try fileFindings(shop, target: .ads).isEmpty)
  }

  @Test func adsRefuseWebP() throws {
    let shop = try Workshop()
    _ = try post(in: shop, encoding: .webp)
    #expect(try fileFindings(shop, target: .ads).map(\.rule) == [.fileFormat, .fileFormat])
    #expect(try fileFindings(shop, target: .api).isEmpty)
  }

  @Test func missingAndChangedSlides() throws {
    let shop = try Workshop()
    let path = try post(in: shop).path
    try FileSystem.remove("\(path)/01-hook.png")
    let other = Bitmap(width: 1090, height: 1920, color: .white)
    try FileSystem.write(
      try other.encoded(as: .png(.fast), named: "x"), to: "\(path)/02-words.png")
    let found = try fileFindings(shop).filter { $0.severity != .note }
    #expect(found.map(\.rule) == [.missingFile, .changedFile, .pixelSize])
    #expect(found[2].message.hasPrefix("slide 2, \"words\", is 1090 × 1920 px"))
  }

  @Test func aPostOfOneSlide() throws {
    let shop = try Workshop()
    let path = try post(in: shop).path
    var record = try #require(LibraryFolder.record(inFolder: path))
    record.slides.removeLast()
    try FileSystem.write(LibraryFolder.encode(record), to: "\(path)/post.json")
    #expect(try fileFindings(shop).map(\.rule) == [.slideCount, .fileFormat])
    record.slides = Array(repeating: record.slides[0], count: 36)
    try FileSystem.write(LibraryFolder.encode(record), to: "\(path)/post.json")
    #expect(try fileFindings(shop)[0].message == "there are 36 slides")
  }

  @Test func fixingMakesWhatTheTargetTakes() throws {
    let shop = try Workshop()
    let path = try post(in: shop).path
    try shop.folder.write("mine", to: "library/posts/pot-card/notes.txt")
    let large = Bitmap(width: 2160, height: 3840, color: Color(rgb: 0x336699))
    try FileSystem.write(
      try large.encoded(as: .png(.fast), named: "x"), to: "\(path)/02-words.png")
    let before = shop.folder.names(in: "library/posts/pot-card")
    let plan = try check("pot-card", in: shop, target: .api, repair: .plan)[0]
    #expect(plan.changes.count == 2)
    #expect(shop.folder.names(in: "library/posts/pot-card") == before)

    let fixed = try check(
      "pot-card", in: shop, target: .api, repair: .write(Workshop.circumstances))[0]
    #expect(fixed.changes == plan.changes)
    #expect(fixed.findings.filter { Self.ofFiles.contains($0.rule) }.isEmpty)
    #expect(
      shop.folder.names(in: "library/posts/pot-card") == [
        // A slide that somebody changed is not Flint's to remove.
        "01-hook.jpg", "02-words.jpg", "02-words.png", "caption.txt", "notes.txt", "overview.png",
        "post.json",
      ])
    let record = try #require(LibraryFolder.record(inFolder: path))
    #expect(record.format == "jpg")
    #expect(record.slides.map(\.file) == ["01-hook.jpg", "02-words.jpg"])
    #expect([record.slides[1].width, record.slides[1].height] == [1080, 1920])
    #expect(
      try check("pot-card", in: shop, target: .api, repair: .write(Workshop.circumstances))[0]
        .changes.isEmpty)
  }

  @Test func aPostsSlidesAreLookedIntoWhileItsTemplateIsTheSame() throws {
    let shop = try Workshop()
    _ = try post(in: shop)
    func notes() throws -> [String] {
      try check("pot-card", in: shop)[0].findings.filter { $0.rule == .notLookedInto }
        .map(\.message)
    }
    // The template is no template of the workspace; its name alone does not find it.
    #expect(try notes().count == 1)
  }

  @Test func everyRuleSaysWhy() {
    for rule in CheckRule.allCases {
      #expect(!rule.reason.isEmpty && !rule.source.isEmpty)
      #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }

  @Test func safeZonesFollowTheSlideOntoTheScreen() throws {
    let workspace = try Workshop().workspace
    let zones = try SafeZones(path: workspace.safeZones, preset: "organic")
    // A slide of 4:5 stands 285 px below the screen's top, where nothing covers it.
    let tall = zones.zones(of: SlideSize(width: 1080, height: 1350))
    #expect(tall[0].rect.maxY == 180 - 285)
    #expect(tall[1].rect.minY == 1920 - 320 - 285)
    let half = zones.zones(of: SlideSize(width: 540, height: 960))
    #expect(half[0].rect == Rect(width: 540, height: 90))
    #expect(half[3].surelyCovered == Rect(x: 490, width: 50, height: 960))
    #expect(throws: DiagnosticsError.self) {
      try SafeZones(path: workspace.safeZones, preset: "nosuch")
    }
  }
}
