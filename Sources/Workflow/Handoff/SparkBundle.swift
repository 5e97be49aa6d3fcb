import Posts

/// What a Spark hand-off says, beside its pictures: the parts of `manifest.json`, `authorization.json`
/// and `terms.json`.
///
/// No time of its making and no event is in it, so that the same post gives the same bytes. Keys are
/// added, never changed; a change that an older Flint would misread raises `currentSchema`.
struct SparkBundle: Equatable {
  static let format = "flint-spark-bundle"
  static let currentSchema = 1

  static let manifestName = "manifest.json"
  static let readmeName = "README.txt"
  static let captionName = "caption.txt"
  static let altTextsName = "alt-texts.txt"
  static let disclosureName = "disclosure.txt"
  static let overviewName = "overview.png"
  static let authorizationName = "authorization.json"
  static let termsName = "terms.json"
  static let termsTextName = "terms.txt"
  static let slidesFolder = "slides"

  var manifest: Manifest
  var authorization: AuthorizationPart?
  var terms: TermsPart?

  struct Manifest: Codable, Equatable {
    var format = SparkBundle.format
    var schema = SparkBundle.currentSchema
    var post: PostPart
    var brand: Party
    var slides: [SlidePart]
    /// Every file of the archive but the manifest, in the archive's order.
    var files: [FilePart]
  }

  /// Enough of a manifest to know whether the rest can be understood.
  struct Head: Codable {
    var format: String?
    var schema: Int?
  }

  struct PostPart: Codable, Equatable {
    var key: String
    var creator: Party?
    var caption: String
    var title: String?
    var facts: Post.Facts
    /// nil for a draft.
    var publication: Publication?
    var template: String?
    var kit: String?
    var origin: String
    var imageFormat: String
    var version: Int
  }

  struct Party: Codable, Equatable {
    var key: String
    var name: String?
  }

  struct SlidePart: Codable, Equatable {
    var name: String
    /// px.
    var width: Int
    var height: Int
    /// The file as it was drawn and posted.
    var file: String
    /// The same picture in other formats.
    var copies: [String]
    var alt: [String]
    var text: String
  }

  struct FilePart: Codable, Equatable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  struct AuthorizationPart: Codable, Equatable {
    var key: String
    var brand: String
    var days: Int
    var start: Moment
    /// The first moment at which it is no longer valid.
    var end: Moment
    var endSource: Grant.EndSource
    var masked: String
    var fingerprint: String
    /// The secret; only in a hand-off that asked for it.
    var code: String?
    var agreement: String?
    var replaces: String?
  }

  struct TermsPart: Codable, Equatable {
    var key: String
    var creator: String
    var brand: String
    var made: Moment
    var currency: String
    /// In minor units of the currency.
    var feeInMinorUnits: Int?
    /// Of the ad spend, in hundredths of a percent.
    var shareInBasisPoints: Int?
    var days: Int
    var usageRights: String?
    var exclusivity: Agreement.Exclusivity?
    var payments: [Agreement.Payment]
  }
}

extension SparkBundle.AuthorizationPart {
  /// - Parameter code: nil: it stays at home.
  init(_ authorization: Authorization, _ grant: Grant, code: SparkCode?) {
    self.init(
      key: authorization.key.text, brand: authorization.brand.text, days: authorization.days,
      start: grant.start, end: grant.end, endSource: grant.endSource, masked: grant.code.masked,
      fingerprint: grant.code.fingerprint, code: code?.secret,
      agreement: authorization.agreement?.text, replaces: authorization.replaces?.text)
  }
}

extension SparkBundle.TermsPart {
  init(_ agreement: Agreement) {
    let terms = agreement.terms
    self.init(
      key: agreement.key.text, creator: agreement.creator.text, brand: agreement.brand.text,
      made: agreement.made, currency: terms.currency, feeInMinorUnits: terms.fee?.minorUnits,
      shareInBasisPoints: terms.share?.basisPoints, days: terms.days,
      usageRights: terms.usageRights, exclusivity: terms.exclusivity,
      payments: agreement.payments)
  }
}
