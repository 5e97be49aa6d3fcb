import Diagnostics
import Markup
import Testing

@Suite struct CSSTokenProblems {
  @Test(arguments: [
    ("p { a: b } ‸/* c }", "the comment is never closed\n  hint: end it with */"),
    (
      "p { a: ‸\"b\n; c: d }",
      "the string has no closing quotation mark in its line\n  hint: a line break inside a string is written \\A"
    ),
    (
      "p { a: url(b‸\"c\"); d: e }",
      "\"\"\" cannot stand in a url() without quotation marks\n  hint: write url(\"…\")"
    ),
    (
      "p { a: url(b ‸é); d: e }",
      "\"é\" cannot stand in a url() without quotation marks\n  hint: write url(\"…\")"
    ),
    ("‸<!-- p { a: b }", "\"<!--\" and \"-->\" are no comments in CSS\n  hint: write /* … */"),
    ("p { a: ‸--> }", "\"<!--\" and \"-->\" are no comments in CSS\n  hint: write /* … */"),
  ])
  func brokenTokensAreNamed(_ css: String, _ expected: String) {
    expectProblems(["error: \(expected)"], inSheet: css)
  }

  @Test func addressThatNeverEndsIsNamedWhereItsTextBegins() {
    let found = StyleSheet.parse(Array("p { a: url(b".utf8), file: "s.css").diagnostics
    #expect(
      found.first?.description == "s.css:1:12: error: url( is never closed\n  hint: end it with )")
  }

  @Test(arguments: [
    ("p { a: ‸rgb(1, 2; b: c }", "\"rgb(\" is never closed"),
    ("p { a: ‸[1 }", "\"[\" is never closed"),
    ("p ‸{ a: b", "\"{\" is never closed"),
    ("@media (width > 1px) ‸{ p { a: b }", "\"{\" is never closed"),
    ("p { a: b ‸) }", "\")\" closes nothing"),
    ("p { a: b } ‸}", "\"}\" closes nothing"),
  ])
  func bracketsComeInPairs(_ css: String, _ expected: String) {
    expectProblems(["error: \(expected)"], inSheet: css)
  }
}

@Suite struct CSSRuleProblems {
  @Test(arguments: [
    ("p { ‸color red; a: b }", "no \":\" follows \"color\"\n  hint: write PROPERTY: VALUE;"),
    ("p { ‸*zoom: 1; a: b }", "\"*zoom: 1\" is not a declaration\n  hint: write PROPERTY: VALUE;"),
    ("p { ‸color: ; a: b }", "\"color\" has no value"),
    ("p { ‸color: !important }", "\"color\" has no value"),
    ("p { color: red ‸!importnat; a: b }", "\"!importnat\" is not \"!important\""),
    ("p { color: red ‸! 3 }", "\"!\" is not \"!important\""),
    ("p { color: red\n  ‸margin: 0 }", "\";\" is missing before \"margin\""),
    ("p { --x: red\n  ‸margin: 0 }", "\";\" is missing before \"margin\""),
    ("p { color:‸: red }", "\":\" stands in the value of \"color\""),
    ("p { a: ‸@b c }", "\"@b\" cannot stand in a value"),
    (
      "p { color: red\n.b ‸{ c: d } }",
      "\"{\" stands in the value of \"color\"\n  hint: a \";\" or \"}\" may be missing before it"
    ),
    (
      "‸color: red; p { a: b }",
      "\"color: red\" stands outside of a rule\n  hint: write it as SELECTOR { PROPERTY: VALUE; }"
    ),
    ("p { a: b } ‸.c ", "no \"{\" follows \".c\""),
    (
      "p { ‸@media print { a: b } }",
      "@media stands inside a rule\n  hint: write it outside, around whole rules; a \"}\" may be missing above"
    ),
  ])
  func brokenRulesAreNamed(_ css: String, _ expected: String) {
    expectProblems(["error: \(expected)"], inSheet: css)
  }

  private let start = Diagnostics.SourceLocation(file: "style.css", line: 1, column: 1)

  @Test func nestedRulesAreRefusedWhole() {
    expectProblems(
      [
        "error: rule \".b > i\" stands inside another rule\n  hint: close the rule above with \"}\"; nested rules are not supported"
      ], inSheet: "p { a: b; ‸.b > i { c: d } e: f }")
  }

  @Test func dataInAStyleSheetComesWithTheWayToDoIt() {
    let hint =
      "hint: {{ … }} is filled in on the page only: write style=\"--name: {{ … }}\" there and var(--name) here"
    expectProblems(
      ["error: \"{\" stands in the value of \"color\"\n  \(hint)"],
      inSheet: "p { color: ‸{{ color }}; a: b }")
    expectProblems(
      ["error: \"{{ rules }}\" is not a declaration\n  \(hint)"],
      inSheet: "p { ‸{{ rules }} }")
  }

  @Test(arguments: [
    (
      "‸@-webkit-keyframes a { from { b: c } }",
      "@-webkit-keyframes is not supported\n  hint: a slide is a still picture: remove the animation"
    ),
    (
      "‸@supports (a: b) { p { c: d } }",
      "@supports is not supported\n  hint: write its rules without the condition"
    ),
    ("‸@font-fase { a: b }", "unknown at-rule \"@font-fase\"; did you mean \"font-face\"?"),
    ("‸@media print;", "@media needs a block: { … }"),
    ("‸@font-face;", "@font-face needs a block: { … }"),
    (
      "@media print { ‸@font-face { a: b } }",
      "@font-face stands inside @media\n  hint: write it outside; a font that is not used costs nothing"
    ),
  ])
  func otherAtRulesComeWithARemedy(_ css: String, _ expected: String) {
    expectProblems(["error: \(expected)"], inSheet: css + " p { a: b }")
  }

  @Test func readingGoesOnBehindEveryProblem() {
    let css = """
      @import "a"; .1a { x: y } p:hovr { x y; z: w }
      @media (foo) { i { a: b } } b { c: rgb(1; d: e }
      """
    let (sheet, diagnostics) = StyleSheet.parse(css, startingAt: start)
    #expect(diagnostics.count == 5)
    #expect(sheet.rules.map { $0.declarations.map(\.name) } == [["x"], ["z"], ["a"], ["d"]])
    #expect(sheet.rules.map(\.selectors.count) == [0, 0, 1, 1], "a wrong selector drops its rule")
  }
}

@Suite struct SelectorProblems {
  @Test(arguments: [
    ("‸{ a: b }", "a selector is missing here"),
    ("p, ‸{ a: b }", "a selector is missing here"),
    ("p, ‸, b { a: b }", "a selector is missing here"),
    ("‸> p { a: b }", "a selector cannot begin with \">\""),
    ("p > ‸{ a: b }", "a selector is missing here"),
    ("p ‸% b { a: b }", "\"%\" cannot stand in a selector"),
    (
      "p ‸& b { a: b }",
      "\"&\" cannot stand in a selector\n  hint: nested rules are not supported; write the selector out"
    ),
    ("‸seciton { a: b }", "unknown element \"seciton\"; did you mean \"section\"?"),
    ("‸headline { a: b }", "unknown element \"headline\"\n  hint: a class is written .headline"),
    ("‸#1a { a: b }", "\"#1a\" is not an id selector\n  hint: begin the id with a letter"),
    (
      ".‸ a { a: b }",
      "expected a class name after \".\", found a space\n  hint: a class name begins with a letter, \"_\" or \"-\""
    ),
    (
      "p[‸\"a\"] { a: b }",
      "expected the name of an attribute after \"[\", found \"\"a\"\"\n  hint: for example [data-kind=\"sale\"]"
    ),
    (
      "p[a ‸+ b] { a: b }",
      "expected \"]\", =, ~=, |=, ^=, $= or *= after the attribute, found \"+\""
    ),
    (
      "p[a=‸1] { a: b }",
      "expected a value for the attribute, found \"1\"\n  hint: write it in quotation marks: [a=\"…\"]"
    ),
    (
      "p[a=b ‸c] { a: b }",
      "\"c\" cannot stand behind an attribute's value\n  hint: i compares without case, s with it; a value of several words needs quotation marks"
    ),
    ("p‸[a { a: b }", "\"[\" is never closed"),
    (
      "p‸::first-letter { a: b }",
      "\"::first-letter\" is not supported\n  hint: wrap that text in a span with a class"
    ),
    (
      "p‸::marker { a: b }",
      "\"::marker\" is not supported\n  hint: use list-style-type: none and li::before"
    ),
    (
      "p::before‸.a { a: b }",
      "nothing can follow \"::before\" in a selector\n  hint: write ::before at its end"
    ),
    (
      "p::after ‸a { a: b }",
      "nothing can follow \"::after\" in a selector\n  hint: write ::after at its end"
    ),
    (
      ":not(p‸::before) { a: b }",
      "\"::before\" cannot stand inside parentheses\n  hint: write it at the selector's end"
    ),
    ("p‸::blorb { a: b }", "unknown pseudo-element \"::blorb\""),
    ("p‸: b { a: b }", "expected the name of a pseudo-class after \":\", found a space"),
    (
      "p‸:fist-child { a: b }",
      "unknown pseudo-class \":fist-child\"; did you mean \"first-child\"?"
    ),
    (
      "p‸:hover { a: b }",
      "\":hover\" is not supported\n  hint: a slide is a still picture: remove the rule"
    ),
    ("p:not(.a, ‸) { a: b }", "a selector is missing here"),
    ("p‸:not(.a { a: b }", "\"not(\" is never closed"),
    (
      "p‸:not { a: b }", "\":not\" needs an argument\n  hint: for example :not(.wide)"
    ),
    (
      "p‸:has(a) { a: b }",
      "\":has\" is not supported\n  hint: give the element a class, or leave it out with data-if"
    ),
    (
      ":not(:not(:not(‸:not(a)))) { a: b }",
      "more than 3 of :not(), :is() and :where() inside each other\n  hint: give the element a class"
    ),
    (
      "p‸:nth-child { a: b }",
      "\":nth-child\" needs an argument\n  hint: for example :nth-child(2n+1)"
    ),
    (
      "p‸:lang { a: b }", "\":lang\" needs an argument\n  hint: for example :lang(ar)"
    ),
    (
      "p:lang(‸) { a: b }",
      "\":lang()\" takes languages, not \")\"\n  hint: for example :lang(ar, he), or "
        + ":lang(\"*-Hant\") in quotes"
    ),
    ("p‸:lang(ar { a: b }", "\"lang(\" is never closed"),
    ("p:dir(‸up) { a: b }", "\":dir()\" takes ltr or rtl, not \"up\""),
    ("p‸:dir(rtl { a: b }", "\"dir(\" is never closed"),
    ("p‸:root(a) { a: b }", "\":root\" takes no argument"),
    (
      "p:nth-child(‸2m) { a: b }",
      "\"2m\" does not number elements\n  hint: write odd, even, a number, or a formula such as 3n+1"
    ),
    ("p‸:nth-child(2 { a: b }", "\"nth-child(\" is never closed"),
  ])
  func wrongSelectorsAreNamed(_ css: String, _ expected: String) {
    expectProblems(["error: \(expected)"], inSheet: css)
  }

  @Test func everySelectorOfAListIsChecked() {
    expectProblems(
      [
        "error: unknown element \"foo\"\n  hint: a class is written .foo",
        "error: \":focus\" is not supported\n  hint: a slide is a still picture: remove the rule",
      ], inSheet: "‸foo, p, a‸:focus, b { a: b }")
  }

  @Test func oneProblemIsReportedOfAnArgumentWithCommas() {
    expectProblems(
      ["error: unknown element \"foo\"\n  hint: a class is written .foo"],
      inSheet: "p:is(‸foo, .b, .c), i { a: b }")
  }

  @Test func aSelectorHasABudget() {
    let css = String(repeating: "p ", count: 51) + "{ a: b }"
    let found = StyleSheet.parse(Array(css.utf8), file: "s.css").diagnostics
    #expect(
      found.map(\.description) == [
        "s.css:1:1: error: the selector has more than 50 parts\n  hint: give the element a class"
      ])
  }
}
