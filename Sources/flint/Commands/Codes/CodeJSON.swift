import Diagnostics
import Ledger
import Library
import Posts

/// An authorization; of the code only its mark.
struct CodeJSON: Encodable {
  struct ShareJSON: Encodable {
    var how: String
    var at: Moment
  }

  struct ApplicationJSON: Encodable {
    var advertiser: String
    var at: Moment
    var isAccepted: Bool
    /// TikTok's own words.
    var refusal: String?
  }

  struct ExtensionJSON: Encodable {
    var days: Int
    var at: Moment
  }

  var key: String
  var post: String
  var creator: String?
  var url: String?
  var brand: String
  var status: String
  var isUsable: Bool
  var days: Int
  var agreement: String?
  var replaces: String?
  /// When it was asked for; only of open and withdrawn requests.
  var requested: Moment?
  var masked: String?
  /// The first eight digits.
  var fingerprint: String?
  /// All of them: of the code's bytes.
  var sha256: String?
  var start: Moment?
  var end: Moment?
  /// `counted`, `creator` or `tiktok`.
  var endSource: String?
  /// The account that uses it.
  var advertiser: String?
  var shares: [ShareJSON]
  var applications: [ApplicationJSON]
  var extensions: [ExtensionJSON]

  init(_ record: CodeRecord, at now: Moment) {
    let authorization = record.authorization
    let grant = authorization.grant
    key = authorization.key.text
    post = record.post.text
    creator = record.creator?.text
    url = record.url
    brand = authorization.brand.text
    status = authorization.status(at: now).rawValue
    isUsable = authorization.isUsable(at: now)
    days = authorization.days
    agreement = authorization.agreement?.text
    replaces = authorization.replaces?.text
    requested =
      switch authorization.stage {
      case .requested(let at), .withdrawn(let at, _): at
      case .granted, .revoked, .void: nil
      }
    masked = grant?.code.masked
    fingerprint = grant?.code.shortFingerprint
    sha256 = grant?.code.fingerprint
    start = grant?.start
    end = authorization.lastMoment
    endSource = grant?.endSource.rawValue
    advertiser = grant?.advertiser?.text
    shares = grant?.shares.map { ShareJSON(how: $0.how, at: $0.at) } ?? []
    applications = grant?.applications.map(ApplicationJSON.init) ?? []
    extensions = grant?.extensions.map { ExtensionJSON(days: $0.days, at: $0.at) } ?? []
  }
}

extension CodeJSON.ApplicationJSON {
  init(_ application: Grant.Application) {
    advertiser = application.advertiser.text
    at = application.at
    switch application.result {
    case .accepted: isAccepted = true
    case .refused(let words):
      isAccepted = false
      refusal = words
    }
  }
}

struct RequestedJSON: Encodable {
  var code: CodeJSON
  var agreement: AgreementJSON?
  var message: MessageJSON?
  var warnings: [DiagnosticJSON]

  init(_ made: Desk.Requested, _ letter: FilledMessage?, at now: Moment) {
    code = CodeJSON(made.code, at: now)
    agreement = made.agreement.map(AgreementJSON.init)
    message = letter.map(MessageJSON.init)
    warnings = made.warnings.map(DiagnosticJSON.init)
  }
}

struct IssuedJSON: Encodable {
  struct CleaningJSON: Encodable {
    /// The name of what was undone, such as `surroundingWhiteSpace` or `percentEncoding`.
    var kind: String
    var count: Int?

    init(_ cleaning: SparkCode.Cleaning) {
      switch cleaning {
      case .surroundingWhiteSpace: kind = "surroundingWhiteSpace"
      case .invisibleCharacters(let number):
        kind = "invisibleCharacters"
        count = number
      case .percentEncoding: kind = "percentEncoding"
      case .entities: kind = "entities"
      case .quotes: kind = "quotes"
      case .punctuation: kind = "punctuation"
      case .label: kind = "label"
      case .lineBreaks: kind = "lineBreaks"
      case .surroundingWords: kind = "surroundingWords"
      }
    }
  }

  var code: CodeJSON
  var cleaned: [CleaningJSON]
  var warnings: [DiagnosticJSON]

  init(_ issued: Desk.Issued, at now: Moment) {
    code = CodeJSON(issued.code, at: now)
    cleaned = issued.cleanings.map(CleaningJSON.init)
    warnings = issued.warnings.map(DiagnosticJSON.init)
  }
}

struct CodeChangeJSON: Encodable {
  var code: CodeJSON
  var isUnchanged: Bool
  var endedAds: [String]
  var message: MessageJSON?
  var warnings: [DiagnosticJSON]

  init(_ change: Desk.CodeChange, _ letter: FilledMessage?, at now: Moment) {
    code = CodeJSON(change.code, at: now)
    isUnchanged = change.isUnchanged
    endedAds = change.endedAds.map(\.text)
    message = letter.map(MessageJSON.init)
    warnings = change.warnings.map(DiagnosticJSON.init)
  }
}

struct CodeDossierJSON: Encodable {
  struct AdJSON: Encodable {
    var key: String
    var status: String
    var start: Moment
    var end: Moment
    var tiktokStatus: String?
  }

  var code: CodeJSON
  var agreement: AgreementJSON?
  var ads: [AdJSON]
  var log: [EventJSON]

  init(_ dossier: CodeDossier, at now: Moment) {
    code = CodeJSON(dossier.code, at: now)
    agreement = dossier.agreement.map(AgreementJSON.init)
    ads = dossier.ads.map { ad, stage in
      AdJSON(
        key: ad.key.text, status: stage.status.rawValue, start: ad.plan.start, end: ad.plan.end,
        tiktokStatus: ad.tiktokStatus?.word)
    }
    log = dossier.log.map(EventJSON.init)
  }
}
