import Ledger
import Library
import Posts

/// A plan; the keys are promised.
struct AdPlanJSON: Encodable {
  struct BudgetJSON: Encodable {
    /// `daily` or `total`.
    var kind: String
    var amount: MoneyJSON

    init(_ budget: Ad.Budget) {
      switch budget {
      case .daily: kind = "daily"
      case .total: kind = "total"
      }
      amount = MoneyJSON(budget.money)
    }
  }

  var authorization: Key<Authorization>
  var advertiser: Key<Advertiser>
  var name: String
  var objective: String?
  var budget: BudgetJSON?
  var bid: MoneyJSON?
  var start: Moment
  /// The first moment at which it runs no more.
  var end: Moment
  var targeting: String?
  var callToAction: String?
  var landingPage: String?

  init(_ plan: Ad.Plan) {
    authorization = plan.authorization
    advertiser = plan.advertiser
    name = plan.name
    objective = plan.objective
    budget = plan.budget.map(BudgetJSON.init)
    bid = plan.bid.map(MoneyJSON.init)
    start = plan.start
    end = plan.end
    targeting = plan.targeting
    callToAction = plan.callToAction
    landingPage = plan.landingPage
  }
}

/// A line of `flint ad list --json`; the keys are promised.
struct AdSummaryJSON: Encodable {
  var key: Key<Ad>
  var post: Key<Post>
  var creator: Key<Creator>?
  var brand: Key<Brand>
  var status: String
  /// Why it is over.
  var ending: String?
  var plan: AdPlanJSON
  var tiktokID: String?
  var tiktokStatus: Ad.StatusWord?
  /// When its code ends or ended.
  var codeEnd: Moment?
  /// One amount a currency.
  var spend: [MoneyJSON]
  var impressions: Int?

  init(_ summary: AdSummary) {
    key = summary.ad.key
    post = summary.post
    creator = summary.creator
    brand = summary.brand
    status = summary.stage.status.rawValue
    ending = summary.stage.ending?.rawValue
    plan = AdPlanJSON(summary.ad.plan)
    tiktokID = summary.ad.tiktokID
    tiktokStatus = summary.ad.tiktokStatus
    codeEnd = summary.authorizationEnd
    spend = summary.spend.map { MoneyJSON($0) }
    impressions = summary.impressions
  }
}

/// One ad, as the commands that change or show it print it; the keys are promised.
struct AdRecordJSON: Encodable {
  var key: Key<Ad>
  var post: Key<Post>
  var creator: Key<Creator>?
  var brand: Key<Brand>
  var status: String
  /// Since when; not for a mere plan.
  var since: Moment?
  var ending: String?
  var reasons: [String]
  var plan: AdPlanJSON
  var tiktokID: String?
  var tiktokStatus: Ad.StatusWord?
  /// Whether TikTok's word is one we know.
  var tiktokStatusIsKnown: Bool?
  var codeStatus: String
  var codeEnd: Moment?
  var runs: [Ad.Run]
  /// Sums over the days that are counted.
  var figures: AdFigures?
  var next: String?
  /// Only after a change: where it stood before, and whether anything was written.
  var before: String?
  var isChanged: Bool?
  var warnings: [DiagnosticJSON]

  private init(_ record: AdRecord, at now: Moment) {
    key = record.ad.key
    post = record.post
    creator = record.creator
    brand = record.authorization.brand
    status = record.stage.status.rawValue
    since = record.stage.moment
    ending = record.stage.ending?.rawValue
    reasons = record.stage.reasons ?? []
    plan = AdPlanJSON(record.ad.plan)
    tiktokID = record.ad.tiktokID
    tiktokStatus = record.ad.tiktokStatus
    tiktokStatusIsKnown = record.ad.tiktokStatus.map { TikTokAdStatus(word: $0.word) != nil }
    codeStatus = record.authorization.status(at: now).rawValue
    codeEnd = record.authorization.lastMoment
    runs = record.runs
    next = AdText.next(record)
    warnings = []
  }

  init(_ change: AdChange, at now: Moment) {
    self.init(change.record, at: now)
    before = change.before?.status.rawValue
    isChanged = change.isChanged
    warnings = change.warnings.map(DiagnosticJSON.init)
  }

  init(_ dossier: AdDossier, at now: Moment) {
    self.init(dossier.record, at: now)
    figures = dossier.result.map { AdFigures.total(of: $0.rows.map(\.figures)) }
  }
}
