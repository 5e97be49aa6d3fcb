import Diagnostics
import Feeds
import Testing

@Suite struct ShopifyFeeds {
  static let oldHeader =
    "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant Price,"
    + "Variant Compare At Price,Image Src,Image Position,Image Alt Text,Variant Image\n"
  static let newHeader =
    "Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,"
    + "Status,Option1 name,Option1 value,Price,Compare-at price,Product image URL,Image position\n"

  func feed(_ lines: String, header: String = oldHeader, _ options: FeedOptions = FeedOptions())
    throws -> Feed
  {
    try Feed.read(Array((header + lines).utf8), file: "s.csv", options: options)
  }

  func texts(_ row: Row, _ name: String) -> [String] {
    switch row[name]?.value {
    case .text(let text): [text]
    case .list(let cells):
      cells.map { if case .text(let text) = $0.value { text } else { "a list" } }
    case nil: []
    }
  }

  @Test func groupsAProductsLines() throws {
    let feed = try feed(
      """
      vase,Vase,"<p>Blown glass.</p><ul><li>Tall</li><li>Light</li></ul>",Acme,Decor,"glass, gift",\
      true,Size,Large,30,45,https://x/large.jpg,2,Large one,
      vase,,,,,,,,Small,19.99,25,https://x/small.jpg,1,Small one,
      vase,,,,,,,,,,,https://x/detail.jpg,3,,
      pot,Pot,A pot,Acme,Decor,,true,Title,Default Title,5,,https://x/pot.jpg,,,
      """)
    #expect(feed.dialect == .shopify)
    #expect(feed.diagnostics.isEmpty)
    #expect(feed.rows.map(\.key) == ["vase", "pot"])
    let vase = feed.rows[0]
    #expect(texts(vase, "title") == ["Vase"])
    #expect(texts(vase, "description") == ["Blown glass."])
    #expect(texts(vase, "bullets") == ["Tall", "Light"])
    #expect(texts(vase, "brand") == ["Acme"])
    #expect(texts(vase, "type") == ["Decor"])
    #expect(texts(vase, "tags") == ["glass", "gift"])
    #expect(texts(vase, "price") == ["19.99"])
    #expect(vase["price"]?.location.description == "s.csv:3:19")
    #expect(texts(vase, "compare_at_price") == ["25"])
    #expect(texts(vase, "price_varies") == ["true"])
    #expect(texts(vase, "image") == ["https://x/small.jpg"])
    #expect(
      texts(vase, "images") == [
        "https://x/small.jpg", "https://x/large.jpg", "https://x/detail.jpg",
      ])
    #expect(texts(vase, "image_alt") == ["Small one"])
    #expect(texts(vase, "options") == ["Size: Large, Small"])
    #expect(texts(vase, "handle") == ["vase"])
    #expect(feed.rows[1]["price_varies"] == nil)
    #expect(feed.rows[1]["options"] == nil)
    #expect(texts(feed.rows[1], "bullets") == ["A pot"])
  }

  @Test func readsTheNewHeader() throws {
    let feed = try feed(
      """
      Vase,vase,<p>Glass</p>,Acme,Home > Decor,Vase,,true,active,Color,Red,20,30,https://x/a.jpg,1
      ,vase,,,,,,,,,Blue,25,,,
      ,vase,,,,,,,,,,,,https://x/b.jpg,2
      """, header: Self.newHeader)
    #expect(feed.diagnostics.isEmpty)
    #expect(feed.rows.count == 1)
    #expect(feed.rows[0].key == "vase")
    #expect(texts(feed.rows[0], "price") == ["20"])
    #expect(texts(feed.rows[0], "compare_at_price") == ["30"])
    #expect(texts(feed.rows[0], "category") == ["Home > Decor"])
    #expect(texts(feed.rows[0], "options") == ["Color: Red, Blue"])
    #expect(texts(feed.rows[0], "images").count == 2)
  }

  /// The lines, what is said about them, and how many rows come out. `^` marks the place.
  @Test(
    arguments: [
      (
        "a,A,,,,,true,,,5,,i.jpg,,,\n^,,,,,,,,,5,,,,,",
        "error: a row without handle and title belongs to no product", 1
      ),
      (
        "^,Clay Pot,,,,,true,,,5,,i.jpg,,,",
        "warning: the product has no handle; \"clay-pot\" was made of its title", 1
      ),
      ("a,^,,,,,true,,,5,,i.jpg,,,", "error: no row of the product \"a\" has a title", 0),
      (
        "^a,,,,,,,,L,5,,i.jpg,,,\na,A,,,,,true,,S,5,,,,,",
        "warning: a row of \"a\" stands before the one with its title on line 3", 1
      ),
      (
        "a,A,,,,,true,,,5,,i.jpg,,,\na,^B,,,,,,,,6,,,,,",
        "warning: a second title \"B\" for \"a\"; \"A\" is used", 1
      ),
      (
        "a,A,,,,,true,,,5,,i.jpg,,,\nb,B,,,,,true,,,5,,i.jpg,,,\n^a,,,,,,,,,,,j.jpg,,,",
        "error: a row of the product \"a\" stands apart from it (line 2)", 2
      ),
      (
        "a,A,,,,,true,,,5,,i.jpg,,,\nb,B,,,,,true,,,5,,i.jpg,,,\n^a,C,,,,,true,,,5,,j.jpg,,,",
        "error: the handle \"a\" is that of a product on line 2 already", 2
      ),
      (
        "a,A,,,,,^false,,,5,,i.jpg,,,",
        "warning: the product \"a\" is not published and is skipped", 0
      ),
      ("a,A,,,,,true,,,^free,,i.jpg,,,", "error: price \"free\" is not an amount", 0),
      ("a,A,,,,,true,,,^-5,,i.jpg,,,", "error: price \"-5\" is negative", 0),
      ("a,A,,,,,true,,,^0,,i.jpg,,,", "warning: the price of \"a\" is 0", 1),
      ("a,A,,,,,true,,,^,,i.jpg,,,", "warning: the product \"a\" has no price", 1),
      (
        "a,A,,,,,true,Size,S,5,,i.jpg,,,\na,,,,,,,,M,^,,,,,",
        "warning: a variant of \"a\" has no price", 1
      ),
      (
        "a,A,,,,,true,,,5,^5.00,i.jpg,,,",
        "warning: compare-at price \"5.00\" is not above the price \"5\"; it is left out", 1
      ),
      ("a,A,,,,,true,,,5,^x,i.jpg,,,", "error: compare-at price \"x\" is not an amount", 0),
      ("a,A,,,,,true,,,5,,^,,,", "warning: the product \"a\" has no image", 1),
      (
        "a,A,,,,,true,,,5,,i.jpg,^first,,",
        "warning: the image position \"first\" is not a number; the image comes last", 1
      ),
    ] as [(String, String, Int)])
  func everyOddityIsNamed(lines: String, message: String, rows: Int) throws {
    let parts = lines.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
    let before = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    let place = "s.csv:\(before.count + 1):\(before[before.count - 1].count + 1)"
    let feed = try feed(parts.joined())
    #expect(feed.diagnostics.map { "\($0.severity.rawValue): \($0.message)" } == [message])
    let found = feed.diagnostics.first?.location
    #expect(found?.description == place)
    #expect(feed.rows.count == rows)
  }

  @Test func aStatusSkipsToo() throws {
    let lines = "Vase,vase,,,,,,true,Draft,,,20,,i.jpg,1\n"
    let skipped = try feed(lines, header: Self.newHeader)
    #expect(skipped.items.map(\.outcome) == [.skipped])
    #expect(
      skipped.diagnostics.map(\.description) == [
        "s.csv:2:21: warning: the product \"vase\" is a draft and is skipped"
      ])
    let kept = try feed(
      lines, header: Self.newHeader, FeedOptions(includesUnpublished: true))
    #expect(kept.rows.map(\.key) == ["vase"])
  }

  @Test func zeroMeansNoComparePrice() throws {
    let feed = try feed("a,A,,,,,true,,,5,0.00,i.jpg,,,")
    #expect(feed.diagnostics.isEmpty)
    #expect(feed.rows[0]["compare_at_price"] == nil)
  }

  @Test func aVariantsImageStandsIn() throws {
    let feed = try feed("a,A,,,,,true,,,5,,,,,v.jpg")
    #expect(texts(feed.rows[0], "image") == ["v.jpg"])
    #expect(feed.diagnostics.isEmpty)
  }

  @Test func aMapOverridesTheDialect() throws {
    let feed = try feed(
      "a,A,,Acme,,,true,,,5,,i.jpg,,,", FeedOptions(columnOfField: [("title", "Vendor")]))
    #expect(texts(feed.rows[0], "title") == ["Acme"])
  }

  @Test func thousandsOfRowsOfOneProductAreRefused() throws {
    let feed = try feed(
      "a,A,,,,,true,,,5,,i.jpg,,,\n" + String(repeating: "a,,,,,,,,L,5,,,,,\n", count: 6_000))
    #expect(
      feed.diagnostics.map(\.message) == ["the product \"a\" has 6001 rows; 5000 at most are read"])
    #expect(feed.rows.isEmpty)
  }
}
