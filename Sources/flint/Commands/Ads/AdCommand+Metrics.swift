public import AdReports
public import ArgumentParser
import Console
import Ledger
import Posts

extension AdCommand {
  struct Metrics: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import figures from Ads Manager, and show them.",
      discussion: """
        EXAMPLES:
          flint ad metrics import Ad_20261001_20261031.xlsx --brand harbor
          flint ad metrics show mug-harbor
        """,
      subcommands: [Import.self, Show.self])

    struct Import: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Take exported reports (CSV or XLSX, ad level) into the library.",
        discussion: """
          Lines find their ad by TikTok's id, or by its exact name. The same report twice changes \
          nothing. Exit code 1 when lines were not understood and the rest was taken.

          EXAMPLES:
            flint ad metrics import Ad_20261001_20261031.xlsx --brand harbor
            flint ad metrics import report.csv --advertiser 7123456789012345678 \\
              --standard "In-Feed*"
          """)

      @Argument(help: "Reports as Ads Manager exports them.", completion: .file())
      var files: [String]
      @OptionGroup var options: ReportOptions
      @OptionGroup var output: BookOptions

      func run() throws {
        try Report.run {
          let bar = ProgressBar(total: files.count, unit: "files")
          let reports = files.map { path in
            defer { bar.advance() }
            return ReportFile(path: path, options: options.reading)
          }
          bar.finish()
          let intakes = try output.desk("ad metrics import")
            .importReports(reports, scope: options.scope)
          return try IntakeText.show(intakes, isDryRun: output.dryRun, json: output.json)
        }
      }
    }

    struct Show: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Show an ad's figures day by day.",
        discussion: """
          EXAMPLES:
            flint ad metrics show mug-harbor
            flint ad metrics show mug-harbor --json
          """)

      @Argument(help: "An ad, or TikTok's id of it.", completion: KeyCompletion.ads)
      var ad: String
      @OptionGroup var options: ReadingOptions

      func run() throws {
        try Report.run {
          let dossier = try AdDossier(
            of: ad, in: try options.library.forReading(), at: try Clock.now())
          if options.json {
            Terminal.writeOutput(try JSON.document(AdMetricsJSON(dossier)))
          } else if let result = dossier.result {
            Terminal.writeOutput(AdMetricsText.table(of: result))
          } else {
            Report.note(
              "\(dossier.record.ad.key) has no figures; flint ad metrics import REPORT\n")
          }
          return .done
        }
      }
    }
  }
}

/// How reports are read, and whose they are.
struct ReportOptions: ParsableArguments {
  @Option(help: "Whose ads they tell of.", completion: KeyCompletion.brands) var brand: String?

  @Option(
    help: ArgumentHelp("Which account's.", valueName: "id"), completion: KeyCompletion.advertisers)
  var advertiser: String?

  @Option(
    help: ArgumentHelp(
      "The first day of a report that names none.", valueName: "day"), transform: parseDay)
  var from: Day?

  @Option(help: ArgumentHelp("The last day.", valueName: "day"), transform: parseDay)
  var to: Day?

  @Option(help: ArgumentHelp("Of amounts that name none.", valueName: "USD|…"))
  var currency: String?

  @Option(help: "Of amounts that can be read in two ways.")
  var decimalMark: AdReportOptions.DecimalMark?

  @Option(help: "Of days that can be read in two ways.")
  var dayOrder: AdReportOptions.DayOrder?

  @Option(
    help: ArgumentHelp(
      "Names of the brand's own In-Feed ads, to compare with; * stands for anything.",
      valueName: "name"))
  var standard: [String] = []

  @Flag(help: "All ads that are not ours are In-Feed ads of the brand's own.")
  var standardRest = false

  func validate() throws {
    if (from == nil) != (to == nil) { throw ValidationError("--from and --to go together") }
    if let from, let to, to < from { throw ValidationError("--to is before --from") }
    if standardRest || !standard.isEmpty, brand == nil, advertiser == nil {
      throw ValidationError("--standard needs --brand or --advertiser")
    }
  }

  var reading: AdReportOptions {
    var days: ClosedRange<Day>?
    if let from, let to { days = from...to }
    return AdReportOptions(
      days: days, currency: currency?.uppercased(), decimalMark: decimalMark, dayOrder: dayOrder)
  }

  var scope: ReportScope {
    var scope = ReportScope()
    scope.brand = brand
    scope.advertiser = advertiser
    scope.standardPatterns = standard
    scope.restIsStandard = standardRest
    return scope
  }
}

extension AdReportOptions.DecimalMark: ExpressibleByArgument {}
extension AdReportOptions.DayOrder: ExpressibleByArgument {}
