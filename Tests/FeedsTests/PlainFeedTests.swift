import Diagnostics
import Feeds
import Testing

@Suite struct PlainFeeds {
  func feed(_ text: String, _ options: FeedOptions = FeedOptions()) throws -> Feed {
    try Feed.read(Array(text.utf8), file: "f.csv", options: options)
  }

  @Test func columnsAreFields() throws {
    let feed = try feed("Title,Compare At Price\nPot,\nLamp,\"$5\"\n,,\n")
    #expect(feed.dialect == .plain)
    #expect(feed.rows.count == 2)
    #expect(feed.rows[0].cells.map(\.name) == ["title"])
    #expect(feed.rows[1]["compare_at_price"]?.value == .text("$5"))
    #expect(feed.rows[1]["compare_at_price"]?.location.description == "f.csv:3:6")
    #expect(feed.rows[1].location.description == "f.csv:3:1")
  }

  @Test func aMapChoosesColumns() throws {
    let feed = try feed(
      "Name,Title,id\nPot,Mr,7",
      FeedOptions(columnOfField: [("title", "Name")]))
    #expect(feed.rows[0]["title"]?.value == .text("Pot"))
    #expect(feed.rows[0].cells.map(\.name) == ["title", "id"])
    #expect(feed.rows[0].key == "7")
  }

  @Test func aMapOfAnUnknownColumnIsRefused() {
    let error = #expect(throws: DiagnosticsError.self) {
      try feed("Name,Price\na,b", FeedOptions(columnOfField: [("title", "Nmae")]))
    }
    #expect(
      error?.description
        == "error: --map title=\"Nmae\": the feed has no column \"Nmae\"; did you mean \"Name\"?")
    let far = #expect(throws: DiagnosticsError.self) {
      try feed("Name,Price\na,b", FeedOptions(columnOfField: [("title", "Überschrift")]))
    }
    #expect(far?.diagnostics.first?.hints == ["its columns: Name, Price"])
  }

  @Test(arguments: [
    ("", "f.csv: error: the feed is empty"),
    (",,\n1,2,3", "f.csv:1:1: error: the first line names no column"),
    ("a,b,a\n1,2,3", "f.csv:1:5: error: a second column \"a\""),
    ("a,\"b\n1,2", "f.csv:1:3: error: this quote is never closed"),
  ])
  func anUnusableHeaderIsRefused(text: String, message: String) {
    let error = #expect(throws: DiagnosticsError.self) { try feed(text) }
    #expect(error?.description.hasPrefix(message) == true)
  }

  @Test func oddColumnsAreNamed() throws {
    let feed = try feed("Sale Price,sale_price,***\n1,2,3")
    #expect(
      feed.diagnostics.map(\.description) == [
        "f.csv:1:12: warning: the columns \"Sale Price\" and \"sale_price\" both mean the field "
          + "sale_price; the first is used\n  hint: choose with --map sale_price=\"sale_price\"",
        "f.csv:1:23: warning: the column \"***\" has no letters to make a field name of; it is left "
          + "out\n  hint: give it a field with --map field=\"***\"",
      ])
    #expect(feed.rows[0].cells.map(\.name) == ["sale_price"])
  }

  @Test func rowsOfTheWrongLengthAreNamed() throws {
    let feed = try feed("a,b\n1\n1,2,\n1,2,3\n4,5")
    #expect(
      feed.diagnostics.map(\.description) == [
        "f.csv:2: warning: this row has 1 cell, the header has 2 columns\n"
          + "  hint: the missing cells count as empty",
        "f.csv:4:5: error: this row has 3 cells, the header has 2 columns\n"
          + "  hint: put a cell that contains the separator in quotes",
      ])
    #expect(feed.items.map { $0.row != nil } == [true, true, false, true])
  }

  @Test func aRepeatedKeyIsRefused() throws {
    let feed = try feed("id,t\n1,a\n2,b\n1,c")
    #expect(
      feed.diagnostics.map(\.description) == [
        "f.csv:4:1: error: the id \"1\" stands on line 2 already\n"
          + "  hint: each row makes a post of its own and needs its own id"
      ])
    #expect(feed.items.map(\.outcome).last == .refused)
  }

  @Test func optionsAreChecked() {
    let currency = #expect(throws: DiagnosticsError.self) {
      try feed("a\n1", FeedOptions(defaultCurrency: "UDS"))
    }
    #expect(
      currency?.description.hasPrefix("error: unknown currency \"UDS\"; did you mean \"USD\"?")
        == true)
    let delimiter = #expect(throws: DiagnosticsError.self) {
      try feed("a\n1", FeedOptions(delimiter: "→"))
    }
    #expect(delimiter?.description.hasPrefix("error: \"→\" cannot separate cells") == true)
  }

  @Test(arguments: [
    ("Compare At Price", "compare_at_price"), ("  Größe (cm) ", "größe_cm"), ("***", ""),
    ("a--b", "a_b"), ("Color (product.metafields.x)", "color_product_metafields_x"),
  ])
  func fieldNamesOfColumns(column: String, field: String) {
    #expect(FeedReader.fieldName(ofColumn: column) == field)
  }
}
