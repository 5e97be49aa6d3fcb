import Diagnostics
import Foundation
import Layout
import Pixels
import Testing

/// Our boxes against Chromium's, which `scripts/chromium-boxes` records.
@Suite struct ConformanceTests {
  @Test(arguments: Fixture.all)
  func boxesEqualThoseOfChromium(_ fixture: Fixture) throws {
    let expected = try #require(
      fixture.expected, "no expected boxes: run scripts/chromium-boxes \(fixture.category)")
    let size = fixture.viewport
    #expect(expected.size == [size.width, size.height])
    let differences = try Comparison.differences(
      of: fixture.layOut(size: size).root.inspection, from: expected.root)
    #expect(
      differences.isEmpty,
      "\(differences.count) differences\n  \(differences.prefix(8).joined(separator: "\n  "))")
  }

  @Test func everyExpectationHasItsFixture() {
    let names = Set(Fixture.all.map { "\($0.category)/\($0.name)" })
    for category in Fixture.categories {
      let orphans = Fixture.expectations(of: category).keys.filter {
        !names.contains("\(category)/\($0)")
      }
      #expect(orphans.isEmpty, "expected boxes without a page: \(orphans.sorted())")
    }
  }

  @Test func thereAreFixturesEnough() {
    #expect(Fixture.all.filter { $0.category == "flex" }.count >= 150)
    #expect(Fixture.all.count >= 250)
  }
}

/// Box by box, in the words of a person looking for the fault.
enum Comparison {
  /// px
  static let boxTolerance = 0.5
  static let textTolerance = 1.0

  static func differences(
    of actual: InspectionTree, from expected: ExpectedBox, path: String = ""
  ) -> [String] {
    let name = path + expected.name
    guard actual.tag == expected.tag else {
      return ["\(name): expected, but found \(actual.tag)"]
    }
    let box = actual.borderBox
    var found: [String] = []
    let measures = [
      ("x", box.x, expected.x), ("y", box.y, expected.y), ("width", box.width, expected.width),
      ("height", box.height, expected.height),
    ]
    for (measure, actual, expected) in measures
    where !(abs(actual - expected) <= boxTolerance) {
      found.append("\(name): \(measure) expected \(expected), actual \(actual)")
    }
    // The DOM tells neither of pseudo-elements nor of their text.
    let actualChildren = actual.children.filter { !$0.tag.hasPrefix("::") }
    if expected.transformed != true, !actual.holdsPseudoElement {
      found += textDifferences(of: actual, from: expected, name: name)
    }
    let children = expected.children ?? []
    if actualChildren.count == children.count {
      for (actual, expected) in zip(actualChildren, children) {
        found += differences(of: actual, from: expected, path: name + " > ")
      }
    } else {
      found.append("\(name): \(children.count) children expected, \(actualChildren.count) found")
    }
    return found
  }

  private static func textDifferences(
    of actual: InspectionTree, from expected: ExpectedBox, name: String
  ) -> [String] {
    var lines = expected.lines ?? []
    let texts = actual.lines.map { collapsed($0.text) }
    // The DOM does not tell where an ellipsis cuts.
    let isCut = texts.last?.hasSuffix("…") == true && lines.count >= texts.count
    if isCut { lines.removeLast(lines.count - texts.count) }
    let agrees = zip(texts, lines).allSatisfy { text, line in
      let expected = collapsed(line.text)
      return text == expected
        || isCut && expected.hasPrefix(collapsed(String(text.dropLast())))
    }
    guard agrees, texts.count == lines.count else {
      return ["\(name): lines expected \(lines.map(\.text)), actual \(texts)"]
    }
    var found: [String] = []
    for (actual, expected) in zip(actual.lines, lines) {
      var measures = [
        ("x", actual.x, expected.x), ("baseline", actual.baseline, expected.baseline),
      ]
      if !actual.text.hasSuffix("…") {
        measures.append(("width", actual.width, expected.width))
      }
      for (measure, actual, expected) in measures
      where !(abs(actual - expected) <= textTolerance) {
        found.append("\(name): \(measure) of text expected \(expected), actual \(actual)")
      }
      if actual.isRightToLeft != (expected.direction == "rtl") {
        found.append("\(name): direction of text expected \(expected.direction)")
      }
    }
    return found
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension InspectionTree {
  fileprivate var holdsPseudoElement: Bool {
    children.contains { $0.tag.hasPrefix("::") || $0.holdsPseudoElement }
  }
}
