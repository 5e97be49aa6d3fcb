import Foundation
import GRDB
import Posts

/// How an ad stands in its row, runs aside.
enum AdColumns {
  /// For a SELECT over `ads` joined with `authorizations`.
  static let list = """
    ads.id, ads.key, authorizations.key, ads.advertiser, ads.name, ads.starts, ads.ends,
    ads.objective, ads.budget_kind, ads.budget, ads.budget_currency, ads.bid, ads.bid_currency,
    ads.targeting, ads.call_to_action, ads.landing_page, ads.tiktok_id,
    ads.stage, ads.since, ads.reasons, ads.ending, ads.status_word, ads.status_read
    """

  static func ad(_ columns: inout Columns) throws -> (id: Int, ad: Ad) {
    let id: Int = try columns.next()
    let key: Key<Ad> = try columns.key()
    var plan = Ad.Plan(
      authorization: try columns.key(), advertiser: try columns.key(), name: try columns.next(),
      start: try columns.moment(), end: try columns.moment())
    plan.objective = try columns.next()
    let budgetKind: String? = try columns.next()
    plan.budget = try columns.moneyIfAny().map { budgetKind == "daily" ? .daily($0) : .total($0) }
    plan.bid = try columns.moneyIfAny()
    plan.targeting = try columns.next()
    plan.callToAction = try columns.next()
    plan.landingPage = try columns.next()
    var ad = Ad(key: key, plan: plan, tiktokID: try columns.next())
    ad.stage = try stage(&columns)
    let word: String? = try columns.next()
    let read = try columns.momentIfAny()
    ad.tiktokStatus = try word.map { Ad.StatusWord(word: $0, at: try read.required()) }
    return (id, ad)
  }

  private static func stage(_ columns: inout Columns) throws -> Ad.Stage {
    let status: Ad.Status = try columns.choice()
    let since = try columns.momentIfAny()
    let reasons: String? = try columns.next()
    let ending: Ad.Ending? = try columns.choiceIfAny()
    return switch status {
    case .planned: .planned
    case .submitted: .submitted(at: try since.required())
    case .inReview: .inReview(at: try since.required())
    case .rejected:
      .rejected(
        reasons: try JSONDecoder().decode(
          [String].self, from: Data(try reasons.required().utf8)), at: try since.required())
    case .approved: .approved(at: try since.required())
    case .live: .live(since: try since.required())
    case .paused: .paused(since: try since.required())
    case .ended: .ended(try ending.required(), at: try since.required())
    }
  }
}
