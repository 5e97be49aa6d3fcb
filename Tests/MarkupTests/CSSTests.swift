import Diagnostics
import Testing

@testable import Markup

/// The sheet of `css`, which must have no problem.
func sheet(_ css: String) -> StyleSheet {
  let (sheet, diagnostics) = StyleSheet.parse(Array(css.utf8), file: "style.css")
  #expect(diagnostics == [], "\(css)")
  return sheet
}

/// The value of the only declaration of `css`.
func value(_ css: String) -> [ComponentValue.Kind] {
  sheet("p { x: \(css) }").rules.first?.declarations.first?.value.map(\.kind) ?? []
}

@Suite struct CSSTokens {
  @Test(arguments: [
    ("12", 12.0), ("-.5", -0.5), ("+1.25", 1.25), ("1e3", 1000), ("1.5E-2", 0.015), ("0", 0),
    ("16777217", 16_777_217),
  ])
  func numbersHaveTheirValue(_ text: String, _ expected: Double) {
    guard case .number(let number, _) = value(text).first else {
      Issue.record("no number in \(text)")
      return
    }
    #expect(number == expected)
  }

  @Test func onlyNumbersWithoutFractionAndExponentAreIntegers() {
    #expect(value("7") == [.number(7, isInteger: true)])
    #expect(value("7.0") == [.number(7, isInteger: false)])
    #expect(value("7e0") == [.number(7, isInteger: false)])
  }

  @Test func hugeNumbersStayFinite() {
    #expect(value("1e999") == [.number(Double(Float.greatestFiniteMagnitude), isInteger: false)])
  }

  @Test func unitsAreLowerCase() {
    #expect(value("12PX") == [.dimension(12, unit: "px")])
    #expect(value("1e3em") == [.dimension(1000, unit: "em")])
    #expect(value("1em") == [.dimension(1, unit: "em")])
    #expect(value("50%") == [.percentage(50)])
  }

  @Test func escapesAreResolved() {
    #expect(value("\\41 b") == [.identifier("Ab")])
    #expect(value("\"\\1F600 !\"") == [.string("😀!")])
    #expect(value("\"a\\\nb\"") == [.string("ab")])
    #expect(value("\\{") == [.identifier("{")])
    #expect(value("\\D800 x") == [.identifier("\u{FFFD}x")])
  }

  @Test func addressesMayBeQuotedOrNot() {
    #expect(value("url(a/b.png)") == [.url("a/b.png")])
    #expect(value("url( 'a b.png' )") == [.url("a b.png")])
    #expect(value("URL( a.png )") == [.url("a.png")])
    #expect(value("url()") == [.url("")])
  }

  @Test func commentsSeparateNothing() {
    #expect(value("a/* ; } */b") == [.identifier("a"), .identifier("b")])
  }

  @Test func functionsAndBlocksNest() {
    let values = sheet("p { x: Calc(1px + (2% * 3)) [a] }").rules[0].declarations[0].value
    #expect(describe(values) == "calc(1px␣+␣((2%␣*␣3)))␣([a])")
  }
}

@Suite struct CSSRules {
  @Test func declarationsKnowTheirPlaces() {
    let marked = MarkedText(
      """
      .card,
      ‸h1 > p {
        ‸Color:  ‸red;
        ‸--Ünit: ‸1px ! IMPORTANT ;
      }
      """, file: "style.css")
    let rule = sheet(marked.text).rules[0]
    #expect(rule.location == SourceLocation(file: "style.css", line: 1, column: 1))
    #expect(rule.selectors[1].location == marked.places[0])
    #expect(rule.declarations.map(\.name) == ["color", "--Ünit"])
    #expect(
      rule.declarations.flatMap { [$0.location, $0.valueLocation] } == Array(marked.places[1...]))
    #expect(rule.declarations.map(\.isImportant) == [false, true])
    #expect(rule.declarations.map { describe($0.value) } == ["red", "1px"])
  }

  @Test func everyTokenKnowsItsPlace() {
    let marked = MarkedText("p { x: ‸🦊‸ ‸rgb(‸1‸,‸\"é\"‸ ‸2px) }", file: "style.css")
    let values = sheet(marked.text).rules[0].declarations[0].value
    var found = values.map(\.location)
    if case .function(_, let arguments) = values[2].kind { found += arguments.map(\.location) }
    #expect(found == marked.places)
  }

  @Test func windowsLineEndsAndByteOrderMarkCountForNothing() {
    let rule = sheet("\u{FEFF}p {\r\n  color: red;\r\n}").rules[0]
    #expect(rule.location == SourceLocation(file: "style.css", line: 1, column: 1))
    #expect(
      rule.declarations[0].location == SourceLocation(file: "style.css", line: 2, column: 3))
  }

  @Test func emptyCustomPropertiesAreAllowed() {
    #expect(sheet("p { --x:; --y: { a: b } }").rules[0].declarations.map(\.name) == ["--x", "--y"])
  }

  @Test func lastSemicolonMayBeLeftOut() {
    #expect(sheet("p{color:red;;margin:0}").rules[0].declarations.count == 2)
  }

  @Test func fontFacesKeepTheirDescriptors() {
    let sheet = sheet(
      "@charset \"utf-8\"; @font-face { font-family: A; src: url(a.ttf); unicode-range: U+26-2F }")
    #expect(sheet.fontFaces[0].declarations.map(\.name) == ["font-family", "src", "unicode-range"])
    #expect(sheet.rules == [])
  }

  @Test func mediaConditionsReachTheRulesInside() {
    let sheet = sheet(
      "@media (width > 1px) { a { x: y } @media print { b { x: y } } } i { x: y }")
    #expect(sheet.rules.map(\.media.count) == [1, 2, 0])
    #expect(sheet.rules[1].media[1].queries == [MediaQuery(mediaType: .print)])
  }

  @Test func styleAttributesAreReadWhereTheyStand() {
    let start = SourceLocation(file: "page.html", line: 7, column: 20)
    let (declarations, diagnostics) = StyleSheet.parseDeclarations(
      "color: red; x 1", startingAt: start)
    #expect(declarations.map(\.location) == [start])
    #expect(
      diagnostics.map(\.description) == [
        "page.html:7:32: error: no \":\" follows \"x\"\n  hint: write PROPERTY: VALUE;"
      ])
  }

  @Test func styleTextInsideAPageIsReadWhereItStands() {
    let start = SourceLocation(file: "page.html", line: 7, column: 20)
    let sheet = StyleSheet.parse("p { x: y }\n b { x: y }", startingAt: start).styleSheet
    #expect(sheet.rules.map(\.location.line) == [7, 8])
    #expect(sheet.rules.map(\.location.column) == [20, 2])
  }
}

/// The values without their places: white space as ␣, blocks in an extra pair of parentheses.
func describe(_ values: [ComponentValue]) -> String {
  values.map { value in
    switch value.kind {
    case .identifier(let name): name
    case .hash(let name): "#\(name)"
    case .string(let text): "\"\(text)\""
    case .url(let address): "url(\(address))"
    case .number(let number, let isInteger): isInteger ? "\(Int(number))" : "\(number)"
    case .percentage(let number): "\(Int(number))%"
    case .dimension(let number, let unit): "\(Int(number))\(unit)"
    case .delimiter(let character): "\(character)"
    case .comma: ","
    case .colon: ":"
    case .semicolon: ";"
    case .whitespace: "␣"
    case .function(let name, let arguments): "\(name)(\(describe(arguments)))"
    case .block(let open, let contents): "(\(open)\(describe(contents))\(open == "(" ? ")" : "]"))"
    }
  }.joined()
}
