import Testing

@testable import Layout
@testable import Styling

/// Each sentence, with its place: the declaration stands at column 1 of line 2.
@Suite struct StyleMessageTests {
  private func problem(_ declaration: String) -> String {
    let page = StyledPage("#x {\n\(declaration);\n}", [div(id: "x")], file: "s.css")
    return page.problems.joined(separator: "\n")
  }

  @Test func properties() {
    #expect(
      problem("colour: red")
        == "s.css:2:1: error: unknown property \"colour\"; did you mean \"color\"?")
    #expect(problem("frobnicate: 1") == "s.css:2:1: error: unknown property \"frobnicate\"")
    #expect(
      problem("float: left")
        == "s.css:2:1: error: \"float\" is not supported\n  hint: use display: flex")
    #expect(
      problem("column-count: 2")
        == "s.css:2:1: error: \"column-count\" is not supported\n  hint: use display: flex")
    #expect(
      problem("animation-name: x")
        == """
        s.css:2:1: error: "animation-name" is not supported
          hint: a slide is a still picture; remove it
        """)
    #expect(
      problem("-moz-box-shadow: none")
        == "s.css:2:1: error: \"-moz-box-shadow\" is not supported\n  hint: use box-shadow")
  }

  @Test(arguments: [
    "transition: all 1s", "perspective: none", "filter: url(#f)", "cursor: pointer",
    "outline: none",
    "columns: 2", "clip-path: path(\"M0 0\")", "mask-mode: luminance", "scroll-snap-type: none",
    "writing-mode: vertical-rl", "content: \"a\"", "content: url(a.png)", "content: open-quote",
    "counter-reset: reversed(a)", "font-stretch: condensed", "hyphens: auto",
    "border-image: none", "all: unset", "line-clamp: 3", "-webkit-font-smoothing: antialiased",
    "page-break-after: always", "-webkit-transform: none",
    "position: fixed", "position: sticky", "grid-template-columns: subgrid",
    "grid-template-rows: masonry", "display: table", "display: contents",
    "overflow: auto", "overflow: scroll", "visibility: collapse", "background: red text",
    "width: -webkit-fill-available", "width: stretch", "word-break: break-word",
    "unicode-bidi: bidi-override", "justify-content: safe center", "border: 1px groove red",
    "list-style-position: inside", "color: oklch(from red l c h)", "color: light-dark(red, lime)",
    "color: color-mix(in srgb, red)", "color: color-mix(in cmyk, red, lime)",
    "background-image: image-set(\"a.png\" 1x)", "background-image: url(https://a.test/b.png)",
    "background-image: url(data:image/png;base64,AAAA)",
    "background-image: -webkit-linear-gradient(red, lime)",
    "color: hwb(120, 0%, 0%)", "color: oklab(1 2)",
    "width: 10dvh", "width: fit-content(10px)",
  ])
  func whatCSSHasAndTheProfileHasNotComesWithARemedy(declaration: String) {
    let message = problem(declaration)
    #expect(message.hasPrefix("s.css:2:"))
    #expect(message.contains("\n  hint: "), "\(message)")
    #expect(!message.contains("unknown property"), "\(message)")
  }

  @Test func values() {
    #expect(
      problem("width: 12")
        == """
        s.css:2:8: error: "12" is not a value of "width"; expected a length such as 12px, a \
        percentage, auto, min-content, max-content or fit-content
          hint: a length needs a unit: write 12px
        """)
    #expect(
      problem("margin: 1px 2px 3px 4px 5px")
        == """
        s.css:2:25: error: "5px" does not fit into the value of "margin"; expected one to four \
        values, each a length such as 12px, a percentage or auto
        """)
    #expect(
      problem("border: 1px sold red")
        == """
        s.css:2:13: error: "sold" does not fit into the value of "border"; expected a width, a \
        style and a color, such as 2px solid teal
          hint: did you mean "solid"?
        """)
    #expect(
      problem("text-align: centre")
        == """
        s.css:2:13: error: "centre" is not a value of "text-align"; expected start, end, left, \
        right, center or justify
          hint: did you mean "center"?
        """)
    #expect(problem("color: tomatoe").hasSuffix("hint: did you mean \"tomato\"?"))
    #expect(
      problem("padding: 4px -2px") == "s.css:2:14: error: \"-2px\" is negative; expected 0 or more")
    #expect(problem("background-position: right 10px top").isEmpty)
    #expect(
      problem("object-position: right 10px top")
        .hasPrefix("s.css:2:18: error: \"right 10px top\" is not a value of"))
    #expect(problem("color: rgb(10%, 20, 30%)").contains("is not a color"))
    #expect(problem("z-index: 1.5") == "s.css:2:10: error: \"1.5\" is not a whole number")
    #expect(problem("width: 3pz").hasPrefix("s.css:2:8: error: unknown unit \"pz\"; did you mean"))
    #expect(
      problem("height: 100dvh")
        == "s.css:2:9: error: unit \"dvh\" is not supported\n  hint: use vh")
    #expect(
      problem("position: fixed")
        == """
        s.css:2:11: error: "position: fixed" is not supported
          hint: a slide does not scroll; use absolute
        """)
    #expect(
      problem("font-feature-settings: \"kerning\"")
        == """
        s.css:2:24: error: "kerning" is not an OpenType tag
          hint: a tag has four characters, such as "tnum"
        """)
    #expect(
      problem("color: revert-layer")
        == "s.css:2:8: error: \"revert-layer\" is not supported\n  hint: use revert or unset")
  }

  @Test func calculations() {
    #expect(problem("width: calc(1px / 0)") == "s.css:2:17: error: division by zero in calc()")
    #expect(
      problem("width: calc(1px / (2 - 2))") == "s.css:2:17: error: division by zero in calc()")
    #expect(
      problem("width: calc(100% -24px)")
        == """
        s.css:2:18: error: + or - in calc() needs a space on both sides
          hint: write calc(100% - 24px)
        """)
    #expect(
      problem("width: calc(2px * 3px)")
        == """
        s.css:2:17: error: calc() cannot multiply a length by a length
          hint: one side of * must be a number without a unit
        """)
    #expect(
      problem("width: calc(2 / 3px)")
        == """
        s.css:2:15: error: calc() cannot divide by a length
          hint: the right side of / must be a number without a unit
        """)
    #expect(
      problem("width: calc(100% - 24)")
        == """
        s.css:2:18: error: calc() cannot combine a percentage with a number
          hint: a length needs a unit, such as 12px
        """)
    #expect(
      problem("width: clamp(1px, 2px)")
        == """
        s.css:2:8: error: clamp() has 2 values; expected 3
          hint: write clamp(LEAST, PREFERRED, MOST)
        """)
    #expect(
      problem("width: calc()")
        == "s.css:2:8: error: calc() lacks a value\n  hint: write calc(100% - 24px)")
    #expect(problem("width: calc(1px + red)").contains("\"red\" is not a number, length,"))
    let deep = String(repeating: "calc(", count: 40) + "1px" + String(repeating: ")", count: 40)
    #expect(problem("width: \(deep)").contains("calculation is nested more than 32 deep"))
  }

  @Test func colorsAndImages() {
    #expect(
      problem("color: #12345")
        == """
        s.css:2:8: error: "#12345" is not a color
          hint: write 3, 4, 6 or 8 hexadecimal digits, such as #1a2b3c
        """)
    #expect(
      problem("color: rgb(1 2)")
        == """
        s.css:2:14: error: "rgb(1 2)" is not a color
          hint: write rgb(26 43 60 / 80%) or rgb(26, 43, 60)
        """)
    #expect(
      problem("background: url(http://a.test/b.png)")
        == """
        s.css:2:13: error: "http://a.test/b.png" is on the network; slides are made from local \
        files
          hint: save the file in the template's folder and write its path
        """)
    #expect(
      problem("background-image: linear-gradient(left, red, blue)")
        == """
        s.css:2:35: error: "left" is not a color stop of linear-gradient()
          hint: write a color and at most two positions, such as #1a2b3c 20%
        """)
    #expect(problem("background-image: linear-gradient(red, 30%)").contains("has no color"))
    #expect(problem("background-image: linear-gradient(in oklab, red, lime)") == "")
    #expect(
      problem("background-image: radial-gradient(ellipse 5px, red, lime)").contains("two radii"))
  }

  @Test func variables() {
    #expect(
      problem("color: var(brand)")
        == """
        s.css:2:8: error: "var(brand)" does not name a custom property
          hint: write var(--name) or var(--name, fallback)
        """)
  }

  @Test func problemsOfUnmatchedRulesAndOfStyleAttributesAreFound() {
    let page = StyledPage(
      ".nowhere { colour: red }", [div(style: "widht: 1px")], file: "s.css")
    #expect(
      page.problems == [
        "s.css:1:12: error: unknown property \"colour\"; did you mean \"color\"?",
        "page.html:1:1: error: unknown property \"widht\"; did you mean \"width\"?",
      ])
  }

  @Test func theDeclarationsBesideAWrongOneCount() {
    let page = StyledPage("#x { width: 1px; colour: red; height: 2px }", [div(id: "x")])
    #expect(page.style("x")?.box.width == .length(.px(1)))
    #expect(page.style("x")?.box.height == .length(.px(2)))
  }
}
