import Library
public import Posts

extension NextStep {
  /// Why: one line, lower case, no full stop.
  ///
  /// - Parameter show: writes a moment in the user's time zone, with the zone named.
  public func reason(at now: Moment, _ show: (Moment) -> String) -> String {
    switch self {
    case .drawAgain(let slides):
      "TikTok's carousels have 2 to 35 slides, and it has \(slides)"
    case .check: "see what TikTok or a reader would refuse"
    case .publish: "when it is live on TikTok"
    case .startAgain: "it is gone from TikTok; a new version can be published"
    case .fill(let gap): gap.reason
    case .request: "when a brand wants to run it as an ad"
    case .addCode(_, let since):
      "asked for \(Self.past(since, now)); when the creator has the code"
    case .share: "the brand does not have the code yet"
    case .apply: "when the brand has entered it in Ads Manager"
    case .extend(_, let end, .adOutlivesIt(let ad)):
      "the ad \(ad) is planned past the code's end, \(show(end))"
    case .extend(_, let end, .adsRun):
      "the code ends \(ZonedTime.distance(from: now, to: end)), and its ads with it"
    case .extend(_, let end, .endsSoon):
      "the code ends \(ZonedTime.distance(from: now, to: end)); afterwards a new one is needed"
    case .reissue(_, let end): "its last code ended on \(show(end)); for a new one"
    case .readEnd: "the code's end is only counted; as the app or Ads Manager shows it"
    case .planAd: "the code is applied, and no ad uses it"
    case .submit: "when the ad is created at TikTok"
    case .mend: "TikTok rejected it; when it is changed"
    case .explain(let ad, _): "TikTok says that the ad \(ad) lost its permission"
    case .followReview: "with the word that Ads Manager shows"
    case .readResults: "with a report from Ads Manager"
    case .pay: "it is owed under the agreement"
    }
  }

  private static func past(_ moment: Moment, _ now: Moment) -> String {
    let distance = ZonedTime.distance(from: now, to: moment)
    return distance == "now" ? "a moment ago" : distance
  }
}
