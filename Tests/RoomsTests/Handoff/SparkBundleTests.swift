import Archives
import Diagnostics
import Files
import Foundation
import Images
import Library
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct SparkBundleTests {
  @Test func holdsEveryPart() throws {
    let paths = try Handover().entries().map(\.path)
    #expect(
      paths == [
        "README.txt", "manifest.json", "caption.txt", "alt-texts.txt", "disclosure.txt",
        "authorization.json", "terms.json", "terms.txt", "overview.png", "slides/01-hook.png",
        "slides/01-hook.jpg", "slides/02-words.png", "slides/02-words.jpg",
      ])
  }

  @Test func samePostGivesSameBytes() throws {
    let handover = try Handover()
    let first = try ZIPWriter.bytes(handover.entries())
    let second = try ZIPWriter.bytes(Handover().entries())
    #expect(first == second)
    #expect(first == (try ZIPWriter.bytes(handover.entries())))
  }

  @Test func codeStaysAtHomeUnlessAskedFor() throws {
    let handover = try Handover()
    let secret = Array(Handover.code.secret.utf8)
    let without = try handover.entries(withCode: false)
    #expect(!without.contains { $0.bytes.contains(secret) })
    #expect(!without.contains { $0.path.utf8.contains(secret) })
    let with = try handover.entries(withCode: true).filter { $0.bytes.contains(secret) }
    #expect(with.map(\.path) == ["authorization.json"])
  }

  @Test func whatIsPackedIsWhatIsReceived() throws {
    let handover = try Handover()
    let received = try ReceivedBundle(path: try handover.zip())
    #expect(received.code == Handover.code)
    #expect(received.slides == (try handover.stored().slides.map(\.image.bytes)))
    let manifest = received.bundle.manifest
    #expect(manifest.post.key == "best-pot-card")
    #expect(manifest.post.facts == handover.facts)
    #expect(manifest.post.publication == Handover.published)
    #expect(manifest.slides.map(\.alt) == [["Best pot"], []])
    let terms = try #require(received.bundle.terms)
    #expect(try Agreement(terms) == handover.agreement)
    #expect(try ReceivedBundle(path: try handover.zip(withCode: false)).code == nil)
  }

  @Test func jpegsOfABundleAreTheSlides() throws {
    let entries = try Handover().entries()
    let jpeg = try #require(entries.first { $0.path == "slides/01-hook.jpg" })
    let header = try EncodedImage(jpeg.bytes, named: "jpeg").header
    #expect(header.format == .jpeg && header.width == 160 && header.height == 240)
  }

  @Test(arguments: [
    (DrawSettings(encoding: .jpeg), ["slides/01-hook.jpg", "slides/01-hook.png"]),
    (
      DrawSettings(encoding: .webp),
      ["slides/01-hook.webp", "slides/01-hook.png", "slides/01-hook.jpg"]
    ),
  ])
  func slidesComeAsTheyAreAndInBothFormats(settings: DrawSettings, paths: [String]) throws {
    let entries = try Handover(settings).entries()
    #expect(entries.map(\.path).filter { $0.hasPrefix("slides/01") } == paths)
  }

  @Test func readmeTellsAPersonWhatToDo() throws {
    let handover = try Handover()
    let readme = String(decoding: try handover.entries()[0].bytes, as: UTF8.self)
    #expect(readme.hasPrefix("A TikTok post for Harbor & Sons, by @creator\n"))
    for part in [
      Handover.published.url, "2026-04-09 12:00:00 UTC (as the creator says)", "#Zx…==",
      "authorization.json, under \"code\"", "flint post import",
    ] {
      #expect(readme.contains(part), "\(part)")
    }
    let without = String(
      decoding: try handover.entries(withCode: false)[0].bytes, as: UTF8.self)
    #expect(without.contains("The code itself is not in this archive"))
  }

  @Test func termsAndDisclosureAreInWords() throws {
    let entries = try Handover().entries()
    func text(_ path: String) throws -> String {
      String(decoding: try #require(entries.first { $0.path == path }).bytes, as: UTF8.self)
    }
    #expect(
      try text("disclosure.txt") == """
        Branded content: TikTok labels the post Paid partnership.
        It is not labeled as made by AI.

        """)
    #expect(try text("terms.txt").contains("$300 (USD)"))
    #expect(try text("terms.txt").contains("5% of the ad spend in USD"))
    #expect(try text("alt-texts.txt").hasPrefix("Slide 1: Best pot\n\nSlide 2: Best pot\n"))
  }

  @Test func changedSlidesAreNamedAndRefused() throws {
    let handover = try Handover()
    let path = FilePath.join(handover.shop.library.postPath("best-pot-card"), "02-words.png")
    try FileSystem.write(
      try FileSystem.read(
        FilePath.join(handover.shop.library.postPath("best-pot-card"), "01-hook.png"),
        limit: 1 << 20), to: path)
    let error = try #require(throws: DiagnosticsError.self) { try handover.stored() }
    #expect(
      error.diagnostics.map(\.message) == [
        "slide \"02-words.png\" of \"best-pot-card\" is not the file that was recorded"
      ])
    let forced = try handover.stored(takesChanged: true)
    #expect(forced.warnings.map(\.severity) == [.warning])
    try FileSystem.remove(path)
    #expect(throws: DiagnosticsError.self) { try handover.stored(takesChanged: true) }
  }
}

/// Bundles that nobody should take in.
@Suite struct HostileBundleTests {
  private func refusal(_ path: String) throws -> [String] {
    let error = try #require(throws: DiagnosticsError.self) { try ReceivedBundle(path: path) }
    return error.diagnostics.map(\.message)
  }

  @Test func everyChangedMissingAndAddedFileIsNamed() throws {
    let handover = try Handover()
    let path = try handover.zip { entries in
      entries[2].bytes += Array("!".utf8)
      entries.removeLast()
      entries.append(FileEntry(path: "slides/99-more.jpg", bytes: [1]))
    }
    #expect(
      try refusal(path) == [
        "\"slides/99-more.jpg\" is not in the manifest",
        "\"caption.txt\" is not the file that was handed off",
        "\"slides/02-words.jpg\" is missing",
      ])
  }

  @Test func everyFileOfABundleIsWatched() throws {
    let handover = try Handover()
    for index in try handover.entries().indices where index != 1 {
      var name = ""
      let path = try handover.zip { entries in
        name = entries[index].path
        entries[index].bytes[entries[index].bytes.count / 2] ^= 1
      }
      #expect(try refusal(path) == ["\"\(name)\" is not the file that was handed off"])
    }
  }

  @Test func whatIsNoBundleIsSaidSo() throws {
    let handover = try Handover()
    for change: (inout [FileEntry]) -> Void in [
      { $0.remove(at: 1) }, { $0[1].bytes = Array("{}".utf8) }, { $0[1].bytes = [0xff, 0x00] },
      { $0[1].bytes = Array("[1]".utf8) }, { $0[1].bytes = [] },
      { $0[1].bytes = Array(repeating: UInt8(ascii: "["), count: 100_000) },
    ] {
      #expect(
        try refusal(try handover.zip(changing: change)) == [
          "this archive has no manifest of Flint's"
        ])
    }
    try handover.shop.folder.write("no archive", to: "text.zip")
    #expect(try refusal(handover.shop.folder["text.zip"]).count == 1)
    #expect(try refusal(handover.shop.folder["nosuch.zip"]).count == 1)
  }

  @Test func aNewerSchemaIsSaidSo() throws {
    let handover = try Handover()
    let path = try handover.zip {
      $0["schema"] = 2
      $0["post"] = "something new"
    }
    #expect(
      try refusal(path) == [
        "the bundle was made by a newer Flint (schema 2; this one knows 1)"
      ])
  }

  @Test(arguments: [
    ("key", "../evil"), ("key", ""), ("key", ".hidden"), ("key", "a/b"), ("key", "a\u{0}b"),
    ("imageFormat", "exe"),
  ])
  func valuesOfThePostAreChecked(field: String, value: String) throws {
    try expectRefusal(of: value, as: field)
  }

  @Test func textsHaveLimits() throws {
    try expectRefusal(of: String(repeating: "x", count: 100_001), as: "caption")
    try expectRefusal(of: String(repeating: "x", count: 1_001), as: "origin")
  }

  private func expectRefusal(of value: String, as field: String) throws {
    let handover = try Handover()
    let path = try handover.zip { manifest in
      var post = manifest["post"] as! [String: Any]
      post[field] = value
      manifest["post"] = post
    }
    let messages = try refusal(path)
    #expect(
      messages.contains("the bundle's \"post.\(field)\" is nothing that Flint writes"))
  }

  @Test(arguments: [
    "../../01-hook.png", "slides/../../x.png", "slides/", "slides/a/b.png", "slides/.x.png",
    "caption.txt", "slides/x.sh",
  ])
  func slidesStayInTheirFolder(file: String) throws {
    let handover = try Handover()
    let path = try handover.zip { manifest in
      var slides = manifest["slides"] as! [[String: Any]]
      slides[0]["file"] = file
      manifest["slides"] = slides
    }
    #expect(try !refusal(path).isEmpty)
  }

  @Test func fieldsOfTheWrongKindAreNamed() throws {
    let handover = try Handover()
    let path = try handover.zip { manifest in
      var post = manifest["post"] as! [String: Any]
      post["version"] = "one"
      manifest["post"] = post
    }
    #expect(
      try refusal(path) == [
        "\"manifest.json\" cannot be read: \"post.version\" is missing or not what it should be"
      ])
  }

  @Test func anotherCodeThanTheOneMeantIsRefusedAndNotShown() throws {
    let handover = try Handover()
    let path = try handover.zip(SparkBundle.authorizationName) { part in
      part["code"] = "#AnotherCodeOfSomebody="
    }
    let messages = try refusal(path)
    #expect(
      messages == ["the code in authorization.json is not the one that its fingerprint tells"])
  }

  @Test func timesAndAmountsHaveBounds() throws {
    let handover = try Handover()
    for (part, field, value) in [
      (SparkBundle.authorizationName, "end", "2026-03-10T12:00:00Z" as Any),
      (SparkBundle.authorizationName, "end", "9999-12-31T00:00:00Z"),
      (SparkBundle.authorizationName, "days", 0), (SparkBundle.authorizationName, "days", 99_999),
      (SparkBundle.authorizationName, "fingerprint", "short"),
      (SparkBundle.authorizationName, "brand", "other"),
      (SparkBundle.termsName, "feeInMinorUnits", -1),
      (SparkBundle.termsName, "feeInMinorUnits", Int.max),
      (SparkBundle.termsName, "shareInBasisPoints", 10_001),
      (SparkBundle.termsName, "currency", "usd"), (SparkBundle.termsName, "currency", "ZZZ"),
      (SparkBundle.termsName, "creator", "somebody"),
    ] {
      let path = try handover.zip(part) { $0[field] = value }
      #expect(try !refusal(path).isEmpty, "\(field)")
    }
  }

  @Test func picturesMustBeWhatTheManifestSays() throws {
    let handover = try Handover()
    let path = try handover.zip { manifest in
      var slides = manifest["slides"] as! [[String: Any]]
      slides[0]["width"] = 1080
      manifest["slides"] = slides
    }
    #expect(
      try refusal(path) == ["the bundle's \"slides/01-hook.png\" is nothing that Flint writes"])
  }
}
