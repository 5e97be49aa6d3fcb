import Diagnostics
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct PostLinkTests {
  @Test(arguments: [
    "https://www.tiktok.com/@creator/photo/7300000000000000001",
    "  https://www.tiktok.com/@Creator/photo/7300000000000000001?is_from_webapp=1&lang=en \n",
    "http://tiktok.com/@creator/photo/7300000000000000001/#top",
    "www.tiktok.com/@creator/video/7300000000000000001",
    "HTTPS://M.TikTok.com/@creator/video/7300000000000000001",
  ])
  func idAndCreatorAreInTheAddress(text: String) throws {
    let link = try PostLink(text)
    #expect(link.itemID == "7300000000000000001")
    #expect(link.creator == Key("creator"))
    #expect(link.url.hasPrefix("https://") && link.url.hasSuffix("7300000000000000001"))
  }

  @Test(arguments: [
    "https://vm.tiktok.com/ZMabc/", "https://vt.tiktok.com/ZSabc",
    "https://www.tiktok.com/t/ZTabc/",
  ])
  func shortLinksNeedTheID(text: String) throws {
    let error = #expect(throws: Diagnostic.self) { try PostLink(text) }
    #expect(error?.message.contains("is a short link") == true)
    let link = try PostLink(text, itemID: "7300000000000000001")
    #expect(link.itemID == "7300000000000000001")
    #expect(link.creator == nil)
  }

  @Test(arguments: [
    "", "tiktok", "https://example.com/@creator/photo/7300000000000000001",
    "https://tiktok.com.example.com/@creator/photo/7300000000000000001",
    "https://eviltiktok.com/@creator/photo/7300000000000000001",
    "https://user@www.tiktok.com/@creator/photo/7300000000000000001",
    "javascript://www.tiktok.com/@creator/photo/7300000000000000001",
    "https://www.tiktok.com/@creator/photo/7300000000000000001 and more",
    "https://www.tiktok.com/@\u{1b}[31m/photo/7300000000000000001",
    "https://www.tiktok.com/" + String(repeating: "a", count: 3_000),
  ])
  func otherAddressesAreRefused(text: String) {
    let error = #expect(throws: Diagnostic.self) { try PostLink(text, itemID: "7300000000000001") }
    #expect(error?.message.contains("is not the address of a post") == true)
  }

  @Test func aProfileDoesNotSayWhichPost() {
    let error = #expect(throws: Diagnostic.self) { try PostLink("https://www.tiktok.com/@creator") }
    #expect(error?.message.contains("does not say which post") == true)
  }

  @Test func anIDThatContradictsTheAddressIsRefused() {
    let url = "https://www.tiktok.com/@creator/photo/7300000000000000001"
    #expect(throws: Diagnostic.self) { try PostLink(url, itemID: "7300000000000000002") }
    #expect(throws: Diagnostic.self) { try PostLink(url, itemID: "12") }
    #expect(throws: Never.self) { try PostLink(url, itemID: "7300000000000000001") }
  }
}

@Suite struct PostWordTests {
  @Test(arguments: [("#Summer ", "summer"), ("new-in", "new-in"), ("ÉTÉ", "été"), ("夏", "夏")])
  func tagsAreKeptInOneForm(text: String, tag: String) throws {
    #expect(try PostTag.normalized(text) == tag)
  }

  @Test(arguments: [
    "", "#", "  ", "two words", "a,b", "a\u{1b}b", "a\u{202e}b", String(repeating: "x", count: 81),
  ])
  func whatAListCannotShowIsNoTag(text: String) {
    #expect(throws: Diagnostic.self) { try PostTag.normalized(text) }
  }

  @Test func aCaptionIsTextOrAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("\u{FEFF}One\r\n\r\nTwo\rThree\n\n", to: "caption.txt")
    #expect(try PostCaption.read("Just words") == "Just words")
    #expect(try PostCaption.read("@" + folder["caption.txt"]) == "One\n\nTwo\nThree")
  }

  @Test func aCaptionFileThatIsNotThereSaysHowToBeginWithAnAt() {
    let error = #expect(throws: Diagnostic.self) { try PostCaption.read("@creator thank you") }
    #expect(error?.hints.contains { $0.contains("--caption -") } == true)
  }

  @Test(arguments: [[0xff, 0xfe], [0x61, 0x00], [0x1b, 0x5b]] as [[UInt8]])
  func aCaptionFileThatIsNoTextIsRefused(bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "caption.txt")
    #expect(throws: Diagnostic.self) { try PostCaption.read("@" + folder["caption.txt"]) }
  }

  @Test func aHugeCaptionIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write([UInt8](repeating: 0x61, count: 200_000), to: "caption.txt")
    #expect(throws: Diagnostic.self) { try PostCaption.read("@" + folder["caption.txt"]) }
    #expect(throws: Diagnostic.self) {
      try PostCaption.read(String(repeating: "a", count: 200_000))
    }
  }
}
