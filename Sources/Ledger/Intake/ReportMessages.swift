import Diagnostics
import Library
public import Posts

// Importing reports.

extension Diagnostic {
  static func accountOfOtherBrand(_ account: Advertiser, brand: Key<Brand>) -> Diagnostic {
    .error(
      "advertiser \(account.key) is \(account.brand)'s, not \(brand)'s",
      hints: ["leave out --brand, or name an account of \(brand)'s"])
  }

  static func standardNeedsBrand() -> Diagnostic {
    .error(
      "In-Feed ads need a brand whose they are", hints: ["add --brand BRAND or --advertiser ID"])
  }

  static func strangeAd(
    _ reason: AdMatcher.Reason, id: String?, name: String?, lines: Int, brand: Key<Brand>?,
    at place: SourceLocation
  ) -> Diagnostic {
    let count = lines == 1 ? "1 line" : "\(lines) lines"
    let ad: String =
      switch (name.map(AdWords.shown), id) {
      case (let name?, let id?): "\"\(name)\" (\(id))"
      case (let name?, nil): "\"\(name)\""
      case (nil, let id): id ?? "an ad without a name"
      }
    let idOption = id ?? "ID"
    switch reason {
    case .nobody:
      let own = name.map { "--standard \"\(AdWords.shown($0))\"" } ?? "--standard-rest"
      return .error(
        "did not understand \(count) of \(ad): no ad of ours has this name or id", at: place,
        hints: [
          "if it is ours: flint ad submit AD --tiktok-id \(idOption), then import again",
          "if it is an In-Feed ad of the brand's own: import again with --brand "
            + "\(brand?.text ?? "BRAND") \(own)",
        ])
    case .otherID(let key, let known):
      return .error(
        "did not understand \(count) of \(ad): our ad \"\(key)\" has this name and the id \(known)",
        at: place,
        hints: ["another ad at TikTok is an ad of its own: flint ad plan, then flint ad submit"])
    case .severalAds(let keys):
      return .error(
        "did not understand \(count) of \(ad): it may be \(keys.joined(separator: " or "))",
        at: place,
        hints: [
          "say whose report it is with --brand or --advertiser",
          "or export it with the column Ad ID, and note it: flint ad submit AD --tiktok-id ID",
        ])
    case .severalIDs(let key, let ids):
      return .error(
        "did not understand \(count) of \(ad): \(ids.count) ads of the report have this name",
        at: place,
        hints: ["say which is ours: flint ad submit \(key) --tiktok-id \(idOption)"])
    }
  }

  static func moreStrangeAds(_ count: Int, at place: SourceLocation) -> Diagnostic {
    .error("did not understand \(count) more ads of this report", at: place)
  }

  static func severalLines(
    of ad: String, _ days: ClosedRange<Day>, first: Int, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "did not understand several lines of \"\(AdWords.shown(ad))\" for \(days.inWords): the first "
        + "is \(first)", at: place,
      hints: ["export the report with the column Ad ID and no breakdown but by day"])
  }

  static func reportInOtherCurrency(
    _ money: Money, ad: String, is currency: String, at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "the spend of \"\(AdWords.shown(ad))\" is in \(money.currency), and its account is billed in "
        + currency, at: place,
      hints: ["amounts are kept as they are, never converted; shares are taken of \(currency) only"]
    )
  }

  static func ranWithoutCode(
    _ summary: AdSummary, days: Int, start: Moment, end: Moment, _ times: ZonedTime,
    at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "\(days == 1 ? "a line" : "\(days) lines") of \"\(summary.ad.key)\" on days when the code of "
        + "\(summary.ad.plan.authorization) was not valid: it is from \(times.text(start)) to "
        + times.text(end), at: place,
      hints: [
        "taken all the same; if the code ran longer, read its end in Ads Manager: flint code extend "
          + "\(summary.ad.plan.authorization) --read-end TIME"
      ])
  }
}

extension ClosedRange<Day> {
  /// `2026-10-01`, or `2026-10-01 to 2026-10-31`.
  public var inWords: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}
