extension DueItem {
  /// What waits: one line, lower case, no full stop.
  ///
  /// - Parameter show: writes a moment in the user's time zone, with the zone named.
  public func sentence(_ show: (Moment) -> String) -> String {
    switch matter {
    case .adWithoutCode(let ad, let code, let end):
      "the ad \(ad) is not over, though \(code) is" + (end.map { ", since \(show($0))" } ?? "")
    case .authorizationLost(let ad, let code, let word):
      "TikTok says \(word) of the ad \(ad), though \(code) is valid by our record"
    case .adOutlivesCode(let ad, let code, let adEnd, let codeEnd, let days):
      "the ad \(ad) is to run until \(show(adEnd)), and \(code) ends on \(show(codeEnd)): "
        + "\(Self.count(days, "day")) missing"
    case .adRejected(let ad, let reasons, let at):
      "the ad \(ad) was rejected on \(show(at))"
        + (reasons.isEmpty ? "" : ": \(reasons.joined(separator: "; "))")
    case .codeEnds(let code, let end, _, let ads, _):
      "\(code) ends on \(show(end))"
        + (ads.isEmpty ? "" : "; it carries \(Self.names(ads.map(\.text)))")
    case .codeEnded(let code, let end): "\(code) ended on \(show(end))"
    case .requestOpen(let code, let days, let since):
      "\(code) was asked for on \(show(since)), for \(Self.count(days, "day")); no code yet"
    case .unpaid(let agreement, let owed):
      "\(owed.formatted()) of the agreement \(agreement) is unpaid"
    }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  /// The first three, and how many more.
  private static func names(_ names: [String]) -> String {
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return (names.count == 1 ? "the ad " : "the ads ") + names.prefix(3).joined(separator: ", ")
      + more
  }
}
