/// Who runs ads: an advertiser or its agency, with one or more advertiser accounts.
public struct Brand: Equatable, Sendable, Codable {
  /// What commands call the brand.
  public let key: Key<Brand>
  /// The name for people; nil when the key serves.
  public var name: String?
  /// Where messages go; free text.
  public var contact: String?

  public init(key: Key<Brand>, name: String? = nil, contact: String? = nil) {
    self.key = key
    self.name = name
    self.contact = contact
  }
}

/// An account of a brand in TikTok's Ads Manager; keyed by TikTok's id, digits.
public struct Advertiser: Equatable, Sendable, Codable {
  /// The account's id in TikTok Ads Manager.
  public let key: Key<Advertiser>
  /// The brand that the account belongs to.
  public let brand: Key<Brand>
  /// The name for people; nil when the key serves.
  public var name: String?
  /// ISO 4217; the account is billed in it.
  public var currency: String?

  public init(
    key: Key<Advertiser>, brand: Key<Brand>, name: String? = nil, currency: String? = nil
  ) {
    self.key = key
    self.brand = brand
    self.name = name
    self.currency = currency
  }
}
