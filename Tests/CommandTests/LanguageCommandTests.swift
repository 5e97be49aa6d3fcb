import Foundation
import TestSupport
import Testing

@Suite struct LanguageCommandTests {
  private static let page = """
    <html lang="en"><head><style>
    .slide { width: 1080px; height: 1920px } p { font: 60px Inter; text-transform: uppercase;
    margin: 400px 140px; } p:lang(tr) { margin-top: 500px }
    </style></head><body>
    <section class="slide"><p>{{ title }}</p></section><section class="slide"><p>{{ title }}</p></section>
    </body></html>
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("fields:\n  title: { type: text, required: true }\n", to: "card/template.yaml")
    try folder.write(Self.page, to: "card/slides.html")
    return folder
  }

  @Test func theOptionIsOfTheRowAndRecordedWithIt() throws {
    let folder = try folder()
    let arguments = ["render", "./card", "--set", "title=kedi evi"]
    #expect(try FlintProcess.run(arguments + ["--language", "TR"], in: folder).code == 0)
    let record = try folder.text(of: "output/posts/kedi-evi-card/post.json")
    #expect(record.contains("KEDİ EVİ"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
    let row = try #require(object["row"] as? [String: Any])
    #expect("\(row)".contains("language"))
    let again = try FlintProcess.run("check", "output/posts", "--fix", "--dry-run", in: folder)
    #expect(again.code == 0, "\(again.output)")
  }

  @Test func theRowsOwnLanguageWins() throws {
    let folder = try folder()
    try folder.write("key,title,language\na,kedi evi,tr\nb,kiwi,\n", to: "feed.csv")
    let batch = try FlintProcess.run(
      "batch", "feed.csv", "--template", "./card", "--language", "en", in: folder)
    #expect(batch.code == 0, "\(batch.errors)")
    #expect(try folder.text(of: "output/posts/a-card/post.json").contains("KEDİ EVİ"))
    #expect(try folder.text(of: "output/posts/b-card/post.json").contains("KIWI"))
  }

  @Test func aCountryIsNoLanguage() throws {
    let result = try FlintProcess.run(
      "render", "./card", "--set", "title=T", "--language", "jp", in: try folder())
    #expect(result.code == 64)
    #expect(result.errors.contains("\"jp\" is no language; did you mean \"ja\"?"))
  }
}
