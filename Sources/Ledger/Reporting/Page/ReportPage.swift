import Markup
import Posts

/// A report as one HTML page: no script, nothing from elsewhere, ready for A4.
public struct ReportPage {
  /// What is told.
  public var report: ResultsReport
  /// CSS; see `ReportStyle`.
  public var style: String
  /// When it was made, in the reader's zone.
  public var created: String

  public init(_ report: ResultsReport, style: String, created: String) {
    self.report = report
    self.style = style
    self.created = created
  }

  /// The page's text; the same report gives the same bytes.
  public func html() -> String {
    let page = Element("html", ["lang": "en"], [head, body])
    return Document(root: page, styleSources: [.inline("\n\(style)")]).html()
  }

  private var title: String {
    report.brands.count == 1 ? report.brands[0].name : "Results of ads"
  }

  private var head: Node {
    .block(
      "head",
      [
        .tag("meta", with: ["charset": "utf-8"]),
        .tag("meta", with: ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .tag("meta", with: ["name": "generator", "content": "Flint"]),
        .tag(
          "meta",
          with: [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ]),
        .tag("title", "\(title): Spark Ads and In-Feed ads"), .tag("style"),
      ])
  }

  private var body: Node {
    let made = Node.tag("p", class: "made", "Made by Flint, \(created).")
    return .block(
      "body",
      [
        .block(
          "header",
          [
            .tag("p", class: "kicker", "Spark Ads and In-Feed ads"),
            .tag("h1", [.words(title)]), .tag("p", class: "scope", scope),
          ]),
        .block("main", chapters), .block("footer", [method, made]),
      ])
  }

  private var chapters: [Node] {
    if report.brands.isEmpty {
      let command = Node.tag("code", "flint ad metrics import FILE")
      return [
        .tag(
          "p", class: "none",
          [.plain("No ad has figures here yet. Import a report: "), command])
      ]
    }
    return report.brands.map { brand in
      let heading: [Node] = report.brands.count > 1 ? [.tag("h2", [.words(brand.name)])] : []
      return .block("section", class: "brand", heading + BrandChapter(brand).nodes())
    }
  }

  private var scope: [Node] {
    var parts: [[Node]] = []
    if let creator = report.scope.creator {
      parts.append([.plain("Spark Ads of "), .words("@\(creator)")])
    }
    if let days { parts.append([.plain(days)]) }
    return Array(parts.joined(separator: [.plain(", ")]))
  }

  private var days: String? {
    switch (report.scope.from, report.scope.to) {
    case (let from?, let to?) where from <= to: ReportNumbers.days(from...to)
    case (let from?, _): "from \(ReportNumbers.day(from))"
    case (nil, let to?): "to \(ReportNumbers.day(to))"
    case (nil, nil): AdTotals(report.brands.flatMap(\.ads)).days.map(ReportNumbers.days)
    }
  }

  private var method: Node {
    let told = BrandResults.ratesTold + BrandResults.costsTold
    let definitions = told.flatMap { metric -> [Node] in
      [
        .tag("dt", ReportWords.name(of: metric)),
        .tag("dd", ReportWords.definition(of: metric)),
      ]
    }
    let sources = [PublishedFigure.sparkAds101, PublishedFigure.playbook].map(ReportWords.source)
    return .block(
      "section", class: "method",
      [
        .tag("h2", "How to read this"), list(ReportWords.method),
        .tag("h3", "What is divided by what"), .block("dl", definitions),
        .tag("h3", "What TikTok published"), .tag("p", ReportWords.publishedNote), list(sources),
      ])
  }

  private func list(_ items: [String]) -> Node { .block("ul", items.map { .tag("li", $0) }) }
}
