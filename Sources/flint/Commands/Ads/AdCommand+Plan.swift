import ArgumentParser
import Ledger
import Posts

extension AdCommand {
  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Plan an ad on a code; never past the code's end.",
      discussion: """
        Times are 2026-01-31T09:30:00Z, or 2026-01-31 09:30 and 2026-01-31 in your time zone; a \
        day is its first moment.

        EXAMPLES:
          flint ad plan mug --advertiser 7123456789012345678 --budget "50 USD" --daily
          flint ad plan mug@harbor --advertiser 7123456789012345678 --name "Autumn mug" \\
            --start 2026-10-05 --end 2026-10-20 --objective TRAFFIC --call-to-action SHOP_NOW
        """)

    @Argument(
      help: "A code, such as POST@BRAND, or a post.", completion: KeyCompletion.usableCodes)
    var code: String
    @Option(
      help: ArgumentHelp("The account in Ads Manager.", valueName: "id"),
      completion: KeyCompletion.advertisers)
    var advertiser: String
    @OptionGroup(title: "The plan") var plan: AdPlanOptions
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let change = try options.desk("ad plan").planAd(
          plan.request(code, advertiser: advertiser))
        return try options.show(change)
      }
    }
  }
}

struct AdPlanOptions: ParsableArguments {
  @Option(help: "As in Ads Manager, where reports find it; POST-BRAND when not given.")
  var name: String?

  @Option(
    help: ArgumentHelp("Now, or the code's start.", valueName: "time"), transform: parseMoment)
  var start: Moment?

  @Option(
    help: ArgumentHelp("The code's end when not given.", valueName: "time"),
    transform: parseMoment)
  var end: Moment?

  @Option(help: ArgumentHelp("TikTok's word.", valueName: "TRAFFIC|REACH|…"))
  var objective: String?

  @Option(
    help: ArgumentHelp("With --daily or --total.", valueName: "amount"), transform: parseMoney)
  var budget: Money?

  @Flag(help: "The budget is for a day.") var daily = false
  @Flag(help: "The budget is for the whole time.") var total = false

  @Option(
    help: ArgumentHelp("The most for one result.", valueName: "amount"), transform: parseMoney)
  var bid: Money?

  @Option(help: ArgumentHelp("Who shall see it, in words.", valueName: "text"))
  var targeting: String?

  @Option(help: ArgumentHelp("TikTok's word.", valueName: "SHOP_NOW|…"))
  var callToAction: String?

  @Option(help: ArgumentHelp("Where a click leads.", valueName: "url")) var landingPage: String?

  func validate() throws {
    if daily, total { throw ValidationError("--daily and --total exclude each other") }
    if budget != nil, !daily, !total {
      throw ValidationError("say whether the budget is --daily or --total")
    }
    if budget == nil, daily || total { throw ValidationError("--daily and --total need --budget") }
    if let start, let end, end <= start {
      throw ValidationError("--end is not after --start")
    }
  }

  func request(_ subject: String, advertiser: String) -> AdPlanRequest {
    var request = AdPlanRequest(subject: subject, advertiser: advertiser)
    request.name = name
    request.start = start
    request.end = end
    request.objective = objective
    request.budget = budget.map { daily ? .daily($0) : .total($0) }
    request.bid = bid
    request.targeting = targeting
    request.callToAction = callToAction
    request.landingPage = landingPage
    return request
  }
}
