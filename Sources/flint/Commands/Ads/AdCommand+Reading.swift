import ArgumentParser
import Console
import Ledger
import Posts

extension AdCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List ads, the newest plans first.",
      discussion: """
        EXAMPLES:
          flint ad list --open
          flint ad list --brand harbor --status live --json
        """)

    @Option(help: "Of a brand.", completion: KeyCompletion.brands) var brand: String?
    @Option(help: "On a creator's posts.", completion: KeyCompletion.creators) var creator: String?
    @Option(help: "On a post.", completion: KeyCompletion.posts) var post: String?
    @Option(
      help: ArgumentHelp("Of an account.", valueName: "id"), completion: KeyCompletion.advertisers)
    var advertiser: String?
    @Option(help: "That stand there.") var status: AdListStatus?
    @Flag(help: "That are not over.") var open = false
    @Option(help: ArgumentHelp("No more than these.", valueName: "n")) var limit: Int?
    @OptionGroup var options: ReadingOptions

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit is at least 1") }
    }

    func run() throws {
      try Report.run {
        var query = AdQuery()
        (query.brand, query.creator, query.post) = (brand, creator, post)
        (query.advertiser, query.status, query.isOpen) = (advertiser, status?.status, open)
        query.limit = limit
        let now = try Clock.now()
        let ads = try query.ads(in: try options.library.forReading(), at: now)
        if options.json {
          Terminal.writeOutput(try JSON.document(["ads": ads.map(AdSummaryJSON.init)]))
        } else if ads.isEmpty {
          Report.note("no ads; plan one with: flint ad plan POST --advertiser ID\n")
        } else {
          Terminal.writeOutput(AdText.list(ads, at: now))
        }
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show all that is known of an ad.",
      discussion: """
        EXAMPLES:
          flint ad show mug-harbor
          flint ad show 1790000000000000001 --json
        """)

    @Argument(help: "An ad, or TikTok's id of it.", completion: KeyCompletion.ads) var ad: String
    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        let dossier = try AdDossier(of: ad, in: try options.library.forReading(), at: now)
        try options.show(
          AdText.page(dossier, at: now), json: ["ad": AdRecordJSON(dossier, at: now)])
        return .done
      }
    }
  }
}

/// Every status, as it is written on the command line.
enum AdListStatus: String, ExpressibleByArgument, CaseIterable {
  case planned, submitted
  case inReview = "in-review"
  case rejected, approved, live, paused, ended

  var status: Ad.Status {
    switch self {
    case .planned: .planned
    case .submitted: .submitted
    case .inReview: .inReview
    case .rejected: .rejected
    case .approved: .approved
    case .live: .live
    case .paused: .paused
    case .ended: .ended
    }
  }
}
