extension Refusal {
  /// Why it was refused: one line, lower case, no full stop.
  ///
  /// - Parameter show: writes a moment in the user's time zone, with the zone named.
  public func reason(_ show: (Moment) -> String) -> String {
    switch self {
    case .publishedIsKept(let post):
      "\"\(post)\" is published and stays as it is"
    case .notPublished(let post):
      "\"\(post)\" is not published yet"
    case .alreadyPublished(let post, let url):
      "\"\(post)\" is published already, at \(url)"
    case .publishedInFuture(let moment):
      "\(show(moment)) has not come yet"
    case .postIsRemoved(let post, let at):
      "\"\(post)\" was removed on \(show(at))"
    case .captionIsFrozen(let post, let authorization):
      "the caption of \"\(post)\" cannot change: TikTok freezes it once a code is issued "
        + "(\(authorization))"
    case .creatorIsFixed(let post, let creator):
      "\"\(post)\" is @\(creator)'s: a code was issued for it"
    case .itemIsKnown(let itemID, let post):
      "the post \(itemID) is on record already, as \"\(post)\""
    case .noSuchAuthorization(let key, let post):
      "\"\(post)\" has no authorization \"\(key)\""
    case .alreadyAuthorized(let key, .requested, _):
      "there is an open request already: \(key)"
    case .alreadyAuthorized(let key, let status, let end):
      "there is an authorization already: \(key) is \(status.rawValue)"
        + (end.map { ", until \(show($0))" } ?? "")
    case .stillValid(let key, let status, let end):
      "\(key) is \(status.rawValue)" + (end.map { " and valid until \(show($0))" } ?? "")
        + "; only a code that is over is replaced"
    case .notARequest(let key, let status):
      "\(key) is \(status.rawValue); only an open request can be withdrawn"
    case .noCodeYet(let key, let status):
      "\(key) is only \(status.rawValue): there is no code"
    case .codeHasEnded(let key, let end):
      "the code of \(key) ended on \(show(end))"
    case .codeIsRevoked(let key, let at):
      "the code of \(key) was revoked on \(show(at))"
    case .appliedElsewhere(let key, let advertiser, let at):
      "the code of \(key) is applied by advertiser \(advertiser), since \(show(at))"
    case .tooManyDays(let days):
      "\(days) days cannot be licensed; 1 to \(Authorization.mostDays) can"
    case .endsBeforeItStarts(let start, let end):
      "a code that starts on \(show(start)) cannot end on \(show(end))"
    case .codeIsKnown(let key, let post):
      "this code is on record already: \(key), for \"\(post)\""
    case .codeIsAlmostKnown(let key, let post, let differences):
      "this code is the one of \(key), for \"\(post)\", but for "
        + Self.inWords(differences)
    case .adsAreRunning(let ads, let subject):
      "\(ads.count == 1 ? "an ad runs" : "\(ads.count) ads run") on \(subject): "
        + ads.map(\.text).joined(separator: ", ")
    case .noSuchAd(let ad, let post):
      "\"\(post)\" has no ad \"\(ad)\""
    case .adIsKnown(let ad):
      "there is an ad \"\(ad)\" already"
    case .adIsOver(let ad, let ending, let at):
      "the ad \"\(ad)\" ended on \(show(at)): \(ending.rawValue)"
    case .adCannotMove(let ad, let from, let to):
      "the ad \"\(ad)\" is \(from.rawValue) and cannot become \(to.rawValue)"
    case .adHasOtherID(let ad, let id):
      "the ad \"\(ad)\" has TikTok's id \(id) already"
    case .adOutlivesCode(let key, let adEnd, let codeEnd, let days):
      "the ad would run until \(Self.show(adEnd, beside: codeEnd, show)), and the code of \(key) "
        + "ends on \(Self.show(codeEnd, beside: adEnd, show)): "
        + "\(days) day\(days == 1 ? " is" : "s are") missing"
    case .adStartsBeforeCode(let key, let adStart, let codeStart):
      "the ad would start on \(show(adStart)), and the code of \(key) on \(show(codeStart))"
    case .codeIsNotApplied(let key, let advertiser):
      "advertiser \(advertiser) has not applied the code of \(key)"
    case .scheduleIsEmpty(let start, let end):
      "an ad cannot start on \(show(start)) and end on \(show(end))"
    case .scheduleIsOver(let end):
      "the ad's end, \(show(end)), is past"
    case .otherCurrency(let agreement, let expected, let found):
      "the agreement \(agreement) is in \(expected), not in \(found)"
    case .notAPayment(let money):
      "\(money.formatted()) is no payment"
    case .termsAreEmpty:
      "an agreement needs a fee, a share of the ad spend, or both"
    }
  }

  /// What to do instead: one line for a hint.
  public var nextStep: String {
    let typed = advice.map(\.command)
    return switch self {
    case .publishedIsKept: "render it again: that makes a new version beside it"
    case .notPublished: "when it is live: \(typed[0])"
    case .alreadyPublished: "a second publication is a post of its own: render it again"
    case .publishedInFuture: "publish it when it is live, or give the time with --at"
    case .postIsRemoved:
      "codes and ads of a removed post are over; render it again and publish the new version"
    case .captionIsFrozen:
      "render it again for a new version with other words, and publish that"
    case .creatorIsFixed: "the post of another creator is a post of its own"
    case .itemIsKnown: "see it with: \(typed[0])"
    case .noSuchAuthorization: "see its codes with: \(typed[0])"
    case .alreadyAuthorized(_, .requested, _):
      "add the code when the creator has it: \(typed[0])"
    case .alreadyAuthorized(_, .withdrawn, _): "ask again with: \(typed[0])"
    case .alreadyAuthorized(_, let status, _) where status.isFinal:
      "the creator makes a new one: \(typed[0])"
    case .alreadyAuthorized, .stillValid:
      "for a longer time: \(typed[0]); to end it: \(typed[1])"
    case .notARequest: "to take a code back: \(typed[0])"
    case .noCodeYet(_, .withdrawn): "ask again with: \(typed[0])"
    case .noCodeYet: "add the code when the creator has it: \(typed[0])"
    case .codeHasEnded, .codeIsRevoked: "the creator makes a new one: \(typed[0])"
    case .appliedElsewhere:
      "ask for a code of its own for the other account; if TikTok took this one there all the "
        + "same: \(typed[0])"
    case .tooManyDays:
      "TikTok offers \(Authorization.usualDays.map(String.init).joined(separator: ", ")) days"
    case .endsBeforeItStarts: "check --start, --ends and --days; TikTok's times are UTC"
    case .codeIsKnown: "one code belongs to one post; see whether the creator sent the right one"
    case .codeIsAlmostKnown:
      "letter case counts; copy the code again from where it came, and never type it off"
    case .adsAreRunning:
      "end it first: \(typed.first ?? "flint ad end"); or say --force: running ads end with that "
        + "reason"
    case .noSuchAd: "see its ads with: \(typed[0])"
    case .adIsKnown: "choose another name with --name"
    case .adIsOver: "plan a new one with: \(typed[0])"
    case .adCannotMove(_, .planned, _): "hand it in first: \(typed[0])"
    case .adCannotMove(_, .rejected, _): "change it, then: \(typed[0])"
    case .adCannotMove:
      "ads go planned, submitted, in review, approved, live; TikTok's own word may skip steps: "
        + typed[0]
    case .adHasOtherID: "another ad at TikTok is an ad of its own: \(typed[0])"
    case .adOutlivesCode:
      "ask the creator to extend it by \(advice[0].days ?? 0) days or more, then: \(typed[0])"
    case .adStartsBeforeCode: "start the ad when the code starts, or later"
    case .codeIsNotApplied: "apply it in Ads Manager, then: \(typed[0])"
    case .scheduleIsEmpty: "give --start and --end in order"
    case .scheduleIsOver: "give an --end that is to come"
    case .otherCurrency(_, let expected, _): "amounts are not converted; give it in \(expected)"
    case .notAPayment: "give an amount above zero, such as --amount \"150 USD\""
    case .termsAreEmpty: "add --fee \"300 USD\", --share 5%, or both"
    }
  }

  /// With its seconds where the other moment would look the same without.
  private static func show(
    _ moment: Moment, beside other: Moment, _ show: (Moment) -> String
  ) -> String {
    show(moment) == show(other) ? moment.description : show(moment)
  }

  /// The first differences only: all of them could spell the code out.
  private static func inWords(_ differences: [CodeDifference]) -> String {
    let shown = 3
    if differences.isEmpty { return "characters that look the same" }
    let more = differences.count - shown
    return differences.prefix(shown)
      .map { "\"\($0.here)\" instead of \"\($0.there)\" at place \($0.place)" }
      .joined(separator: ", ") + (more > 0 ? ", and \(more) more" : "")
  }
}
