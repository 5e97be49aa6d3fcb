import Diagnostics
import Testing

@testable import Typography

/// `weights.ttf` is a variable font (100…900) whose "I" is as many thousandths of an em wide as its
/// weight says; `make-weights.py` beside it made it.
@Suite struct VariableFontTests {
  private let kit: FontCatalog = {
    let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    return catalog.adding([
      FontFile(family: "Weights", weights: 100...900, path: folder + "/Fixtures/weights.ttf")
    ])
  }()

  private func width(
    weight: Int, variations: [FontVariation] = []
  ) -> Double {
    var font = description("Weights", weight: weight, size: 100)
    font.variations = variations
    let content = InlineContent(items: [.text("I", style: 0)], styles: [TextStyle(font: font)])
    return Paragraph(content, fonts: kit).maxContentWidth
  }

  @Test(arguments: [100, 250, 400, 650, 900])
  func weightSetsTheAxis(weight: Int) {
    #expect(abs(width(weight: weight) - Double(weight) / 10) < 0.01)
  }

  @Test func weightsBeyondTheAxisAreClamped() {
    #expect(abs(width(weight: 1000) - 90) < 0.01)
    #expect(abs(width(weight: 1) - 10) < 0.01)
  }

  @Test func variationSettingsWinOverTheWeight() {
    let setting = FontVariation(tag: "wght", value: 300)
    #expect(abs(width(weight: 800, variations: [setting]) - 30) < 0.01)
    let unknown = FontVariation(tag: "wdth", value: 300)
    #expect(abs(width(weight: 800, variations: [unknown]) - 80) < 0.01)
  }

  @Test func eachWeightIsAFontOfItsOwnOverTheSameBytes() throws {
    let light = try #require(kit.primaryFont(for: description("Weights", weight: 200)))
    let bold = try #require(kit.primaryFont(for: description("Weights", weight: 800)))
    #expect(light !== bold)
    #expect(light.data === bold.data)
    #expect(light.weight == 200)
    #expect(bold.variations == [FontVariation(tag: "wght", value: 800)])
  }
}
