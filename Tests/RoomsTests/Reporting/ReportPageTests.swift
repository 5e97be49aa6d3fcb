import Diagnostics
import Markup
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct ReportPageTests {
  @Test func whatUsersWroteIsNeverMarkup() {
    let page = page(ReportFixture.harbor(hostile: true))
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(isBalanced(page))
  }

  @Test func thePageNeedsNothingFromElsewhere() {
    let page = page(ReportFixture.harbor())
    for part in ["http:", "https:", "//", "url(", "@import", "src=", "<script", "<link"] {
      #expect(!page.contains(part), "\(part)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func everyPictureHasATitle() {
    let page = page(ReportFixture.harbor())
    let pictures = page.matches(of: /<svg[^>]*role="img"[^>]*>/)
    #expect(pictures.count > 30)
    for picture in pictures {
      #expect(page[picture.range.upperBound...].hasPrefix("<title>"))
    }
  }

  @Test func tagsMatchAndNumbersAreNumbers() {
    for ads in [ReportFixture.harbor(), Array(ReportFixture.harbor().prefix(1)), []] {
      let page = page(ads)
      #expect(isBalanced(page))
      #expect(!page.contains("nan") && !page.contains("inf%") && !page.contains("Optional("))
    }
  }

  @Test func anEmptyReportSaysWhatToDo() {
    #expect(page([]).contains("flint ad metrics import"))
  }

  @Test func aKindAloneIsNotCompared() {
    let page = page(ReportFixture.harbor().filter { $0.kind == .spark })
    #expect(page.contains("What viewers did") && !page.contains("class=\"lift\""))
    #expect(!page.contains("class=\"sign line standard\""))
    #expect(isBalanced(page))
  }

  @Test func severalBrandsHaveTheirNames() {
    var ads = ReportFixture.harbor()
    ads[0].brand = Key("<b>acme")
    let page = page(ads)
    #expect(page.contains("<h2><bdi>&lt;b&gt;acme</bdi></h2>"))
    #expect(page.contains("<h2><bdi>harbor</bdi></h2>"))
  }

  @Test func theSameReportIsTheSamePage() {
    #expect(page(ReportFixture.harbor()) == page(ReportFixture.harbor().reversed()))
  }

  @Test func aMissingStyleSheetIsNamed() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: DiagnosticsError.self) {
      try ReportStyle.load(from: folder.path)
    }
    #expect(missing?.diagnostics.first?.message.contains(folder["report.css"]) == true)
    try folder.write([0xff], to: "report.css")
    let unreadable = #expect(throws: DiagnosticsError.self) {
      try ReportStyle.load(from: folder.path)
    }
    #expect(unreadable?.diagnostics.first?.message.contains("UTF-8") == true)
  }

  /// Neither knows the other: a class that is renamed in one only is seen here.
  @Test func theStyleSheetKnowsEveryClassOfThePage() throws {
    let page = page(ReportFixture.harbor())
    let used = page.matches(of: /class="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
    let known = style.matches(of: /\.([A-Za-z][A-Za-z0-9]*)/).map(\.1)
    // A difference looks as usual unless it is none.
    let plain: Set<Substring> = ["higher", "lower"]
    #expect(Set(used).subtracting(known) == plain)
  }

  private let style: String

  init() throws { style = try ReportStyle.load(from: "\(Workshop.packageRoot)/data") }

  private func page(_ ads: [AdResult]) -> String {
    let report = ResultsReport(ads, scope: .init(), created: Moment(seconds: 1_790_000_000))
    return ReportPage(report, style: style, created: "2026-09-21 UTC").html()
  }

  /// Whether every tag is closed in its turn.
  private func isBalanced(_ page: String) -> Bool {
    var open: [Substring] = []
    for tag in page.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/) {
      if tag.2 == "meta" || tag.2 == "br" || !tag.3.isEmpty { continue }
      if tag.1.isEmpty { open.append(tag.2) } else if open.popLast() != tag.2 { return false }
    }
    return open.isEmpty
  }
}

@Suite struct StripAxisTests {
  @Test(arguments: [(-0.2, 1.57), (0, 0.0001), (0, 0.31), (-1, 3), (0, 47_123), (-0.36, 0.08)])
  func coversWithRoundTicks(low: Double, high: Double) {
    let axis = StripAxis(covering: low...high, ticks: 4)
    #expect(axis.range.lowerBound <= low + 1e-9 && axis.range.upperBound >= high - 1e-9)
    #expect((2...7).contains(axis.ticks.count))
    #expect(axis.ticks.contains { abs($0) < 1e-12 })
    #expect(axis.ticks.last == axis.range.upperBound || axis.ticks.count > 1)
  }

  @Test func nothingLiesOutside() {
    let axis = StripAxis(covering: 0...1, ticks: 4)
    #expect(axis.place(-5) == "0.00%")
    #expect(axis.place(.infinity) == "100.00%")
  }

  @Test func whatDoesNotFitEndsInAnArrow() {
    let axis = StripAxis(covering: 0...1, ticks: 4)
    let strip = IntervalStrip(
      axis: axis, title: "t", value: 0.5,
      interval: ConfidenceInterval(lower: 0.2, upper: .infinity), kind: "best")
    #expect(Document(root: Element("html", [:], [strip.svg()])).html().contains("arrow"))
  }
}
