import Ledger
import Library
import Posts

struct CreatorJSON: Encodable {
  var key: String
  var name: String?
  var contact: String?
  /// `added`, `updated` or `unchanged`; only after `add`.
  var change: String?

  init(_ creator: Creator, _ keeping: Keeping? = nil) {
    key = creator.key.text
    name = creator.name
    contact = creator.contact
    change = keeping?.rawValue
  }
}

struct BrandJSON: Encodable {
  var key: String
  var name: String?
  var contact: String?
  /// As above.
  var change: String?

  init(_ brand: Brand, _ keeping: Keeping? = nil) {
    key = brand.key.text
    name = brand.name
    contact = brand.contact
    change = keeping?.rawValue
  }
}

struct AdvertiserJSON: Encodable {
  var key: String
  var brand: String
  var name: String?
  var currency: String?
  /// As above.
  var change: String?

  init(_ advertiser: Advertiser, _ keeping: Keeping? = nil) {
    key = advertiser.key.text
    brand = advertiser.brand.text
    name = advertiser.name
    currency = advertiser.currency
    change = keeping?.rawValue
  }
}

struct PartyDossierJSON: Encodable {
  struct PostJSON: Encodable {
    var key: String
    var stage: String
    var url: String?
  }

  struct AdJSON: Encodable {
    var key: String
    var post: String
    var authorization: String
    var status: String
    var spend: [MoneyJSON]
  }

  var creator: CreatorJSON?
  var brand: BrandJSON?
  var advertiser: AdvertiserJSON?
  var advertisers: [AdvertiserJSON]
  var posts: [PostJSON]
  var codes: [CodeJSON]
  var ads: [AdJSON]
  var agreements: [AgreementJSON]

  init(_ dossier: PartyDossier, at now: Moment) {
    switch dossier.party {
    case .creator(let it): creator = CreatorJSON(it)
    case .brand(let it): brand = BrandJSON(it)
    case .advertiser(let it): advertiser = AdvertiserJSON(it)
    }
    advertisers = dossier.advertisers.map { AdvertiserJSON($0) }
    posts = dossier.posts.map {
      PostJSON(key: $0.key.text, stage: $0.stage.rawValue, url: $0.url)
    }
    codes = dossier.codes.map { CodeJSON($0, at: now) }
    ads = dossier.ads.map {
      AdJSON(
        key: $0.ad.key.text, post: $0.post.text,
        authorization: $0.ad.plan.authorization.text, status: $0.stage.status.rawValue,
        spend: $0.spend.map(MoneyJSON.init))
    }
    agreements = dossier.agreements.map(AgreementJSON.init)
  }
}
