import Posts
import Tables

/// What a column of a report says.
enum ReportColumn: Hashable {
  case adID, adName, adGroupID, adGroupName, campaignID, campaignName
  case day
  case currency
  case spend
  case count(Count)
  case primaryStatus, secondaryStatus
  /// Known, and not kept: rates, averages and costs that follow from what is.
  case derived

  enum Count: String, CaseIterable {
    case impressions, reach, clicks, destinationClicks, videoViews, views2s, views6s
    case focusedViews6s, completions, likes, comments, shares, follows, profileVisits, conversions

    var figure: WritableKeyPath<AdFigures, Int?> {
      switch self {
      case .impressions: \.impressions
      case .reach: \.reach
      case .clicks: \.clicks
      case .destinationClicks: \.destinationClicks
      case .videoViews: \.videoViews
      case .views2s: \.views2s
      case .views6s: \.views6s
      case .focusedViews6s: \.focusedViews6s
      case .completions: \.completions
      case .likes: \.likes
      case .comments: \.comments
      case .shares: \.shares
      case .follows: \.follows
      case .profileVisits: \.profileVisits
      case .conversions: \.conversions
      }
    }
  }

  /// - Returns: nil when the header is not known; the currency when it names one (`Cost (USD)`).
  static func named(_ header: String) -> (column: ReportColumn, currency: String?)? {
    let name = normalized(header)
    if let column = byName[name] { return (column, nil) }
    if let open = name.lastIndex(of: "("), name.hasSuffix(")") {
      let base = String(name[..<open]).trimmed
      let inside = String(name[name.index(after: open)...].dropLast()).trimmed
      if byName[base] == .spend, let money = try? Money.parse("1 \(inside)") {
        return (.spend, money.currency)
      }
    }
    return isDerived(name) ? (.derived, nil) : nil
  }

  /// In small letters, with single plain spaces, hyphens for their look-alikes and no white space
  /// around.
  static func normalized(_ header: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isSpace = false
    for scalar in header.trimmed.lowercased().unicodeScalars.prefix(200) {
      switch scalar {
      case "_",
        _ where scalar.properties.isWhitespace:
        if !isSpace { scalars.append(" ") }
        isSpace = true
        continue
      case "\u{2010}", "\u{2011}", "\u{2012}", "–": scalars.append("-")
      case "\u{FEFF}", "\u{200B}", "\u{200E}", "\u{200F}": continue
      // `100 %`.
      case "%" where isSpace && scalars.last == " ":
        scalars.removeLast()
        scalars.append("%")
      default: scalars.append(scalar)
      }
      isSpace = false
    }
    return String(scalars)
  }

  /// The names of today's Ads Manager, then older ones. `Clicks` alone was what is now
  /// `Clicks (destination)` (TikTok's glossary of July 2023).
  private static let byName: [String: ReportColumn] = [
    "ad id": .adID,
    "ad name": .adName,
    "ad group id": .adGroupID, "adgroup id": .adGroupID,
    "ad group name": .adGroupName, "adgroup name": .adGroupName,
    "campaign id": .campaignID,
    "campaign name": .campaignName,
    "by day": .day, "date": .day, "day": .day,
    "currency": .currency,
    "cost": .spend, "spend": .spend, "total cost": .spend, "total spend": .spend,
    "impressions": .count(.impressions), "impression": .count(.impressions),
    "reach": .count(.reach),
    "clicks (all)": .count(.clicks),
    "clicks (destination)": .count(.destinationClicks),
    "destination clicks": .count(.destinationClicks), "clicks": .count(.destinationClicks),
    "click": .count(.destinationClicks),
    "video views": .count(.videoViews),
    "2-second video views": .count(.views2s), "2s video views": .count(.views2s),
    "6-second video views": .count(.views6s), "6s video views": .count(.views6s),
    "6-second video views (focused view)": .count(.focusedViews6s),
    "6-second focused views": .count(.focusedViews6s),
    "6s focused views": .count(.focusedViews6s),
    "video views at 100%": .count(.completions), "video views (p100)": .count(.completions),
    "100% video views": .count(.completions),
    "paid likes": .count(.likes), "likes": .count(.likes),
    "paid comments": .count(.comments), "comments": .count(.comments),
    "paid shares": .count(.shares), "shares": .count(.shares),
    "paid followers": .count(.follows), "paid follows": .count(.follows),
    "follows": .count(.follows),
    "paid profile visits": .count(.profileVisits), "profile visits": .count(.profileVisits),
    "conversions": .count(.conversions), "conversion": .count(.conversions),
    "primary status": .primaryStatus,
    "secondary status": .secondaryStatus,
    "frequency": .derived, "results": .derived, "result": .derived,
    "video views at 25%": .derived, "video views at 50%": .derived,
    "video views at 75%": .derived, "video views (p25)": .derived,
    "video views (p50)": .derived, "video views (p75)": .derived,
    "average play time per user": .derived, "average play time per video view": .derived,
    "average watch time per person": .derived, "average watch time per video view": .derived,
  ]

  /// Rates and costs, which all have such names.
  private static func isDerived(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let rates: Set<Substring> = ["ctr", "cvr", "cpc", "cpm", "cpv", "cpa", "rate", "percentage"]
    return name.hasPrefix("cost per ") || words.contains { rates.contains($0) }
  }

  /// How messages name it.
  var title: String {
    switch self {
    case .adID: "Ad ID"
    case .adName: "Ad name"
    case .adGroupID: "Ad group ID"
    case .adGroupName: "Ad group name"
    case .campaignID: "Campaign ID"
    case .campaignName: "Campaign name"
    case .day: "By Day"
    case .currency: "Currency"
    case .spend: "Cost"
    case .count(let count): count.rawValue
    case .primaryStatus: "Primary status"
    case .secondaryStatus: "Secondary status"
    case .derived: "rates"
    }
  }
}
