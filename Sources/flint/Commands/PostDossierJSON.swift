import Library
import Posts
import Workflow

/// What `flint post show --json` prints; the keys are promised. A code is never among it.
struct PostDossierJSON: Encodable {
  struct CodeJSON: Encodable {
    var key: Key<Authorization>
    var status: String
    var brand: Key<Brand>
    var days: Int
    var agreement: Key<Agreement>?
    var replaces: Key<Authorization>?
    /// When it was asked for, as long as there is no code.
    var requested: Moment?
    var masked: String?
    /// The first eight digits.
    var fingerprint: String?
    var start: Moment?
    /// By time, revocation or the post's removal.
    var end: Moment?
    var endSource: String?
    var shares: [Grant.Share]
    var applications: [ApplicationJSON]
    var extensions: [Grant.Extension]

    init(_ authorization: Authorization, at now: Moment) {
      key = authorization.key
      status = authorization.status(at: now).rawValue
      brand = authorization.brand
      days = authorization.days
      agreement = authorization.agreement
      replaces = authorization.replaces
      if case .requested(let at) = authorization.stage { requested = at }
      let grant = authorization.grant
      masked = grant?.code.masked
      fingerprint = grant?.code.shortFingerprint
      start = grant?.start
      end = authorization.lastMoment
      endSource = grant?.endSource.rawValue
      shares = grant?.shares ?? []
      applications = grant?.applications.map(ApplicationJSON.init) ?? []
      extensions = grant?.extensions ?? []
    }
  }

  struct ApplicationJSON: Encodable {
    var advertiser: Key<Advertiser>
    var at: Moment
    var isAccepted: Bool
    /// TikTok's own words.
    var refusal: String?

    init(_ application: Grant.Application) {
      advertiser = application.advertiser
      at = application.at
      isAccepted = application.result == .accepted
      if case .refused(let words) = application.result { refusal = words }
    }
  }

  struct AdJSON: Encodable {
    var key: Key<Ad>
    var status: String
    var ending: String?
    var reasons: [String]
    var plan: Ad.Plan
    var tiktokID: String?
    var tiktokStatus: Ad.StatusWord?
    var runs: [Ad.Run]
    var spend: [Money]
    var impressions: Int?

    init(_ summary: AdSummary, runs: [Ad.Run]) {
      key = summary.ad.key
      status = summary.stage.status.rawValue
      if case .ended(let ending, _) = summary.stage { self.ending = ending.rawValue }
      reasons = []
      if case .rejected(let reasons, _) = summary.stage { self.reasons = reasons }
      plan = summary.ad.plan
      tiktokID = summary.ad.tiktokID
      tiktokStatus = summary.ad.tiktokStatus
      self.runs = runs
      spend = summary.spend
      impressions = summary.impressions
    }
  }

  struct AgreementJSON: Encodable {
    var key: Key<Agreement>
    var terms: Agreement.Terms
    /// Posts under it.
    var posts: [Key<Post>]
    var spend: Money
    var fee: Money
    var share: Money
    var isShareRounded: Bool
    var paid: Money
    var owed: Money

    init(_ statement: Statement) {
      key = statement.agreement.key
      terms = statement.agreement.terms
      posts = Set(statement.lines.map(\.post)).sorted()
      spend = statement.spend
      fee = statement.fee
      share = statement.share
      isShareRounded = statement.shareIsRounded
      paid = statement.paid
      owed = statement.owed
    }
  }

  struct StepJSON: Encodable {
    var command: String?
    var reason: String
  }

  struct EventJSON: Encodable {
    var at: Moment
    var by: String
    var command: String
    var what: String
    var event: PostEvent
  }

  var post: PostStateJSON
  var folder: String?
  var codes: [CodeJSON]
  var ads: [AdJSON]
  var agreements: [AgreementJSON]
  var next: [StepJSON]
  var events: [EventJSON]

  init(_ dossier: PostDossier) {
    let utc = ZonedTime.utc
    post = PostStateJSON(dossier.post)
    folder = dossier.folder
    codes = dossier.story.authorizations.map { CodeJSON($0, at: dossier.now) }
    ads = dossier.ads.map {
      AdJSON($0, runs: dossier.story.runs(of: $0.ad, at: dossier.now))
    }
    agreements = dossier.statements.map(AgreementJSON.init)
    next = dossier.steps.map {
      StepJSON(
        command: $0.command(for: dossier.post.key), reason: $0.reason(at: dossier.now, utc.text))
    }
    events = dossier.events.map {
      EventJSON(
        at: $0.at, by: $0.by, command: $0.command, what: PostLogText.sentence($0.event, utc),
        event: $0.event)
    }
  }
}
