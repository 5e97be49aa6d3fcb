public import Library
public import Posts

/// A party with what hangs on it.
public struct PartyDossier: Sendable {
  public var party: Party
  /// A brand's.
  public var advertisers: [Advertiser]
  /// Empty for an advertiser account.
  public var posts: [PostSummary]
  public var codes: [CodeRecord]
  public var ads: [AdSummary]
  /// Empty for an advertiser account.
  public var agreements: [Agreement]

  public enum Party: Equatable, Sendable {
    case creator(Creator)
    case brand(Brand)
    case advertiser(Advertiser)
  }

  public static func creator(
    _ name: String, in store: LibraryStore, at now: Moment
  ) throws -> PartyDossier {
    try store.read { reader in
      let creator = try reader.creator(named: name)
      let key = creator.key
      var posts = PostFilter()
      posts.creator = key
      var codes = AuthorizationFilter()
      codes.creator = key
      var ads = AdFilter()
      ads.creator = key
      return PartyDossier(
        party: .creator(creator), advertisers: [], posts: try reader.posts(posts, at: now),
        codes: try reader.authorizations(codes, at: now).map(CodeRecord.init),
        ads: try reader.ads(ads, at: now),
        agreements: try reader.agreements(creator: key, brand: nil))
    }
  }

  public static func brand(
    _ name: String, in store: LibraryStore, at now: Moment
  ) throws -> PartyDossier {
    try store.read { reader in
      let brand = try reader.brand(named: name)
      let key = brand.key
      var posts = PostFilter()
      posts.brand = key
      var codes = AuthorizationFilter()
      codes.brand = key
      var ads = AdFilter()
      ads.brand = key
      return PartyDossier(
        party: .brand(brand), advertisers: try reader.advertisers(of: key),
        posts: try reader.posts(posts, at: now),
        codes: try reader.authorizations(codes, at: now).map(CodeRecord.init),
        ads: try reader.ads(ads, at: now),
        agreements: try reader.agreements(creator: nil, brand: key))
    }
  }

  public static func advertiser(
    _ name: String, in store: LibraryStore, at now: Moment
  ) throws -> PartyDossier {
    try store.read { reader in
      let advertiser = try reader.advertiser(named: name)
      let key = advertiser.key
      var codes = AuthorizationFilter()
      codes.advertiser = key
      var ads = AdFilter()
      ads.advertiser = key
      return PartyDossier(
        party: .advertiser(advertiser), advertisers: [], posts: [],
        codes: try reader.authorizations(codes, at: now).map(CodeRecord.init),
        ads: try reader.ads(ads, at: now), agreements: [])
    }
  }
}
