public import Diagnostics
import Library
public import Posts

/// What becomes of an authorization.
extension Desk {
  public struct CodeChange: Sendable {
    public var code: CodeRecord
    /// It was so already.
    public var isUnchanged: Bool
    /// Ads that ended with it.
    public var endedAds: [Key<Ad>]
    public var warnings: [Diagnostic]
  }

  /// - Parameter how: by mail, chat …
  public func shareCode(_ name: String, how: String) throws -> CodeChange {
    try change(name) { story, key, reader in
      try story.share(key, how: reader.hidingCodes(how), at: now)
    }
  }

  /// - Parameters:
  ///   - refusal: TikTok's own words when it refused the code; nil when it took it.
  ///   - isAsTikTokSaid: records also what our own rules refuse.
  public func applyCode(
    _ name: String, advertiser: String, refusal: String?, isAsTikTokSaid: Bool
  ) throws -> CodeChange {
    var warnings: [Diagnostic] = []
    var result = try change(name) { story, key, reader in
      let account = try reader.advertiser(named: advertiser)
      if let code = story.authorization(key), account.brand != code.brand {
        warnings.append(.advertiserOfOtherBrand(account, code: code))
      }
      return try story.apply(
        key, advertiser: account.key,
        result: refusal.map { .refused(try reader.hidingCodes($0)) } ?? .accepted,
        isAsTikTokSaid: isAsTikTokSaid, at: now)
    }
    if let accounts = result.code.authorization.grant?.advertisers, accounts.count > 1 {
      warnings.append(.severalAdvertisers(result.code.authorization.key, accounts))
    }
    result.warnings += warnings
    return result
  }

  /// Adds days to what is left.
  public func extendCode(_ name: String, days: Int) throws -> CodeChange {
    var result = try change(name) { story, key, _ in
      try story.extend(key, days: days, at: now)
    }
    result.warnings += [Diagnostic].doubts(aboutDays: days)
    return result
  }

  /// The end as the creator or TikTok shows it.
  public func readEnd(
    _ name: String, end: Moment, source: Grant.EndSource
  ) throws -> CodeChange {
    var warnings: [Diagnostic] = []
    var result = try change(name) { story, key, _ in
      let events = try story.readEnd(key, end: end, source: source, at: now)
      let late = story.openAds(on: key, at: now).filter { $0.plan.end > end }.map(\.key)
      if end <= now {
        warnings.append(.endIsPast(key))
      } else if !late.isEmpty {
        warnings.append(.adsPlannedPastEnd(late, of: key))
      }
      return events
    }
    result.warnings += warnings
    return result
  }

  /// - Parameter isForced: also while ads run on it; they end with it.
  public func revokeCode(_ name: String, isForced: Bool) throws -> CodeChange {
    try change(name) { story, key, _ in
      try story.revoke(key, isForced: isForced, at: now)
    }
  }

  public func withdrawRequest(_ name: String) throws -> CodeChange {
    try change(name) { story, key, _ in try story.withdraw(key, at: now) }
  }

  private func change(
    _ name: String,
    _ verb: (inout PostStory, Key<Authorization>, LibraryReader) throws -> [PostEvent]
  ) throws -> CodeChange {
    try write { writer in
      let (before, authorization) = try writer.reader.authorization(named: name, at: now)
      var events: [PostEvent] = []
      let story = try writer.change(before) { story, _ in
        events = try verb(&story, authorization.key, writer.reader)
        return events
      }
      let ended = events.compactMap { event -> Key<Ad>? in
        if case .adEnded(let ad, _) = event { ad } else { nil }
      }
      return CodeChange(
        code: try CodeRecord(authorization.key, in: story), isUnchanged: events.isEmpty,
        endedAds: ended, warnings: [])
    }
  }
}
