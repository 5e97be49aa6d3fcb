public import Posts

/// Terms as a person gives them: what is left out is filled in when the agreement is made.
public struct AgreementTerms: Equatable, Sendable {
  public var fee: Money?
  public var share: SpendShare?
  /// ISO 4217; for a share without a fee. What the brand's accounts are billed in when nil.
  public var currency: String?
  /// TikTok's default when nil.
  public var days: Int?
  public var usageRights: String?
  public var exclusivity: Agreement.Exclusivity?

  public init() {}

  /// Nothing was said but perhaps the days.
  public var isEmpty: Bool {
    fee == nil && share == nil && currency == nil && usageRights == nil && exclusivity == nil
  }
}
