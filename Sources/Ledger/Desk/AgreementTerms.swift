public import Posts

/// Terms as a person gives them: what is left out is filled in when the agreement is made.
public struct AgreementTerms: Equatable, Sendable {
  /// What is paid once; nil for none.
  public var fee: Money?
  /// The part of the ad spend that is paid; nil for none.
  public var share: SpendShare?
  /// ISO 4217; for a share without a fee. What the brand's accounts are billed in when nil.
  public var currency: String?
  /// TikTok's default when nil.
  public var days: Int?
  /// In the parties' own words.
  public var usageRights: String?
  /// What the creator may not do for others meanwhile.
  public var exclusivity: Agreement.Exclusivity?

  public init() {}

  /// Nothing was said but perhaps the days.
  public var isEmpty: Bool {
    fee == nil && share == nil && currency == nil && usageRights == nil && exclusivity == nil
  }
}
