import Diagnostics
import Feeds
import Testing

@Suite struct PostFiles {
  func parse(_ text: String) throws -> PostFile {
    try PostFile.parse(Array(text.utf8), file: "p.yaml")
  }

  @Test func readsSettingsAndFields() throws {
    let post = try parse(
      """
      template: quote
      size: 1080x1350
      kit: acme
      caption: "Hello"
      hashtags: [pots, "#clay"]
      disclosure: branded content
      key: my-post
      title: Clay pot
      nothing:
      fields:
        bullets: [a, [b, c], ~]
        size: XL
      """)
    #expect(post.template?.text == "quote")
    #expect(post.template?.location.description == "p.yaml:1:11")
    #expect(post.size?.text == "1080x1350")
    #expect(post.kit?.text == "acme")
    #expect(post.caption?.text == "Hello")
    #expect(post.hashtags.map(\.text) == ["pots", "#clay"])
    #expect(post.disclosure?.text == "branded content")
    #expect(post.row.key == "my-post")
    #expect(post.row.cells.map(\.name) == ["title", "bullets", "size"])
    #expect(post.row["title"]?.location.description == "p.yaml:8:8")
    guard case .list(let items) = post.row["bullets"]?.value else {
      Issue.record("not a list")
      return
    }
    #expect(items.count == 2)
    #expect(items[0].location.description == "p.yaml:11:13")
  }

  @Test(arguments: [
    ("- a", "p.yaml:1:1: error: the post file must be a mapping of names to values, not a list"),
    ("template: [a]", "p.yaml:1:11: error: template must be text, not a list"),
    (
      "title: a\nfields:\n  title: b",
      "p.yaml:3:3: error: the field \"title\" has two values\n"
        + "  hint: the other one stands on line 1"
    ),
    (
      "title: {a: b}",
      "p.yaml:1:8: error: the field \"title\" must be text or a list, not a mapping\n"
        + "  hint: put text that contains \": \" in quotes"
    ),
    (
      "title: a\nhashtags: [cold brew]",
      "p.yaml:2:12: error: \"cold brew\" is no hashtag\n"
        + "  hint: a hashtag is one word, such as coldbrew; list several as [coldbrew, coffee]"
    ),
    (
      "hashtags: [#coffee, #tea]\ntitle: a",
      "p.yaml:1:11: error: this \"[\" is never closed by \"]\"\n  hint: a # begins a comment; put a text "
        + "that begins with it in quotes: \"#coffee\""
    ),
    (
      "hashtags:\n  - #coffee",
      "p.yaml:2:4: error: hashtags must be a list of texts, not nothing\n  hint: a # begins a comment; "
        + "put a text that begins with it in quotes: \"#coffee\""
    ),
    ("fields: 5", "p.yaml:1:9: error: fields must be a mapping of names to values, not \"5\""),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: DiagnosticsError.self) { try parse(text) }
    #expect(error?.description == message)
  }

  @Test func samplesKeepTheirOrder() throws {
    let file = try SampleFile.parse(
      Array("good:\n  title: a\nhard:\n  fields:\n    title: b\n".utf8), file: "s.yaml")
    #expect(file.samples.map(\.name) == ["good", "hard"])
    #expect(file.samples.map { $0.post.row["title"]?.value } == [.text("a"), .text("b")])
  }

  @Test(arguments: [
    ("", "s.yaml:1:1: error: the sample file has no sample"),
    ("good: 5", "s.yaml:1:7: error: the sample \"good\" must be a mapping"),
  ])
  func refusesSamples(text: String, message: String) {
    let error = #expect(throws: DiagnosticsError.self) {
      try SampleFile.parse(Array(text.utf8), file: "s.yaml")
    }
    #expect(error?.description.hasPrefix(message) == true)
  }

  @Test func assignmentsReplaceCells() throws {
    let row = try parse("title: a\nbrand: b\nprice: 5").row
    let changed = row.replacing(try Row.assignments(["title=x=y", "brand=", "tag= z"]))
    #expect(changed.cells.map(\.name) == ["title", "price", "tag"])
    #expect(changed["title"] == Row.Cell(.text("x=y"), at: Row.commandLine))
    #expect(changed["tag"]?.value == .text(" z"))
    #expect(changed["price"] == row["price"])
  }

  @Test(arguments: [
    (["title"], "<command line>: error: --set \"title\" is not of the form key=value"),
    (["=x"], "<command line>: error: --set \"=x\" is not of the form key=value"),
    (["a=1", "a=2"], "<command line>: error: --set gives the field \"a\" two values"),
  ])
  func refusesAssignments(arguments: [String], message: String) {
    let error = #expect(throws: DiagnosticsError.self) { try Row.assignments(arguments) }
    #expect(error?.description.hasPrefix(message) == true)
  }
}
