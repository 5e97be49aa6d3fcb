import Diagnostics
import Feeds
import Templates
import Testing

@Suite struct BindingRefusals {
  @Test(
    arguments: [
      (
        [("brand", "5px")],
        "row.csv:2:1: error: title is missing\n"
          + "  hint: the field title is declared at demo/template.yaml:2:3 as required, of type text"
      ),
      (
        [("title", "T"), ("brnad", "x")],
        "row.csv:2:2: error: the template \"demo\" has no field \"brnad\"; did you mean \"brand\"?"
      ),
      (
        [("title", "T"), ("captoin", "x")],
        "row.csv:2:2: error: the template \"demo\" has no field \"captoin\"; did you mean \"caption\"?"
      ),
      (
        [("title", "T"), ("zzzzzz", "x")],
        "row.csv:2:2: error: the template \"demo\" has no field \"zzzzzz\"\n  hint: its fields: "
          + "title, brand, price, compare, rating, day, image, tint, sale, bullets, images"
      ),
      (
        [("title", String(repeating: "x", count: 5_000))],
        "row.csv:2:1: error: title has 5000 characters, 4980 more than the 20 it may have\n"
          + "  hint: the field title is declared at demo/template.yaml:2:3"
      ),
      (
        [("title", "T"), ("bullets", "a|b|c|d|e")],
        "row.csv:2:2: error: bullets has 5 items, 1 more than the 4 it may have\n"
          + "  hint: the field bullets is declared at demo/template.yaml:11:3"
      ),
      (
        [("title", "T"), ("price", "12,,50")],
        "row.csv:2:2: error: price \"12,,50\" is not an amount\n"
          + "  hint: write 12.50, $12.50 or 1,250.00\n"
          + "  hint: the field price is declared at demo/template.yaml:4:3"
      ),
      (
        [("title", "T"), ("rating", "5px")],
        "row.csv:2:2: error: rating \"5px\" is not a number\n  hint: write 12 or 4.5\n"
          + "  hint: the field rating is declared at demo/template.yaml:6:3"
      ),
      (
        [("title", "T"), ("day", "2026-02-29")],
        "row.csv:2:2: error: day \"2026-02-29\" is not a date\n  hint: write 2026-03-12\n"
          + "  hint: the field day is declared at demo/template.yaml:7:3"
      ),
      (
        [("title", "T"), ("tint", "red; x: y")],
        "row.csv:2:2: error: tint \"red; x: y\" is not a color\n"
          + "  hint: write #ff6600 or a CSS name\n"
          + "  hint: the field tint is declared at demo/template.yaml:9:3"
      ),
      (
        [("title", "T"), ("sale", "maybe")],
        "row.csv:2:2: error: sale \"maybe\" is not yes or no\n  hint: write true or false\n"
          + "  hint: the field sale is declared at demo/template.yaml:10:3"
      ),
      (
        [("title", "T"), ("image", "demo/slide.html")],
        "row.csv:2:2: error: image: there is no file \"demo/slide.html\" in \"FOLDER\"; did you mean "
          + "\"slides.html\"?\n  hint: put it there, or name another folder with --images\n"
          + "  hint: the field image is declared at demo/template.yaml:8:3"
      ),
      (
        [("title", "T"), ("image", "https://x.test/a/%2e%2e")],
        "row.csv:2:2: error: image \"https://x.test/a/%2e%2e\" names no image file\n"
          + "  hint: write a path, or a URL whose last part is a file's name\n"
          + "  hint: the field image is declared at demo/template.yaml:8:3"
      ),
      (
        [("title", "T"), ("price", "60"), ("compare", "50")],
        "demo/slides.html:1:35: error: $60 is no discount of a percent or more on $50\n"
          + "  hint: the amounts stand at row.csv:2:2 and row.csv:2:3"
      ),
      (
        [("title", "T"), ("brand", "0; } x {")],
        "demo/slides.html:1:76: error: \"0; } x {\" must not stand in a style\n"
          + "  hint: only numbers, lengths and colors pass; the value stands at row.csv:2:2"
      ),
    ] as [([(String, String)], String)])
  func eachNamesItsPlaces(cells: [(String, String)], message: String) throws {
    let fixture = try Fixture(
      body: "{{ price | percent_off(compare) }}<p style=\"--x: {{ brand }}\">x</p>")
    #expect(try fixture.refusals(cells) == [message])
  }

  @Test func allProblemsOfARowComeAtOnce() throws {
    let fixture = try Fixture(body: "{{ title }}")
    #expect(try fixture.refusals([("price", "x"), ("day", "y"), ("zzzzzz", "z")]).count == 4)
  }

  @Test func imagesStayInTheirFolder() throws {
    let fixture = try Fixture(body: "<img src=\"{{ image }}\">")
    let template = try fixture.load()
    try fixture.folder.write("", to: "outside.jpg")
    let options = BindOptions(imageFolders: [fixture.path])
    for path in ["../outside.jpg", "\(fixture.folder.path)/outside.jpg"] {
      let error = #expect(throws: DiagnosticsError.self) {
        try template.bind(Fixture.row([("title", "T"), ("image", path)]), options: options)
      }
      #expect(error?.diagnostics.first?.location?.description == "row.csv:2:2")
      #expect(error?.diagnostics.first?.message.contains("outside") == true)
    }
  }

  @Test func aListWhereOneValueBelongs() throws {
    let template = try Fixture(body: "{{ title }}").load()
    let place = SourceLocation(file: "p.yaml", line: 3, column: 8)
    let list = Row.Cell(.list([Row.Cell(.text("a"), at: place)]), at: place)
    let row = Row(key: nil, cells: [("title", list)], location: place)
    let error = #expect(throws: DiagnosticsError.self) { try template.bind(row) }
    #expect(error?.diagnostics.map(\.message) == ["title takes text, not a list"])
  }

  @Test func feedsMayHaveOtherColumnsButNotTheCommandLine() throws {
    let template = try Fixture(body: "{{ title }}").load()
    let options = BindOptions(allowsUnknownFields: true)
    let row = Fixture.row([("title", "T"), ("vendor", "x")])
    #expect(throws: Never.self) { try template.bind(row, options: options) }
    let changed = row.replacing(try Row.assignments(["titel=x"]))
    let error = #expect(throws: DiagnosticsError.self) {
      try template.bind(changed, options: options)
    }
    #expect(
      error?.description
        == "<command line>: error: the template \"demo\" has no field \"titel\"; "
        + "did you mean \"title\"?")
  }

  @Test func listsMadeByAFeedAreCutAloud() throws {
    let template = try Fixture(body: "<p>{{ title }} {{ bullets | join(' ') }}</p>").load()
    let place = SourceLocation(file: "feed.csv", line: 7, column: 3)
    let items = ["a", "b", "c", "d", "e"].map { Row.Cell(.text($0), at: place) }
    let cells = [
      (name: "title", cell: Row.Cell(.text("T"), at: place)),
      (name: "bullets", cell: Row.Cell(.list(items), at: place)),
    ]
    let row = Row(key: nil, cells: cells, location: place)
    let bound = try template.bind(row, options: BindOptions(allowsUnknownFields: true))
    #expect(bound.warnings.map(\.message) == ["bullets has 5 items; the first 4 are used"])
    #expect(bound.warnings.first?.location == place)
    // Written by hand for this template, the same list is refused.
    #expect(throws: DiagnosticsError.self) { try template.bind(row) }
  }

  @Test func theNumberOfSlidesIsChecked() throws {
    let fixture = try Fixture(
      page: "<section class=\"slide\" data-each=\"b in bullets\">{{ b }}</section>",
      fields: "bullets: list")
    let many = Array(repeating: "x", count: 36).joined(separator: "|")
    #expect(
      try fixture.refusals([("bullets", many)]) == [
        "row.csv:2:1: error: with these values there are 36 slides; TikTok takes 35\n"
          + "  hint: shorten the lists that repeat slides, or give them a limit"
      ])
    #expect(
      try fixture.refusals([]) == ["row.csv:2:1: error: with these values no slide is left"])
    #expect(
      try fixture.refusals([("bullets", "a")]) == [
        "row.csv:2:1: warning: with these values there is one slide; a carousel has two or more"
      ])
  }

  @Test func listsInListsCannotExplode() throws {
    let inner = "<b data-each=\"c in bullets\"><b data-each=\"d in bullets\">{{ d }}</b></b>"
    let fixture = try Fixture(
      body: "<p data-each=\"a in bullets\"><i data-each=\"b in bullets\">\(inner)</i></p>",
      fields: "bullets: list")
    let many = Array(repeating: "x", count: 300).joined(separator: "|")
    #expect(
      try fixture.refusals([("bullets", many)]) == [
        "demo/slides.html:1:1: error: with these values the page has more than 10000 elements"
      ])
  }
}
