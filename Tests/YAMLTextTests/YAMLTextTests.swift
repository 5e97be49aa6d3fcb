import Diagnostics
import Testing
import YAMLText

@Suite struct YAMLParsing {
  @Test func keepsOrderKindsAndPlaces() throws {
    let node = try YAMLNode.parse(
      """
      title: Product
      flags: ["yes", yes]
      card:
        limit: 12
        none: ~
      """, file: "t.yaml")
    guard case .mapping(let entries) = node.value else {
      Issue.record("not a mapping")
      return
    }
    #expect(entries.map(\.key) == ["title", "flags", "card"])
    #expect(entries.map(\.keyLocation.description) == ["t.yaml:1:1", "t.yaml:2:1", "t.yaml:3:1"])
    #expect(entries[0].value.location.description == "t.yaml:1:8")
    #expect(entries[0].value.text == "Product")
    guard case .sequence(let flags) = entries[1].value.value else {
      Issue.record("not a list")
      return
    }
    #expect(
      flags.map(\.value) == [
        .scalar(text: "yes", isPlain: false), .scalar(text: "yes", isPlain: true),
      ])
    #expect(node["card"]?["limit"]?.location.description == "t.yaml:4:10")
    #expect(node["card"]?["none"]?.isNull == true)
  }

  @Test func anEmptyFileIsNull() throws {
    #expect(try YAMLNode.parse("", file: "e.yaml").isNull)
    #expect(try YAMLNode.parse("# only a comment\n", file: "e.yaml").isNull)
  }

  @Test func byteOrderMarkDoesNotShiftColumns() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: b".utf8)
    #expect(try YAMLNode.parse(bytes, file: "b.yaml")["a"]?.location.column == 4)
  }

  @Test func columnsCountScalars() throws {
    let node = try YAMLNode.parse("{ä🦊: 1, b: 2}", file: "u.yaml")
    #expect(node["b"]?.location.column == 12)
  }

  /// The text, with `^` before the place of the problem, and the sentence.
  @Test(arguments: [
    ("a: 1\nb: 2\n^a: 3", "duplicate key \"a\""),
    ("x:\n  - k: 1\n    ^k: 2", "duplicate key \"k\""),
    ("title: a^: b", "a \":\" is not allowed here"),
    ("a: 1\n^word\nb: 2", "expected \":\" after this key"),
    ("a: 1\n^\tb: 2", "a tab cannot indent"),
    ("a: ^\"open\nb: 2", "this quote is never closed"),
    ("a: ^[1, 2\nb: 3", "this \"[\" is never closed by \"]\""),
    ("a: ^{x: 2\nb: 3", "this \"{\" is never closed by \"}\""),
    ("a: ^@home", "text cannot start with \"@\""),
    ("a: ^*nobody", "text cannot start with \"*\" or \"&\""),
    ("a: ^**bold** start", "text cannot start with \"*\" or \"&\""),
    ("a: ^&x 1\nb: *x", "anchors (&name) and aliases (*name) are not supported"),
    ("a: ^!mine 1", "tags such as \"!mine\" are not supported"),
    ("a: 1\n^---\nb: 2", "a second document starts here; one file holds one"),
    ("a: x^\u{7}y", "the invisible character U+0007 is not allowed here"),
    ("a: ^\"x\\0\"", "the invisible character U+0000 is not allowed here"),
    ("a: \"x^\\q\"", "\"\\q\" is not an escape"),
    ("a:\n  - 1\n ^b: 2", "this line does not fit the lines above it"),
    ("? ^[1]\n: 2", "a key must be text"),
  ])
  func refusesAtThePlace(marked: String, message: String) {
    let (text, place) = unmark(marked)
    let error = #expect(throws: DiagnosticsError.self) {
      try YAMLNode.parse(text, file: "t.yaml")
    }
    let first = error?.diagnostics.first
    #expect(first?.message == message)
    #expect(first?.location == place)
  }

  @Test func refusesBytesThatAreNotUTF8() {
    let error = #expect(throws: DiagnosticsError.self) {
      try YAMLNode.parse(Array("a: 1\nb: x".utf8) + [0xFF, 0x41], file: "t.yaml")
    }
    #expect(error?.description.hasPrefix("t.yaml:2:5: error: this byte is not UTF-8") == true)
  }

  @Test func refusesHugeFilesBeforeReadingThem() {
    let error = #expect(throws: DiagnosticsError.self) {
      try YAMLNode.parse(Array(repeating: UInt8(ascii: "["), count: 2_000_000), file: "t.yaml")
    }
    #expect(error?.description.contains("2000000 bytes") == true)
  }

  @Test(arguments: [60, 900, 5_000])
  func refusesDeepNesting(depth: Int) {
    let error = #expect(throws: DiagnosticsError.self) {
      try YAMLNode.parse(
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth), file: "t")
    }
    #expect(error?.diagnostics.first?.message == "more than 50 levels of nesting")
  }

  @Test func refusesAliasBombsQuickly() {
    var text = "k0: &k0 [x, y]\n"
    for level in 1..<40 {
      text += "k\(level): &k\(level) {? [*k\(level - 1), *k\(level - 1)] : 1}\n"
    }
    let error = #expect(throws: DiagnosticsError.self) { try YAMLNode.parse(text, file: "t") }
    #expect(error?.description.contains("anchors (&name)") == true)
  }

  @Test func ordinaryTextMayHoldStarsAndAmpersands() throws {
    let node = try YAMLNode.parse("a: Salt &pepper *is* **good** " + "*x ".repeated(20), file: "t")
    #expect(node["a"]?.text?.hasPrefix("Salt &pepper *is* **good**") == true)
  }
}

@Suite struct YAMLReading {
  func reader(_ text: String, _ log: inout DiagnosticLog) throws -> YAMLReader? {
    YAMLReader(try YAMLNode.parse(text, file: "t.yaml"), what: "the file", log: &log)
  }

  @Test func readsEachKind() throws {
    var log = DiagnosticLog()
    var reader = try #require(
      try reader(
        "t: 5\ni: 7\nn: 2.5\nf: yes\nl: [a, b]\no: one\nc: red\nz: ~", &log))
    #expect(reader.text("t", log: &log) == "5")
    #expect(reader.integer("i", in: 1...9, log: &log) == 7)
    #expect(reader.number("n", log: &log) == 2.5)
    #expect(reader.flag("f", log: &log) == true)
    #expect(reader.texts("l", log: &log)?.map(\.text) == ["a", "b"])
    #expect(reader.texts("o", log: &log)?.map(\.text) == ["one"])
    #expect(reader.choice("c", among: ["red", "blue"], log: &log) == "red")
    #expect(reader.text("z", log: &log) == nil)
    #expect(reader.text("absent", log: &log) == nil)
    reader.finish(log: &log)
    #expect(log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("t: [a]", "t.yaml:1:4: error: t must be text, not a list"),
    ("i: 70", "t.yaml:1:4: error: i must be a whole number from 1 to 9, not \"70\""),
    ("n: inf", "t.yaml:1:4: error: n must be a number, not \"inf\""),
    ("f: 2", "t.yaml:1:4: error: f must be true or false, not \"2\""),
    ("l: {a: 1}", "t.yaml:1:4: error: l must be a list, not a mapping"),
    ("l: [a, [b]]", "t.yaml:1:8: error: l must be a list of texts, not a list"),
    ("c: rde", "t.yaml:1:4: error: c must be one of red, blue, not \"rde\"; did you mean \"red\"?"),
    ("colr: 1", "t.yaml:1:1: error: unknown key \"colr\" in the file; did you mean \"color\"?"),
    (
      "zebra: 1",
      "t.yaml:1:1: error: unknown key \"zebra\" in the file\n"
        + "  hint: known keys: t, i, n, f, l, c, color"
    ),
    ("[1]", "t.yaml:1:1: error: the file must be a mapping of names to values, not a list"),
  ])
  func reportsTheWrongKind(text: String, expected: String) throws {
    var log = DiagnosticLog()
    if var reader = try reader(text, &log) {
      _ = reader.text("t", log: &log)
      _ = reader.integer("i", in: 1...9, log: &log)
      _ = reader.number("n", log: &log)
      _ = reader.flag("f", log: &log)
      _ = reader.texts("l", log: &log)
      _ = reader.choice("c", among: ["red", "blue"], log: &log)
      _ = reader.text("color", log: &log)
      reader.finish(log: &log)
    }
    #expect(log.sorted.map(\.description) == [expected])
  }

  @Test func reportsARequiredKeyOnce() throws {
    var log = DiagnosticLog()
    var reader = try #require(try reader("a: 1", &log))
    #expect(reader.requiredText("title", log: &log) == nil)
    #expect(log.sorted.map(\.message) == ["the file has no title"])
  }
}

/// Removes the first `^` and gives its place.
func unmark(_ marked: String) -> (text: String, place: Diagnostics.SourceLocation) {
  let parts = marked.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
  let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
  let place = Diagnostics.SourceLocation(
    file: "t.yaml", line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  return (parts.joined(), place)
}

extension String {
  func repeated(_ times: Int) -> String { String(repeating: self, count: times) }
}
