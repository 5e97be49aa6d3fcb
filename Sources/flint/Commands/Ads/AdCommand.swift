import ArgumentParser
import Carousels
import Ledger
import Library
import Posts

struct AdCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ad", abstract: "Plan Spark Ads, follow them and read their figures.",
    discussion: """
      EXAMPLES:
        flint ad plan mug --advertiser 7123456789012345678 --budget "500 USD" --total
        flint ad list --brand harbor --open
      """,
    subcommands: [
      Plan.self, Submit.self, Status.self, End.self, Metrics.self, List.self, Show.self,
    ])

  struct Submit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that an ad was made at TikTok, and TikTok's id of it.",
      discussion: """
        The id is the column Ad ID in Ads Manager; reports name ads by it. It can be noted later \
        too, with the same command.

        EXAMPLES:
          flint ad submit mug-harbor --tiktok-id 1790000000000000001
          flint ad submit mug-harbor
        """)

    @Argument(help: "A planned or rejected ad.", completion: KeyCompletion.ads) var ad: String
    @Option(name: .customLong("tiktok-id"), help: ArgumentHelp("Digits.", valueName: "id"))
    var tiktokID: String?
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let change = try options.desk("ad submit").submitAd(ad, tiktokID: tiktokID)
        return try options.show(change)
      }
    }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that an ad is over for good.",
      discussion: """
        Ads whose code ends, is taken back, or whose post is removed end by themselves.

        EXAMPLES:
          flint ad end mug-harbor --because finished
          flint ad end mug-harbor --because budget-spent --at "2026-10-20 18:00"
        """)

    @Argument(help: "An ad that is not over.", completion: KeyCompletion.ads) var ad: String
    @Option(help: "Why.") var because: AdEndReason
    @Option(
      help: ArgumentHelp("When; now when not given.", valueName: "time"), transform: parseMoment)
    var at: Moment?
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let change = try options.desk("ad end").endAd(ad, because: because.ending, at: at)
        return try options.show(change)
      }
    }
  }
}

/// Why an ad ends, as far as a person says it.
enum AdEndReason: String, ExpressibleByArgument, CaseIterable {
  case finished, deleted
  case budgetSpent = "budget-spent"

  var ending: Ad.Ending {
    switch self {
    case .finished: .finished
    case .deleted: .deleted
    case .budgetSpent: .budgetSpent
    }
  }
}

extension BookOptions {
  func show(_ change: AdChange) throws -> Outcome {
    let now = try Clock.now()
    try show(
      AdText.text(of: change, at: now), json: ["ad": AdRecordJSON(change, at: now)],
      change.warnings)
    return .done
  }
}
