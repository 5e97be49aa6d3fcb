import Files
import Foundation
import TestSupport
import Testing

/// Every slide of every template, and every page that is held against Chromium, stays as it is.
///
/// `FLINT_RECORD_GOLDEN=1` takes what is drawn for right; `make golden` sets it.
@Suite struct GoldenTests {
  private static let golden = GoldenPictures(
    folder: FilePath.join(GoldenDrawing.packageRoot, "Tests/Golden"),
    output: FilePath.join(GoldenDrawing.packageRoot, ".build/golden"),
    isRecording: ProcessInfo.processInfo.environment["FLINT_RECORD_GOLDEN"] == "1")

  @Test(arguments: GoldenDrawing.templates)
  func aTemplateIsDrawnAsBefore(template: String) throws {
    let name = "templates/\(template)"
    var group = try Self.golden.group(name)
    for carousel in try GoldenDrawing.carousels(of: template) {
      for (slide, picture) in try GoldenDrawing.slides(of: carousel) {
        try group.check(picture, named: "\(name)/\(carousel.name)/\(slide)")
      }
    }
    for fault in try group.finish() { Issue.record("\(fault)") }
  }

  @Test(arguments: GoldenDrawing.pageCategories)
  func pagesAreDrawnAsBefore(category: String) throws {
    let name = "pages/\(category)"
    var group = try Self.golden.group(name)
    for page in try GoldenDrawing.pages(of: category) {
      try group.check(
        try GoldenDrawing.picture(ofPage: "\(category)/\(page)"), named: "\(name)/\(page)")
    }
    for fault in try group.finish() { Issue.record("\(fault)") }
  }

  @Test func onlyPicturesThatAreDrawnAreKept() throws {
    let (templates, categories) = (GoldenDrawing.templates, GoldenDrawing.pageCategories)
    #expect(templates.contains("quote") && categories.contains("boxes"))
    let groups = templates.map { "templates/\($0)" } + categories.map { "pages/\($0)" }
    for fault in try Self.golden.strangers(besides: groups) { Issue.record("\(fault)") }
  }
}
