import ArgumentParser
import Carousels
import Console
import Diagnostics
import Files
import Ledger
import Library
import Posts

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tell what ads did; rank creators, templates, hooks.",
    discussion: """
      Spark Ads stand beside standard In-Feed ads. Every figure comes with its 95% interval and \
      what it rests on; a difference that the data do not support is called that. A chapter a \
      brand.

      EXAMPLES:
        flint report --brand harbor --from 2026-01-01
        flint report --html results.html
      """)

  @Option(help: "Only this brand's ads.") var brand: String?
  @Option(help: "Only Spark Ads on this creator's posts.") var creator: String?
  @Option(help: "The first day, such as 2026-01-31.", transform: parseDay) var from: Day?
  @Option(help: "The last day.", transform: parseDay) var to: Day?
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "What to rank by: \(RankingRate.names).", valueName: "rate"))
  var rate: RankingRate?
  @Option(
    help: ArgumentHelp("Write a page for browsers and printers.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?
  @OptionGroup var library: LibraryOption
  @Flag(help: "Print one JSON document.") var json = false

  func validate() throws {
    if let from, let to, to < from { throw ValidationError("--to \(to) is before --from \(from)") }
  }

  func run() throws {
    try Report.run {
      let store = try library.forReading()
      let now = try Clock.now()
      let report = try store.read { reader in
        var scope = ResultsReport.Scope()
        scope.brand = try brand.map { try reader.brand(named: $0).key }
        scope.creator = try creator.map { try reader.creator(named: $0).key }
        (scope.from, scope.to, scope.metric) = (from, to, rate?.metric)
        return try ResultsReport(of: reader, scope: scope, created: now)
      }
      if let html {
        let style = try ReportStyle.load(from: try workspace().dataFolder)
        let page = ReportPage(report, style: style, created: ZonedTime.local.text(now))
        try FileSystem.write(Array(page.html().utf8), to: html)
      }
      if json {
        Terminal.writeOutput(try JSON.document(ReportJSON(report)))
      } else if let html {
        Terminal.writeOutput("\(html)\n")
      } else {
        Terminal.writeOutput(ReportText.describe(report, width: Terminal.outputWidth))
      }
      return .done
    }
  }
}

/// A metric's name on the command line.
enum RankingRate: String, CaseIterable, ExpressibleByArgument {
  case sixSecondViews = "six-second-views"
  case completion, engagement
  case clickThrough = "click-through"
  case profileActions = "profile-actions"

  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  var metric: AdMetric {
    switch self {
    case .sixSecondViews: .sixSecondViews
    case .completion: .completion
    case .engagement: .engagement
    case .clickThrough: .clickThrough
    case .profileActions: .profileActions
    }
  }
}
