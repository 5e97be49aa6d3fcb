import ArgumentParser
import Ledger
import Posts

extension AdCommand {
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note where an ad stands, in our words or in TikTok's.",
      discussion: """
        Our words go step by step; TikTok's own may skip some, are kept as they are, and unknown \
        ones move nothing.

        EXAMPLES:
          flint ad status mug-harbor live
          flint ad status mug-harbor rejected --reason "Misleading claim"
          flint ad status mug-harbor --tiktok-status AD_STATUS_AUDIT
        """)

    @Argument(help: "An ad.", completion: KeyCompletion.ads) var ad: String
    @Argument(help: "Where it stands.") var status: AdStatusWord?
    @Option(help: ArgumentHelp("Why it was rejected; repeat it for more.", valueName: "text"))
    var reason: [String] = []
    @Option(
      name: .customLong("tiktok-status"),
      help: ArgumentHelp("TikTok's word, as it stands there.", valueName: "word"))
    var tiktokStatus: String?
    @Option(
      help: ArgumentHelp("Since when; now when not given.", valueName: "time"),
      transform: parseMoment)
    var at: Moment?
    @OptionGroup var options: BookOptions

    func validate() throws {
      if (status == nil) == (tiktokStatus == nil) {
        let words = AdStatusWord.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("say one of \(words); or --tiktok-status WORD")
      }
      if !reason.isEmpty, status != .rejected {
        throw ValidationError("--reason goes with rejected")
      }
    }

    func run() throws {
      try Report.run {
        let desk = try options.desk("ad status")
        if let status {
          return try options.show(
            try desk.moveAd(ad, to: status.status, reasons: reason, at: at))
        }
        return try options.show(try desk.readAdStatus(ad, word: tiktokStatus ?? "", at: at))
      }
    }
  }
}

/// What a person can report of an ad; submitting and ending are commands of their own.
enum AdStatusWord: String, ExpressibleByArgument, CaseIterable {
  case inReview = "in-review"
  case rejected, approved, live, paused

  var status: Ad.Status {
    switch self {
    case .inReview: .inReview
    case .rejected: .rejected
    case .approved: .approved
    case .live: .live
    case .paused: .paused
    }
  }
}
