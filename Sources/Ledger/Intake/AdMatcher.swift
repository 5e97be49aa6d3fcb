import AdReports
import Library
import Posts

/// Finds the ad that a report's line speaks of; nothing is guessed.
///
/// TikTok's id decides; else the exact name, where it can mean one ad only.
struct AdMatcher {
  package enum Match {
    case spark(AdSummary)
    case standard(StandardAd)
    case unknown(Reason)
  }

  enum Reason: Hashable {
    case nobody
    /// The ad of this name has another id.
    case otherID(Key<Ad>, id: String)
    /// Several ads of ours have the name.
    case severalAds([String])
    /// The report has several ads of this name; which is ours?
    case severalIDs(Key<Ad>, ids: [String])
  }

  /// Which ads of others are In-Feed ads of the brand, as a person said.
  struct StandardRule {
    package var brand: Key<Brand>
    /// `*` stands for anything; all ads when nil.
    var patterns: [String]?
  }

  private var sparkByID: [String: AdSummary] = [:]
  private var sparkByName: [String: [AdSummary]] = [:]
  private var standardByID: [String: StandardAd] = [:]
  private var standardByName: [String: [StandardAd]] = [:]
  private let rule: StandardRule?
  /// The ids that each name has in the report at hand.
  private var idsByName: [String: Set<String>] = [:]

  /// - Parameters:
  ///   - named: those of `ads` that a name can mean.
  ///   - brand: whose standard ads a name can mean; anybody's when nil.
  package init(
    ads: [AdSummary], named: [AdSummary], standardAds: [StandardAd], brand: Key<Brand>?,
    rule: StandardRule?
  ) {
    self.rule = rule
    for summary in ads {
      if let id = summary.ad.tiktokID { sparkByID[id] = summary }
    }
    for summary in named { sparkByName[summary.ad.plan.name, default: []].append(summary) }
    for ad in standardAds {
      if let id = ad.tiktokID { standardByID[id] = ad }
      if brand == nil || ad.brand == brand { standardByName[ad.name, default: []].append(ad) }
    }
  }

  /// Before the lines of another report.
  package mutating func begin(_ report: AdReport) {
    idsByName = [:]
    for line in report.lines {
      guard let id = line.adID, let name = line.adName else { continue }
      idsByName[name, default: []].insert(id)
    }
  }

  /// Takes a standard ad that was not known.
  package mutating func remember(_ ad: StandardAd) {
    if let id = ad.tiktokID { standardByID[id] = ad }
    standardByName[ad.name, default: []].removeAll { $0.key == ad.key }
    standardByName[ad.name, default: []].append(ad)
  }

  /// A Spark Ad's id, as the report told it.
  mutating func learn(_ id: String, of summary: AdSummary) {
    var known = summary
    known.ad.tiktokID = id
    sparkByID[id] = known
    let name = summary.ad.plan.name
    sparkByName[name] = sparkByName[name]?.map { $0.ad.key == summary.ad.key ? known : $0 }
  }

  package func match(_ line: AdReport.Line) -> Match {
    if let id = line.adID {
      if let ad = sparkByID[id] { return .spark(ad) }
      if let ad = standardByID[id] { return .standard(ad) }
    }
    guard let name = line.adName else { return .unknown(.nobody) }
    let named = sparkByName[name] ?? []
    let possible = named.filter { line.adID == nil || $0.ad.tiktokID == nil }
    let standard = (standardByName[name] ?? []).filter { line.adID == nil || $0.tiktokID == nil }
    if possible.count + standard.count > 1 {
      return .unknown(
        .severalAds((possible.map(\.ad.key.text) + standard.map(\.key.text)).sorted()))
    }
    let ids = idsByName[name] ?? []
    if let ad = possible.first {
      return ids.count > 1 ? .unknown(.severalIDs(ad.ad.key, ids: ids.sorted())) : .spark(ad)
    }
    if let ad = standard.first, ids.count <= 1 { return .standard(ad) }
    if let ad = newStandard(line, name) { return .standard(ad) }
    if let other = named.first, let id = other.ad.tiktokID {
      return .unknown(.otherID(other.ad.key, id: id))
    }
    return .unknown(.nobody)
  }

  private func newStandard(_ line: AdReport.Line, _ name: String) -> StandardAd? {
    guard let rule, rule.patterns?.contains(where: { Self.fits(name, $0) }) ?? true else {
      return nil
    }
    return StandardAd(
      key: Key("\(rule.brand):\(line.adID ?? name)"), brand: rule.brand, tiktokID: line.adID,
      name: name)
  }

  /// Whether a name fits a pattern in which `*` stands for any characters, in any letter case.
  ///
  /// Greedy with one way back, so no pattern takes longer than name × pattern.
  package static func fits(_ name: String, _ pattern: String) -> Bool {
    let name = Array(name.lowercased())
    let pattern = Array(pattern.lowercased())
    var (at, place) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while at < name.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, at)
        place += 1
      } else if place < pattern.count, pattern[place] == name[at] {
        at += 1
        place += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        at = last.name + 1
        place = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
