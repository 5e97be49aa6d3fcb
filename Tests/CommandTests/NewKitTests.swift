import Foundation
import TestSupport
import Testing

/// `flint kit new` of a brand's own color, font and logo, and the same for one run.
@Suite struct NewKitTests {
  /// 8 × 4 px of one red.
  private static let logo = Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAFElEQVR4nGM8oGDAgA0wYRUlSwIAaqQBGAY5DscAAAAASUVORK5CYII="
  )

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Array(try #require(Self.logo)), to: "logo.png")
    return folder
  }

  @Test func aKitIsMadeOfAColorAFontAndALogo() throws {
    let folder = try folder()
    let made = try FlintProcess.run(
      "kit", "new", "acme", "--color", "#c3f53c", "--font", "Sora", "--logo", "logo.png",
      in: folder)
    #expect(made.code == 0, "\(made.errors)")
    #expect(folder.names(in: "kits/acme") == ["kit.css", "logo.png"])
    let css = try folder.text(of: "kits/acme/kit.css")
    for line in [
      "--brand-color: #c3f53c;", "--brand-font: \"Sora\";", "--brand-logo: url(\"logo.png\");",
    ] {
      #expect(css.contains(line))
    }
    let check = try FlintProcess.run(
      "kit", "check", "acme", "--template", "quote", "--size", "4:5", in: folder)
    #expect(check.code == 0, "\(check.output)\(check.errors)")
  }

  @Test func aFontsFileIsCopiedAndNamed() throws {
    let folder = try folder()
    let font = "/usr/share/fonts/opentype/ebgaramond/EBGaramond12-Regular.otf"
    let made = try FlintProcess.run("kit", "new", "acme", "--font", font, in: folder)
    #expect(made.code == 0, "\(made.errors)")
    let name = URL(fileURLWithPath: font).lastPathComponent
    #expect(folder.names(in: "kits/acme/fonts") == [name])
    let css = try folder.text(of: "kits/acme/kit.css")
    #expect(css.contains("src: url(\"fonts/\(name)\")"))
    #expect(css.contains("--brand-display-font: \"EBGaramond12-Regular\""))
    let drawn = try FlintProcess.run(
      "render", "quote", "--sample", "--kit", "acme", "--size", "1:1", "-o", "slides", in: folder)
    #expect(drawn.code == 0, "\(drawn.errors)")
    #expect(try folder.text(of: "slides/post.json").contains("EBGaramond12-Regular"))
  }

  @Test(arguments: [
    ("c3f53c", "--color \"c3f53c\" is not a color"), ("reddish", "is not a color"),
    ("#12345", "is not a color"), ("transparent", "can be seen through"),
    ("rgb(0 0 0 / 50%)", "can be seen through"), ("", "is not a color"),
    ("red; --x: 1", "is not a color"),
  ])
  func whatIsNoColorIsRefused(color: String, message: String) throws {
    let folder = try folder()
    let result = try FlintProcess.run("kit", "new", "acme", "--color", color, in: folder)
    #expect(result.code == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.matches(of: #/error:/#).count == 1)
    #expect(folder.names(in: "kits").isEmpty)
  }

  @Test(arguments: ["red", "rgb(200, 30, 60)", "hsl(200 50% 40%)", "oklch(0.7 0.2 150)", "#08f"])
  func anyColorOfCSSIsTaken(color: String) throws {
    let folder = try folder()
    let result = try FlintProcess.run("kit", "new", "acme", "--color", color, in: folder)
    #expect(result.code == 0, "\(result.errors)")
  }

  @Test(arguments: [
    ("gone.png", "gone.png"), ("empty.png", "is empty, not a picture"),
    ("page.png", "an HTML page"), ("drawing.png", "is an SVG, which is not read yet"),
    ("long.png", "from 5 : 1 to 1 : 5"), ("cut.png", "damaged"), (".", "folder"),
  ])
  func aBadLogoIsRefusedAndNothingIsMade(file: String, message: String) throws {
    let folder = try folder()
    try folder.write("", to: "empty.png")
    try folder.write("<!DOCTYPE html><p>404", to: "page.png")
    try folder.write("<?xml version=\"1.0\"?><svg/>", to: "drawing.png")
    let logo = Array(try #require(Self.logo))
    try folder.write(Array(logo.prefix(50)), to: "cut.png")
    try folder.write(
      Array(try #require(Data(base64Encoded: Self.longLogo))), to: "long.png")
    for arguments in [
      ["kit", "new", "acme", "--logo", file],
      ["render", "quote", "--sample", "--logo", file],
    ] {
      let result = try FlintProcess.run(arguments, in: folder)
      #expect(result.code == 2)
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(result.errors.matches(of: #/error:/#).count == 1)
    }
    #expect(folder.names(in: "kits").isEmpty)
    #expect(folder.names(in: "output/posts").isEmpty)
  }

  /// 24 × 2 px.
  private static let longLogo =
    "iVBORw0KGgoAAAANSUhEUgAAABgAAAACCAIAAADNWItSAAAAFUlEQVR4nGM8oGDAQA3ARBVTGBgYAJtGARRddjg1AAAAAElFTkSuQmCC"

  @Test func aBadFontIsRefused() throws {
    let folder = try folder()
    try folder.write("no font", to: "words.ttf")
    try folder.write("wOF2 and more", to: "packed.woff2")
    for (font, message) in [
      ("/usr/share/fonts/truetype/noto/NotoSansSymbols2-Regular.ttf", "has no letters"),
      ("words.ttf", "is not a font"), ("packed.woff2", "packed web font"), ("gone.otf", "gone.otf"),
      ("Soar", "did you mean \"Sora\"?"),
    ] {
      let result = try FlintProcess.run("kit", "new", "acme", "--font", font, in: folder)
      #expect(result.code == 2)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    #expect(folder.names(in: "kits").isEmpty)
  }

  @Test func colorsThatAreTooNearAreNamed() throws {
    let folder = try folder()
    let result = try FlintProcess.run(
      "kit", "new", "acme", "--color", "#fdfdfd", "--paper", "white", in: folder)
    #expect(result.code == 2)
    #expect(result.errors.contains("the color #fdfdfd is lost on the paper white"))
    #expect(
      try FlintProcess.run("kit", "new", "acme", "--paper", "white", in: folder).errors
        .contains("--paper and --ink need --color"))
    #expect(
      try FlintProcess.run(
        "kit", "new", "acme", "--color", "red", "--from", "harbor", in: folder
      ).code == 64)
  }

  @Test func aFolderThatCannotBeWrittenIsLeftAsItIs() throws {
    let folder = try folder()
    for name in ["a/b", "", "Acme"] {
      #expect(try FlintProcess.run("kit", "new", name, "--color", "red", in: folder).code == 2)
    }
    try folder.write("", to: "kits")
    #expect(try FlintProcess.run("kit", "new", "acme", "--color", "red", in: folder).code == 2)
  }

  @Test func aRunsOwnLookIsUnchangedTheSecondTime() throws {
    let folder = try folder()
    try folder.write("key,quote,author\na,Less but better,Dieter Rams\n", to: "feed.csv")
    let arguments = [
      "batch", "feed.csv", "--template", "quote", "--size", "1:1", "--color", "#c3f53c", "--logo",
      "logo.png",
    ]
    #expect(try FlintProcess.run(arguments, in: folder).code == 0)
    let again = try FlintProcess.run(arguments, in: folder)
    #expect(again.errors.contains("1 unchanged"), "\(again.errors)")
    let json = try folder.text(of: "output/posts/a-quote-1080x1080/post.json")
    #expect(json.contains("#c3f53c"))
    #expect(json.contains("logo.png"))
  }
}
