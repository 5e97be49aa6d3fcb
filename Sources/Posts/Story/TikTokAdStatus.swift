/// TikTok's word for where an ad stands, and what it means to us.
///
/// Words of Marketing API v1.3: an ad's `secondary_status`, its primary status and its
/// `operation_status`, as gathered in public clients on 2026-11-22. TikTok spells one of them
/// `AD_STAUS_PIXEL_UNBIND`.
public struct TikTokAdStatus: Hashable, Sendable {
  public enum Meaning: Hashable, Sendable {
    case `is`(Ad.Status)
    case ended(Ad.Ending)
    /// Known, and it moves nothing.
    case saysNothing
  }

  /// Upper case.
  public let word: String
  public let meaning: Meaning

  /// - Parameter word: in any letter case. nil for a word we do not know.
  public init?(word: String) {
    let upper = word.uppercased()
    guard let meaning = Self.meanings[upper] else { return nil }
    self.word = upper
    self.meaning = meaning
  }

  /// Every word we know, sorted.
  public static let all: [TikTokAdStatus] = meanings.keys.sorted().compactMap {
    TikTokAdStatus(word: $0)
  }

  /// Words that say that the permission to use the post is gone; a person has to look.
  public var saysAuthorizationIsLost: Bool {
    word.hasSuffix("ASSET_AUTHORIZATION_LOST") || word == "AD_STATUS_CREATOR_AUTHORIZATION_REVOKED"
  }

  private static let meanings: [String: Meaning] = {
    let groups: [(Meaning, [String])] = [
      (
        .is(.live),
        [
          "AD_STATUS_DELIVERY_OK", "AD_STATUS_PARTIAL_AUDIT_DELIVERY_OK", "STATUS_DELIVERY_OK",
          "STATUS_DELIVERY_PARTIAL",
        ]
      ),
      (
        .is(.inReview),
        [
          "AD_STATUS_AUDIT", "AD_STATUS_REAUDIT", "AD_STATUS_PARTIAL_AUDIT_NO_DELIVERY",
          "AD_STATUS_REVIEW_PARTIALLY_APPROVED", "AD_STATUS_ADGROUP_PARTIAL_AUDIT_NO_DELIVERY",
          "AD_STATUS_ADVERTISER_AUDIT",
        ]
      ),
      (
        .is(.rejected),
        [
          "AD_STATUS_AUDIT_DENY", "AD_STATUS_ADGROUP_AUDIT_DENY",
          "AD_STATUS_ADVERTISER_AUDIT_DENY",
        ]
      ),
      (.is(.approved), ["AD_STATUS_NOT_START", "AD_STATUS_AD_PRE_ONLINE"]),
      (
        // Also what stops delivery for a while: money, media, a lost permission. Whether that is
        // for good, a person decides.
        .is(.paused),
        [
          "AD_STATUS_DISABLE", "AD_STATUS_ADGROUP_DISABLE", "AD_STATUS_CAMPAIGN_DISABLE",
          "STATUS_DISABLE", "DISABLE", "FROZEN", "STATUS_NOT_DELIVERY", "STATUS_FROZEN",
          "AD_STATUS_BUDGET_EXCEED",
          "AD_STATUS_CAMPAIGN_EXCEED", "AD_STATUS_BALANCE_EXCEED",
          "AD_STATUS_ASSET_AUTHORIZATION_LOST", "AD_STATUS_ADGROUP_ASSET_AUTHORIZATION_LOST",
          "AD_STATUS_CREATOR_AUTHORIZATION_REVOKED", "AD_STATUS_MUSIC_AUTHORIZATION_MISSING",
          "AD_STATUS_ANCHOR_UNAVAILABLE", "AD_STATUS_PRODUCT_UNAVAILABLE",
          "AD_STATUS_ADGROUP_INDUSTRY_QUALIFICATION_MISSING",
          "AD_STATUS_ADGROUP_INDUSTRY_QUALIFICATION_EXPIRED",
          "AD_STATUS_ADGROUP_INDUSTRY_QUALIFICATION_DENY",
        ]
      ),
      (
        .ended(.deleted),
        [
          "AD_STATUS_DELETE", "AD_STATUS_ADGROUP_DELETE", "AD_STATUS_CAMPAIGN_DELETE",
          "STATUS_DELETE", "DELETE",
        ]
      ),
      (
        .ended(.finished),
        ["AD_STATUS_DONE", "AD_STATUS_TIME_DONE", "STATUS_TIME_DONE", "STATUS_RF_CLOSED"]
      ),
      (
        .saysNothing,
        [
          "AD_STATUS_PROCESS_AUDIO", "AD_STATUS_TRANSCODING_FAIL", "AD_STATUS_AD_QUOTA_LIMIT",
          "AD_STAUS_PIXEL_UNBIND", "AD_STATUS_LIVE_OFFLINE", "ENABLE",
        ]
      ),
    ]
    return Dictionary(
      uniqueKeysWithValues: groups.flatMap { meaning, words in words.map { ($0, meaning) } })
  }()
}
