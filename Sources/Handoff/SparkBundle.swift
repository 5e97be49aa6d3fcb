import Ledger
import Posts

/// What a Spark hand-off says, beside its pictures: the parts of `manifest.json`, `authorization.json`
/// and `terms.json`.
///
/// No time of its making and no event is in it, so that the same post gives the same bytes. Keys are
/// added, never changed; a change that an older Flint would misread raises `currentSchema`.
package struct SparkBundle: Equatable {
  package static let format = "flint-spark-bundle"
  static let currentSchema = 1

  static let manifestName = "manifest.json"
  static let readmeName = "README.txt"
  package static let captionName = "caption.txt"
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
    package var format = SparkBundle.format
    var schema = SparkBundle.currentSchema
    package var post: PostPart
    package var brand: Party
    package var slides: [SlidePart]
    /// Every file of the archive but the manifest, in the archive's order.
    package var files: [FilePart]
  }

  /// Enough of a manifest to know whether the rest can be understood.
  struct Head: Codable {
    package var format: String?
    var schema: Int?
  }

  struct PostPart: Codable, Equatable {
    package var key: String
    package var creator: Party?
    package var caption: String
    package var title: String?
    package var facts: Post.Facts
    /// nil for a draft.
    package var publication: Publication?
    package var template: String?
    package var kit: String?
    package var origin: String
    var imageFormat: String
    package var version: Int
  }

  package struct Party: Codable, Equatable {
    package var key: String
    package var name: String?
  }

  struct SlidePart: Codable, Equatable {
    package var name: String
    /// px.
    package var width: Int
    package var height: Int
    /// The file as it was drawn and posted.
    package var file: String
    /// The same picture in other formats.
    var copies: [String]
    var alt: [String]
    package var text: String
  }

  struct FilePart: Codable, Equatable {
    package var path: String
    package var bytes: Int
    package var sha256: String
  }

  struct AuthorizationPart: Codable, Equatable {
    package var key: String
    package var brand: String
    package var days: Int
    package var start: Moment
    /// The first moment at which it is no longer valid.
    package var end: Moment
    package var endSource: Grant.EndSource
    package var masked: String
    package var fingerprint: String
    /// The secret; only in a hand-off that asked for it.
    package var code: String?
    package var agreement: String?
    package var replaces: String?
  }

  struct TermsPart: Codable, Equatable {
    package var key: String
    package var creator: String
    package var brand: String
    package var made: Moment
    package var currency: String
    /// In minor units of the currency.
    var feeInMinorUnits: Int?
    /// The share of the ad spend, in hundredths of a percent.
    var shareInBasisPoints: Int?
    package var days: Int
    package var usageRights: String?
    package var exclusivity: Agreement.Exclusivity?
    package var payments: [Agreement.Payment]
  }
}

extension SparkBundle.AuthorizationPart {
  /// - Parameter code: nil: it stays at home.
  package init(_ authorization: Authorization, _ grant: Grant, code: SparkCode?) {
    self.init(
      key: authorization.key.text, brand: authorization.brand.text, days: authorization.days,
      start: grant.start, end: grant.end, endSource: grant.endSource, masked: grant.code.masked,
      fingerprint: grant.code.fingerprint, code: code?.secret,
      agreement: authorization.agreement?.text, replaces: authorization.replaces?.text)
  }
}

extension SparkBundle.TermsPart {
  package init(_ agreement: Agreement) {
    let terms = agreement.terms
    self.init(
      key: agreement.key.text, creator: agreement.creator.text, brand: agreement.brand.text,
      made: agreement.made, currency: terms.currency, feeInMinorUnits: terms.fee?.minorUnits,
      shareInBasisPoints: terms.share?.basisPoints, days: terms.days,
      usageRights: terms.usageRights, exclusivity: terms.exclusivity,
      payments: agreement.payments)
  }
}
