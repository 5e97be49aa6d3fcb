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

  /// What to type when the person has done their part.
  public var command: String {
    switch matter {
    case .adWithoutCode(let ad, _, _): "flint ad end \(ad) --because deleted"
    case .authorizationLost(_, let code, _): "flint code show \(code)"
    case .adOutlivesCode(_, let code, _, _, let days):
      "flint code extend \(code) --days \(Refusal.usualDays(for: days))"
    case .adRejected(let ad, _, _): "flint ad submit \(ad)"
    case .codeEnds(let code, _, _, _, let days): "flint code extend \(code) --days \(days)"
    case .codeEnded(let code, _): "flint code reissue \(code) --code -"
    case .requestOpen(let code, _, _): "flint code add \(code) --code -"
    case .unpaid(let agreement, let owed):
      "flint agreement pay \(agreement) --amount \"\(owed.plain)\""
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

extension Money {
  /// `1234.50 USD`: digits and a point, as commands take it.
  public var plain: String {
    let digits = Currency(code: currency)?.minorDigits ?? 2
    let unit = UInt(Currency(code: currency)?.minorUnitsPerMajor ?? 100)
    let (major, minor) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
    let sign = minorUnits < 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(major) \(currency)" }
    let rest = String(minor)
    return
      "\(sign)\(major).\(String(repeating: "0", count: digits - rest.count))\(rest) \(currency)"
  }
}
