import Posts

/// A report as one HTML page: no script, nothing from elsewhere, ready for A4.
public struct ReportPage {
  public var report: ResultsReport
  /// When it was made, in the reader's zone.
  public var created: String

  public init(_ report: ResultsReport, created: String) {
    self.report = report
    self.created = created
  }

  public func html() -> String {
    let title = report.brands.count == 1 ? report.brands[0].name : "Results of ads"
    let chapters = report.brands.map { brand in
      let heading = report.brands.count > 1 ? "<h2>\(PageMarkup.words(brand.name))</h2>\n" : ""
      return "<section class=\"brand\">\n\(heading)\(BrandChapter(brand).html())</section>\n"
    }
    let content =
      chapters.isEmpty
      ? "<p class=\"none\">No ad has figures here yet. Import a report: "
        + "<code>flint ad metrics import FILE</code></p>\n"
      : chapters.joined()
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="Flint">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(PageMarkup.escaped("\(title): Spark Ads and In-Feed ads"))</title>
      <style>
      \(ReportStyleSheet.css)</style>
      </head>
      <body>
      <header>
      <p class="kicker">Spark Ads and In-Feed ads</p>
      <h1>\(PageMarkup.words(title))</h1>
      <p class="scope">\(scope)</p>
      </header>
      <main>
      \(content)</main>
      <footer>
      \(method)<p class="made">Made by Flint, \(PageMarkup.escaped(created)).</p>
      </footer>
      </body>
      </html>

      """
  }

  private var scope: String {
    var parts: [String] = []
    if let creator = report.scope.creator {
      parts.append("Spark Ads of \(PageMarkup.words("@\(creator)"))")
    }
    switch (report.scope.from, report.scope.to) {
    case (let from?, let to?) where from <= to: parts.append(ReportNumbers.days(from...to))
    case (let from?, _): parts.append("from \(ReportNumbers.day(from))")
    case (nil, let to?): parts.append("to \(ReportNumbers.day(to))")
    case (nil, nil):
      if let days = AdTotals(report.brands.flatMap(\.ads)).days {
        parts.append(ReportNumbers.days(days))
      }
    }
    return parts.joined(separator: ", ")
  }

  private var method: String {
    let notes = ReportWords.method.map { "<li>\(PageMarkup.escaped($0))</li>\n" }
    let told = BrandResults.ratesTold + BrandResults.costsTold
    let definitions = told.map { metric in
      "<dt>\(ReportWords.name(of: metric))</dt>"
        + "<dd>\(PageMarkup.escaped(ReportWords.definition(of: metric)))</dd>\n"
    }
    let sources = [PublishedFigure.sparkAds101, PublishedFigure.playbook].map {
      "<li>\(PageMarkup.escaped(ReportWords.source($0)))</li>\n"
    }
    return """
      <section class="method">
      <h2>How to read this</h2>
      <ul>
      \(notes.joined())</ul>
      <h3>What is divided by what</h3>
      <dl>
      \(definitions.joined())</dl>
      <h3>What TikTok published</h3>
      <p>\(ReportWords.publishedNote)</p>
      <ul>
      \(sources.joined())</ul>
      </section>

      """
  }
}
