import Diagnostics
import Library
import Posts

// Planning ads.

extension Diagnostic {
  static func noSuchAdvertiser(_ text: String) -> Diagnostic {
    .error(
      "there is no advertiser \"\(text)\"",
      hints: ["write it down with: flint advertiser add ID --brand BRAND"])
  }

  static func otherBrandsAccount(
    _ advertiser: Advertiser, authorization: Key<Authorization>, brand: Key<Brand>,
    accounts: [Key<Advertiser>]
  ) -> Diagnostic {
    .error(
      "advertiser \(advertiser.key) is \(advertiser.brand)'s, and the code of \(authorization) is "
        + "for \(brand)",
      hints: [
        accounts.isEmpty
          ? "write down an account of \(brand): flint advertiser add ID --brand \(brand)"
          : "\(brand) has \(accounts.prefix(5).map(\.text).joined(separator: ", "))",
        "or ask the creator for a code for \(advertiser.brand): flint code request "
          + "\(authorization.text.prefix { $0 != "@" }) --brand \(advertiser.brand)",
      ])
  }

  static func notAnAdName(_ text: String) -> Diagnostic {
    .error(
      "\"\(text.prefix(60))\" is no name for an ad",
      hints: ["give one line of at most \(AdWords.longestName) characters"])
  }

  static func notATikTokWord(_ text: String, option: String, example: String) -> Diagnostic {
    .error(
      "\(option) \"\(text.prefix(60))\" is not a word of TikTok's",
      hints: ["write it as in Ads Manager or the API, such as \(example)"])
  }

  static func unknownObjective(_ word: String) -> Diagnostic {
    let guess = Spelling.nearest(to: word, among: AdWords.objectives)
    return .warning(
      "the objective \(word) is not one we know"
        + (guess.map { "; did you mean \($0)?" } ?? "; it is kept as it is"),
      hints: ["we know \(AdWords.objectives.joined(separator: ", "))"])
  }

  static func notATargeting() -> Diagnostic {
    .error("the targeting is empty, too long or not one line", hints: ["say it in a few words"])
  }

  static func notALandingPage(_ text: String) -> Diagnostic {
    .error(
      "\"\(text.prefix(80))\" is not a web address",
      hints: ["write it whole, such as https://example.com/mug"])
  }

  static func notABudget(_ money: Money, option: String) -> Diagnostic {
    .error(
      "\(option) \(money.formatted()) is not above zero", hints: ["such as \(option) \"500 USD\""])
  }

  static func bidAboveBudget(_ bid: Money, _ budget: Money) -> Diagnostic {
    .warning("the bid of \(bid.formatted()) is above the budget of \(budget.formatted())")
  }

  static func postIsNotReady(_ post: Key<Post>, _ gap: Post.Gap) -> Diagnostic {
    .warning("\"\(post)\" is not ready for an ad", hints: [gap.sentence(for: post)])
  }

  static func endIsCounted(_ key: Key<Authorization>) -> Diagnostic {
    .warning(
      "the end of \(key)'s code is only counted from its start and days",
      hints: [
        "read it in the app or in Ads Manager, then: \(Advice.readEnd(key).command), or end "
          + "the ad a day earlier"
      ])
  }

  static func otherAccountCurrency(
    _ money: Money, advertiser: Key<Advertiser>, is currency: String
  ) -> Diagnostic {
    .warning(
      "\(money.formatted()) is in \(money.currency), and advertiser \(advertiser) is billed in "
        + currency)
  }
}

// Following ads.

extension Diagnostic {
  static func notYet(_ moment: Moment, _ times: ZonedTime) -> Diagnostic {
    .error("\(times.text(moment)) has not come yet", hints: ["give a time that is past, or none"])
  }

  static func beforeLastWord(
    _ ad: Key<Ad>, given: Moment, last: Moment, _ times: ZonedTime
  ) -> Diagnostic {
    .error(
      "\(times.text(given)) is before what was last said of the ad \"\(ad)\", on "
        + times.text(last),
      hints: ["give a later time; see what was said with: flint ad show \(ad)"])
  }

  static func notAnAdID(_ text: String) -> Diagnostic {
    .error(
      "\"\(text.prefix(60))\" is not an id of TikTok's",
      hints: ["copy the digits of the column Ad ID in Ads Manager"])
  }

  static func roundedAdID(_ text: String) -> Diagnostic {
    .error(
      "\"\(text.prefix(60))\" is an id that a spreadsheet has rounded: its last digits are lost",
      hints: ["copy it from Ads Manager, or from a report that was not opened and saved"])
  }

  static func tiktokIDIsKnown(_ id: String, ad: Key<Ad>) -> Diagnostic {
    .error(
      "TikTok's id \(id) is that of the ad \"\(ad)\"",
      hints: ["see it with: flint ad show \(ad)"])
  }

  static func adoptedFigures(_ count: Int, id: String, ad: Key<Ad>) -> Diagnostic {
    .warning(
      "\(id) was taken for an In-Feed ad of the brand's own; its \(count) line"
        + "\(count == 1 ? " is" : "s are") \"\(ad)\"'s now")
  }

  static func notAStatusWord(_ text: String) -> Diagnostic {
    .error(
      "\"\(text.prefix(60))\" cannot be a status of TikTok's",
      hints: ["copy its word, such as AD_STATUS_DELIVERY_OK"])
  }

  static func unknownStatusWord(_ word: String, ad: Key<Ad>) -> Diagnostic {
    // Without what all of them begin with, which would make any word alike.
    let prefix = "AD_STATUS_"
    let end = word.uppercased().hasPrefix(prefix) ? String(word.dropFirst(prefix.count)) : word
    let ends = TikTokAdStatus.all.map { $0.word.replacing(prefix, with: "") }
    let guess = Spelling.nearest(to: end, among: ends)
      .flatMap { TikTokAdStatus(word: prefix + $0) ?? TikTokAdStatus(word: $0) }?.word
    return .warning(
      "\"\(word)\" is not a word of TikTok's that we know"
        + (guess.map { "; did you mean \($0)?" } ?? ""),
      hints: [
        "it is kept as it is and moves nothing; say what it means with: flint ad status \(ad) "
          + "live|paused|in-review|approved|rejected"
      ])
  }

  static func wordMovesNothing(_ word: String, ad: Key<Ad>, status: Ad.Status) -> Diagnostic {
    .warning(
      "\(word) does not say where the ad stands; \"\(ad)\" stays \(status.rawValue)",
      hints: ["look in Ads Manager, then say it: flint ad status \(ad) live|paused|rejected"])
  }

  static func authorizationIsLost(_ word: String, _ record: AdRecord) -> Diagnostic {
    let key = record.authorization.key
    return .warning(
      "TikTok says that the permission to use the post is gone (\(word))",
      hints: [
        "ask the creator what happened, and look at the code: \(Advice.showCode(key).command)",
        "if the code was taken back: \(Advice.revoke(key, isForced: true).command); if the post is gone: "
          + Advice.removePost(record.post, isForced: true).command,
        "if it ended earlier than we know: \(Advice.readEnd(key).command)",
      ])
  }

  static func runsAfterItsEnd(
    _ word: String, _ ad: Key<Ad>, _ ending: Ad.Ending, at: Moment, _ times: ZonedTime
  ) -> Diagnostic {
    .warning(
      "TikTok says \(word), but the ad \"\(ad)\" ended on \(times.text(at)): \(ending.rawValue)",
      hints: ["look in Ads Manager, and stop it there if it still runs"])
  }
}
