import Diagnostics
import Files
import Images
import Library
import Posts
import Templates
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct SlideSupplyTests {
  private func pictures(
    _ demand: SlideDemand, _ handover: Handover
  ) throws -> (pictures: [SlideSupply.Picture], warnings: [Diagnostic]) {
    var supply = SlideSupply(
      demand, imageFolders: [handover.shop.folder["photos"]],
      workspace: handover.workspace)
    return (try supply.pictures(of: try handover.stored()), supply.warnings)
  }

  @Test func pngsBecomeJPEGsOfTheSameSize() throws {
    let (pictures, warnings) = try pictures(.tiktok, Handover())
    #expect(pictures.map(\.file) == ["01-hook.jpg", "02-words.jpg"])
    #expect(pictures.map(\.size) == Array(repeating: SlideSize(width: 160, height: 240), count: 2))
    #expect(try EncodedImage(pictures[0].bytes, named: "x").header.format == .jpeg)
    #expect(warnings.isEmpty)
  }

  @Test func jpegsThatAreTakenStayAsTheyAre() throws {
    let handover = try Handover(DrawSettings(encoding: .jpeg(quality: 80)))
    let (pictures, _) = try pictures(.tiktok, handover)
    #expect(pictures.map(\.bytes) == (try handover.stored().slides.map(\.image.bytes)))
  }

  @Test func anotherShapeIsDrawnAgain() throws {
    let (pictures, warnings) = try pictures(.instagram, Handover())
    #expect(
      pictures.map(\.size) == Array(repeating: SlideSize(width: 1080, height: 1350), count: 2))
    #expect(warnings.isEmpty)
  }

  @Test func squareSlidesAreTakenAndNeverEnlarged() throws {
    let handover = try Handover(DrawSettings(size: SlideSize(width: 200, height: 200)))
    #expect(
      try pictures(.instagram, handover).pictures.map(\.size)
        == Array(repeating: SlideSize(width: 200, height: 200), count: 2))
  }

  @Test func aChangedTemplateIsAnErrorWithTheRemedy() throws {
    let handover = try Handover()
    try handover.shop.folder.write("h1 { color: red }", to: "card/style.css")
    let error = try #require(throws: DiagnosticsError.self) {
      try pictures(.linkedin, handover)
    }
    #expect(error.diagnostics[0].message.hasSuffix("changed since"))
    #expect(error.diagnostics[0].hints.last?.contains("--size 1080x1350") == true)
    // Where only the format is another, what is stored will do.
    #expect(try pictures(.tiktok, handover).pictures.count == 2)
  }

  @Test func missingPhotosAreAnErrorThatNamesTheFolder() throws {
    let handover = try Handover()
    var supply = SlideSupply(
      .instagram, imageFolders: [], workspace: handover.workspace)
    let stored = try handover.stored()
    let error = try #require(throws: DiagnosticsError.self) {
      try supply.pictures(of: stored)
    }
    #expect(error.diagnostics[0].hints.contains { $0.contains("--images") })
  }

  @Test func otherWordsThanWereDrawnAreNeverShipped() throws {
    var handover = try Handover()
    let location = try #require(handover.record.row).location
    handover.record.row?.fields["price"] = .text("13 EUR")
    #expect(!location.file.isEmpty)
    let path = FilePath.join(handover.shop.library.postPath(handover.record.key), "post.json")
    try FileSystem.write(LibraryFolder.encode(handover.record), to: path)
    let error = try #require(throws: DiagnosticsError.self) {
      try pictures(.instagram, handover)
    }
    #expect(error.diagnostics[0].message.hasSuffix("its row gives other slides or words now"))
  }

  @Test func largeSlidesOfAShapeAreMadeSmallerWhenTheyCannotBeDrawn() throws {
    let handover = try Handover(DrawSettings(size: SlideSize(width: 1200, height: 1500)))
    try handover.shop.folder.write("h1 { color: red }", to: "card/style.css")
    let (pictures, warnings) = try pictures(.instagram, handover)
    #expect(pictures.map(\.size).first == SlideSize(width: 1080, height: 1350))
    #expect(warnings.count == 1)
  }

  @Test(arguments: [
    (1080, 1920, 1080, 1920), (1920, 1080, 1920, 1080), (2160, 3840, 1080, 1920),
    (1254, 1254, 1080, 1080), (1086, 1448, 1080, 1440), (500, 500, 500, 500),
  ])
  func tikTokTakesWhatPassesAllReadings(
    width: Int, height: Int, fittingWidth: Int, fittingHeight: Int
  ) {
    let fitting = SlideDemand.tiktok.fitting(SlideSize(width: width, height: height))
    #expect(fitting == SlideSize(width: fittingWidth, height: fittingHeight))
  }

  @Test func shapesThatArePublishedElsewhereOnly() {
    #expect(SlideDemand.instagram.fitting(SlideSize(width: 1080, height: 1920)) == nil)
    #expect(SlideDemand.instagram.fitting(SlideSize(width: 1920, height: 1000)) == nil)
    #expect(SlideDemand.linkedin.fitting(SlideSize(width: 1920, height: 1080)) == nil)
  }
}
