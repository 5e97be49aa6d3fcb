import Foundation
import TestSupport
import Testing

/// Each of these is one clear message, exit code 2, and nothing written.
@Suite struct RefusalTests {
  private func expectRefusal(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = folder.names()
    let result = try FlintProcess.run(arguments, in: folder, environment: environment)
    #expect(!result.wasKilled, sourceLocation: sourceLocation)
    #expect(result.code == 2, sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
    #expect(result.errors.contains(message), "\(result.errors)", sourceLocation: sourceLocation)
    let errors = result.errors.split(separator: "\n").filter { $0.contains("error: ") }
    #expect(errors.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
    // A library that was made ready but got no post is no harm.
    let posts = folder.names(in: "output/posts")
    #expect(posts.isEmpty, sourceLocation: sourceLocation)
    let after = folder.names().filter { $0 != "output" }
    #expect(after == before, sourceLocation: sourceLocation)
  }

  private func expectRefusal(
    ofSlides html: String, style: String? = nil, title: String = "Pot", _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write(html, to: "card/slides.html")
    if let style { try folder.write(style, to: "card/style.css") }
    try expectRefusal(
      ["render", "./card", "--set", "title=\(title)"], in: folder, message,
      sourceLocation: sourceLocation)
  }

  private static let page = """
    <link rel="stylesheet" href="style.css">
    <section class="slide" id="a"><h1>{{ title }}</h1></section>
    <section class="slide" id="b"><p>Second</p></section>
    """

  @Test func aMissingTemplate() throws {
    try expectRefusal(
      ["render", "quot", "--sample"], in: TemporaryFolder(),
      "error: there is no template \"quot\"; did you mean \"quote\"?")
  }

  @Test func aSlipInTheStyleSheet() throws {
    try expectRefusal(
      ofSlides: Self.page, style: "h1 {\n  colour: red;\n}\n",
      "./card/style.css:2:3: error: unknown property \"colour\"; did you mean \"color\"?")
  }

  @Test func anUnclosedTag() throws {
    try expectRefusal(
      ofSlides: "<section class=\"slide\" id=\"a\">\n  <h1>{{ title }}\n</section>\n",
      "./card/slides.html:2:3: error: <h1> is never closed")
  }

  @Test func anUnknownFieldOfTheCommandLine() throws {
    try expectRefusal(
      ["render", "./card", "--set", "title=Pot", "--set", "titel=Pot"],
      in: TemporaryFolder.withCard(), "has no field \"titel\"")
  }

  @Test func aMissingPhoto() throws {
    try expectRefusal(
      ["render", "./card", "--set", "title=Pot", "--set", "image=bleu.png"],
      in: TemporaryFolder.withCard(),
      "there is no file \"bleu.png\" in \".\"; did you mean \"blue.png\"?")
  }

  @Test func aFolderInsteadOfAPhoto() throws {
    try expectRefusal(
      ["render", "./card", "--set", "title=Pot", "--set", "image=card"],
      in: TemporaryFolder.withCard(), "there is no file \"card\"")
  }

  @Test func aCorruptPhoto() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3], to: "broken.jpg")
    try expectRefusal(
      ["render", "./card", "--set", "title=Pot", "--set", "image=broken.jpg"], in: folder,
      "broken.jpg\" is a damaged JPEG")
  }

  @Test func aHundredMegapixels() throws {
    let folder = try TemporaryFolder.withCard()
    var bytes = try folder.bytes(of: "blue.png")
    // Width and height in the header; its checksum is not what the limit waits for.
    bytes.replaceSubrange(16..<24, with: [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10])
    try folder.write(bytes, to: "huge.png")
    try expectRefusal(
      ["render", "./card", "--set", "title=Pot", "--set", "image=huge.png"], in: folder, "huge.png")
  }

  @Test func aTitleLongerThanItsLimit() throws {
    try expectRefusal(
      ["render", "./card", "--set", "title=" + String(repeating: "word ", count: 1000)],
      in: TemporaryFolder.withCard(),
      "title has 4999 characters, 4959 more than the 40 it may have")
  }

  @Test func aTitleThatDoesNotFit() throws {
    let folder = try TemporaryFolder.withCard()
    let style = "h1 { font: 700 20px/1 Inter; height: 60px; -flint-min-font-size: 18px }"
    try folder.write(style, to: "card/style.css")
    let manifest = try folder.text(of: "card/template.yaml")
    try folder.write(manifest.replacing("limit: 40", with: "limit: 9000"), to: "card/template.yaml")
    try expectRefusal(
      ["render", "./card", "--set", "title=" + String(repeating: "word ", count: 1000)],
      in: folder, "title is 4999 characters; about ")
  }

  @Test func aCharacterThatNoFontHas() throws {
    try expectRefusal(
      ["render", "./card", "--set", "title=Pot \u{10FFFD}"], in: TemporaryFolder.withCard(),
      "no font has U+10FFFD")
  }

  @Test func anOutputBelowAFile() throws {
    try expectRefusal(
      ["render", "./card", "--sample", "-o", "blue.png/out"], in: TemporaryFolder.withCard(),
      "error: cannot write \"blue.png/out\"")
  }

  @Test func aLibraryBelowAFile() throws {
    try expectRefusal(
      ["render", "./card", "--sample", "--library", "blue.png"], in: TemporaryFolder.withCard(),
      "error: cannot write \"blue.png\"")
  }

  @Test func aPlaceWhereNothingCanBeCreated() throws {
    guard FileManager.default.fileExists(atPath: "/proc/self") else { return }
    try expectRefusal(
      ["render", "./card", "--sample", "-o", "/proc/out"], in: TemporaryFolder.withCard(),
      "error: cannot write \"/proc/out\"")
  }

  @Test(arguments: ["feed.csv", "page.html", "post.yaml"])
  func binaryGarbage(name: String) throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write([0x41, 0x42, 0x82, 0xff, 0x00, 0x0a, 0x2c, 0xc0], to: name)
    let arguments =
      name == "feed.csv" ? ["batch", name, "--template", "./card"] : ["render", name]
    try expectRefusal(arguments, in: folder, "\(name):1:3: error: ")
  }

  @Test(arguments: ["feed.csv", "page.html", "post.yaml"])
  func aFolderInsteadOfAFile(name: String) throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write("x", to: "\(name)/inside")
    let arguments =
      name == "feed.csv" ? ["batch", name, "--template", "./card"] : ["render", name]
    try expectRefusal(arguments, in: folder, "error: cannot read \"\(name)\": it is a folder")
  }

  @Test func anEmptyFeed() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write("", to: "feed.csv")
    try expectRefusal(
      ["batch", "feed.csv", "--template", "./card"], in: folder,
      "feed.csv: error: the feed is empty")
  }

  @Test func aFolderOfPhotosThatIsNotThere() throws {
    try expectRefusal(
      ["render", "./card", "--sample", "--images", "nowhere"], in: TemporaryFolder.withCard(),
      "error: there is no folder \"nowhere\"")
  }

  @Test func aHomeWithoutFonts() throws {
    let folder = try TemporaryFolder.withCard()
    try expectRefusal(
      ["render", "./card", "--sample"], in: folder, environment: ["FLINT_HOME": folder.path],
      "error: FLINT_HOME names")
  }

  @Test func aStyleSheetOutsideTheTemplate() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write(
      Self.page.replacingOccurrences(of: "style.css", with: "../other.css"),
      to: "card/slides.html")
    try folder.write("h1 { color: red }", to: "other.css")
    try expectRefusal(
      ["render", "./card", "--set", "title=Pot"], in: folder, "lies outside the folder")
  }
}
