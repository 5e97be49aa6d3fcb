import Diagnostics
import Testing

@testable import Markup

@Suite struct ImportTests {
  private func load(_ files: [String: String]) -> (names: [String], problems: [String]) {
    let place = Diagnostics.SourceLocation(file: "p.html", line: 1, column: 1)
    let (sheet, diagnostics) = StyleSheet.load("a.css", at: place) {
      (href, location) throws(Diagnostic) in
      guard let text = files[href] else { throw .error("no \(href)", at: location) }
      return StyleSheetFile(identity: href, name: href, bytes: Array(text.utf8))
    }
    let names = sheet.rules.map { rule in
      rule.selectors.map { "\($0.location.file)" }.joined()
        + String(repeating: "@", count: rule.media.count)
    }
    return (names, diagnostics.map { "\($0.location.map { "\($0)" } ?? ""): \($0.message)" })
  }

  @Test func importedRulesComeFirstWithTheirConditions() {
    let found = load([
      "a.css":
        "@charset \"utf-8\"; @import \"b.css\"; @import url(c.css) (width > 9px); p { a: b }",
      "b.css": "@import url(\"d.css\"); i { a: b }",
      "c.css": "@media print { b { a: b } } b { a: b }",
      "d.css": "u { a: b }",
    ])
    #expect(found.problems == [])
    #expect(found.names == ["d.css", "b.css", "c.css@@", "c.css@", "a.css"])
  }

  @Test func circlesAndMissingFilesAreNamedWhereTheyAreWritten() {
    let found = load([
      "a.css": "@import 'b.css'; @import 'x.css'; p { a: b }", "b.css": "@import \"a.css\";",
    ])
    #expect(
      found.problems == [
        "b.css:1:9: \"a.css\" imports itself, perhaps by way of others", "a.css:1:26: no x.css",
      ])
    #expect(found.names == ["a.css"])
  }

  @Test func chainsAndCrowdsHaveABudget() {
    var files = ["a.css": "@import '1';"]
    for index in 1...20 { files["\(index)"] = "@import '\(index + 1)';" }
    #expect(load(files).problems == ["8:1:9: more than 8 style sheets import each other"])
    files = ["a.css": String(repeating: "@import 'b';", count: 500), "b": "p { a: b }"]
    #expect(load(files).problems == ["a.css:1:1197: more than 100 style sheets are imported"])
  }

  @Test(arguments: [
    ("p { a: b } @import 'b.css';", "@import stands behind other rules"),
    ("@media print { @import 'b.css'; }", "@import stands behind other rules"),
    ("@import b.css;", "@import does not name a file"),
    ("@import;", "@import does not name a file"),
    ("@import 'b.css' { p { a: b } }", "@import does not name a file"),
    ("@import 'b.css' layer(x);", "@import with layer is not supported"),
    ("@import url(https://a.example/b.css);", "\"https://a.example/b.css\" is not a local file"),
    ("@import 'b.css' (foo);", "unknown media feature \"foo\""),
  ])
  func otherImportsAreErrors(_ css: String, _ message: String) {
    let (_, diagnostics) = StyleSheet.parse(Array(css.utf8), file: "a.css")
    #expect(diagnostics.map(\.message).count == 1)
    #expect(diagnostics.first?.message.hasPrefix(message) == true, "\(diagnostics)")
  }
}
