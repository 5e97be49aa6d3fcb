import Diagnostics
import Files
import Testing

@testable import Typography

@Suite struct FontCatalogTests {
  @Test func everyFaceOfTheCatalogueIsInstalledAndUnaltered() {
    let status = catalog.status()
    #expect(status.count > 150)
    for face in status {
      guard case .found = face.state else {
        Issue.record("\(face)")
        continue
      }
    }
  }

  @Test func familiesAreKnownWhateverTheirCase() {
    #expect(catalog.knows("inter"))
    #expect(catalog.knows("BEBAS NEUE"))
    #expect(catalog.knows("sans-serif"))
    #expect(!catalog.knows("Helvetica"))
  }

  @Test func anUnknownFamilyIsToldWithTheNearestOne() {
    let diagnostic = catalog.unknownFamily("Manrop", at: nil)
    #expect(diagnostic.message == "unknown font family \"Manrop\"; did you mean \"Manrope\"?")
  }

  @Test(arguments: [
    (400, 400), (450, 500), (500, 500), (300, 300), (950, 900), (650, 700), (50, 100), (550, 600),
  ])
  func theNearestWeightIsTaken(wanted: Int, given: Int) throws {
    let font = try #require(catalog.primaryFont(for: description("Inter", weight: wanted)))
    #expect(font.weight == given)
    #expect(font.slant == .normal)
  }

  @Test func middleWeightsLookHeavierUpTo500ThenLighter() throws {
    // Manrope has everything from 200 to 800; Quicksand lacks 600; Klee One has 400 and 600 only.
    #expect(try weight(in: "Quicksand", wanted: 600) == 700)
    #expect(try weight(in: "Klee One", wanted: 500) == 400)
    #expect(try weight(in: "Klee One", wanted: 300) == 400)
    #expect(try weight(in: "Comfortaa", wanted: 350) == 300)
  }

  private func weight(in family: String, wanted: Int) throws -> Int {
    try #require(catalog.primaryFont(for: description(family, weight: wanted))).weight
  }

  @Test func slantCountsMoreThanWeight() throws {
    let font = try #require(
      catalog.primaryFont(for: description("EB Garamond", weight: 900, slant: .italic)))
    #expect(font.slant == .italic)
    let upright = try #require(catalog.primaryFont(for: description("Sora", slant: .italic)))
    #expect(upright.slant == .normal)
  }

  @Test func unknownFamiliesAreSkipped() throws {
    let font = try #require(
      catalog.primaryFont(for: description("Nothing", "Manrope", "sans-serif")))
    #expect(font.family == "Manrope")
    let last = try #require(catalog.primaryFont(for: description("Nothing")))
    #expect(last.family == "Noto Serif")
  }

  @Test(arguments: [
    ("Hani", "ja", "Noto Sans CJK JP"), ("Hani", "ko-KR", "Noto Sans CJK KR"),
    ("Hani", "zh", "Noto Sans CJK SC"), ("Hani", "zh-Hans-TW", "Noto Sans CJK SC"),
    ("Hani", "zh-TW", "Noto Sans CJK TC"), ("Hani", "ZH-hant", "Noto Sans CJK TC"),
    ("Hani", "zh-HK", "Noto Sans CJK HK"), ("Hani", "", "Noto Sans CJK JP"),
    ("Hang", "en", "Noto Sans CJK KR"), ("Kana", "zh", "Noto Sans CJK JP"),
    ("Arab", "ar", "Noto Sans Arabic"), ("Zsye", "", "Noto Color Emoji"),
  ])
  func fallbackFollowsScriptAndLanguage(script: String, language: String, family: String) {
    let first = catalog.fallbackCandidates(
      for: Script(script), language: language, description: description("Inter")
    ).first
    #expect(first.map { catalog.entries[$0].family } == family)
  }

  @Test func fallbackKeepsSerifsAndTheNearestWeight() throws {
    let first = try #require(
      catalog.fallbackCandidates(
        for: Script("Hani"), language: "zh-Hant", description: description("Vollkorn", weight: 800)
      ).first)
    #expect(catalog.entries[first].family == "Noto Serif CJK TC")
    #expect(catalog.entries[first].weights == 700...700)
  }

  @Test func theFacesOfACollectionShareOneFile() throws {
    let first = try #require(catalog.primaryFont(for: description("Noto Sans CJK JP")))
    let second = try #require(catalog.primaryFont(for: description("Noto Sans CJK HK")))
    #expect(first.data === second.data)
    #expect(first.faceIndex == 0)
    #expect(second.faceIndex == 4)
  }

  @Test func aFontIsLoadedOnce() throws {
    let first = try #require(catalog.primaryFont(for: description("Inter", size: 20)))
    let second = try #require(catalog.primaryFont(for: description("Inter", size: 90)))
    #expect(first === second)
    #expect(first.digest.utf8.count == 64)
  }

  @Test func aMissingFileNamesItsPackageAndTheCommand() throws {
    let nowhere = try FontCatalog(
      yaml: small(digest: String(repeating: "0", count: 64)), file: "fonts.yaml",
      searchFolders: ["/nonexistent"])
    let problems = nowhere.problems(with: description("Inter"))
    #expect(
      problems.map(\.message)
        == ["the font file \"Inter-Regular.otf\" of \"Inter\" is not installed"])
    #expect(
      problems.first?.hints.first
        == "install it with: apt-get install --no-install-recommends fonts-inter")
    #expect(nowhere.metrics(for: description("Inter", size: 100)).ascent == 90)
  }

  @Test func anAlteredFileIsRefused() throws {
    let altered = try FontCatalog(
      yaml: small(digest: String(repeating: "0", count: 64)), file: "fonts.yaml")
    let problems = altered.problems(with: description("Inter"))
    #expect(problems.count == 1)
    #expect(problems[0].message.contains("is not the one of the catalogue"))
    #expect(altered.primaryFont(for: description("Inter")) == nil)
    #expect(altered.status().first?.state == .differs(path: interPath))
  }

  @Test func addedFontsHideFamiliesOfTheSameName() throws {
    let path = "/usr/share/fonts/opentype/sora/Sora-Bold.otf"
    let kit = catalog.adding([FontFile(family: "inter", weights: 700...700, path: path)])
    let font = try #require(kit.primaryFont(for: description("Inter")))
    #expect(font.weight == 700)
    #expect(font.digest == sha256Hex(try FileSystem.read(path, limit: 1_000_000)))
    #expect(kit.knows("Manrope"))
  }

  @Test func aFileThatIsNoFontIsToldWithItsPlace() {
    let place = SourceLocation(file: "kit.css", line: 3, column: 8)
    let kit = catalog.adding([FontFile(family: "Mine", path: catalogPath, location: place)])
    let problems = kit.problems(with: description("Mine"))
    #expect(problems.map(\.message) == ["\"\(catalogPath)\" is not a font Flint can read"])
    #expect(problems.map(\.location) == [place])
  }

  @Test func faultsOfTheCatalogueAreToldTogether() {
    let text = """
      fallback:
        Arabic: Inter
      families:
        Inter:
          package: fonts-inter
          license: OFL-1.1
          folder: opentype/inter
          files: |
            Inter-Regular.otf heavy normal 12
      """
    #expect {
      _ = try FontCatalog(yaml: text, file: "fonts.yaml")
    } throws: { error in
      let diagnostics = (error as? DiagnosticsError)?.diagnostics ?? []
      return diagnostics.map(\.location?.line) == [2, 9]
        && diagnostics.map(\.message) == [
          "\"Arabic\" is not a script",
          "\"Inter-Regular.otf heavy normal 12\" does not describe a font file",
        ]
    }
  }

  private func small(digest: String) -> String {
    """
    families:
      Inter:
        package: fonts-inter
        license: OFL-1.1
        folder: opentype/inter
        files: |
          Inter-Regular.otf 400 normal \(digest)
    """
  }

  private let interPath = "/usr/share/fonts/opentype/inter/Inter-Regular.otf"
}
