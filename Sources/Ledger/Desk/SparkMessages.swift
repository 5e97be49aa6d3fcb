import Diagnostics
import Posts

// MARK: - Parties

extension Diagnostic {
  static func textTooLong(_ text: String, limit: Int) -> Self {
    .error(
      "\"\(text.prefix(20))…\" has \(text.utf8.count) bytes; a name or contact has at most \(limit)",
      hints: ["give a shorter one"])
  }

  static func notAHandle(_ text: String) -> Self {
    .error(
      "\"\(text.prefix(80))\" is not a handle",
      hints: ["write @name: 2 to 24 letters, digits, \"_\" and \".\", as in a profile's URL"])
  }

  static func notABrandKey(_ text: String, slug: String) -> Self {
    .error(
      "\"\(text.prefix(80))\" is not a key for a brand: small letters, digits and hyphens, "
        + "at most 40",
      hints: ["flint brand add \(slug) --name NAME"])
  }

  static func notAnAdvertiserID(_ text: String) -> Self {
    .error(
      "\"\(text.prefix(80))\" is not an advertiser's id: 6 to 20 digits",
      hints: ["it stands in Ads Manager at the top right, below the account's name"])
  }

  static func advertiserWithoutBrand(_ id: String) -> Self {
    .error(
      "whose is the advertiser account \(id)?",
      hints: ["name its brand: flint advertiser add \(id) --brand BRAND"])
  }

  static func advertiserOfOther(_ id: String, brand: Key<Brand>) -> Self {
    .error(
      "the advertiser account \(id) is on record for \"\(brand)\"",
      hints: ["see it with: flint advertiser show \(id)"])
  }

  static func notACurrency(_ text: String) -> Self {
    .error(
      "\"\(text.prefix(40))\" is not a currency",
      hints: ["write the three letters of ISO 4217, such as USD"])
  }
}

// MARK: - Agreements

extension Diagnostic {
  static func shareWithoutCurrency() -> Self {
    .error(
      "a share of the ad spend in which currency?",
      hints: ["name the one the brand's account is billed in, such as --currency USD"])
  }

  static func agreementIsThere(_ old: Key<Agreement>, new: Key<Agreement>) -> Self {
    .warning(
      "the agreement \(old) has the same terms; \(new) comes on top of it",
      hints: [
        "to ask for a code under it: flint code request POST --brand BRAND --agreement \(old)"
      ])
  }

  static func paidTooMuch(_ key: Key<Agreement>, _ owed: Money?) -> Self {
    let rest = owed.map { Money(minorUnits: -$0.minorUnits, currency: $0.currency).formatted() }
    return .warning(
      "more is paid than is owed so far under \(key)" + (rest.map { ": \($0) more" } ?? ""),
      hints: ["see how it adds up with: flint statement --agreement \(key)"])
  }

  static func postHasNoCreator(_ post: Key<Post>) -> Self {
    .error(
      "an agreement is with the post's creator, and it is not said whose \"\(post)\" is",
      hints: ["say it with: \(Advice.state(post, .creator).command)"])
  }

  static func agreementOfOther(_ agreement: Agreement, _ brand: Key<Brand>) -> Self {
    .error(
      "the agreement \(agreement.key) is with \"\(agreement.brand)\", not with \"\(brand)\"",
      hints: ["see its agreements with: flint agreement list --brand \(brand)"])
  }

  static func agreementOfOther(_ agreement: Agreement, _ creator: Key<Creator>) -> Self {
    .error(
      "the agreement \(agreement.key) is @\(agreement.creator)'s, and the post is @\(creator)'s",
      hints: ["see its agreements with: flint agreement list --creator @\(creator)"])
  }

  static func otherDaysThanAgreed(_ days: Int, agreed: Int) -> Self {
    .warning("\(days) days are asked for; the agreement has \(agreed) for each code")
  }

  static func daysBackwards(from first: Day, to last: Day) -> Self {
    .error("--from \(first) is after --to \(last)", hints: ["give the earlier day to --from"])
  }
}

// MARK: - Codes

extension Diagnostic {
  static func unreadableCode(_ fault: SparkCode.Fault) -> Self {
    switch fault {
    case .empty:
      .error(
        "there is no code in what was given",
        hints: ["copy it in the app: the post, \"...\", Ad settings, Generate code"])
    case .tooLong(let limit):
      .error(
        "what was given is longer than \(limit) bytes, far above any code",
        hints: ["give the code alone, not a file or mail that has it"])
    case .cannotBeCode(let kind): notACode(kind)
    case .blankForPlus:
      .error(
        "the code has a blank where a \"+\" was: forms and links make blanks of them",
        hints: [
          "copy it again in the app, or put \"+\" where the blank is if you are sure of it"
        ])
    case .several(let masked):
      .error(
        "\(masked.count) texts in what was given can be the code: \(numbered(masked))",
        hints: ["choose one with --pick N, or give the code alone"])
    case .noSuchPick(let place, let masked):
      .error(
        "--pick \(place), and what was given has \(masked.count) that can be the code: "
          + numbered(masked),
        hints: [
          masked.count == 1 ? "leave out --pick" : "choose from 1 to \(masked.count)"
        ])
    }
  }

  /// `1. #Ab…9=, 2. #Cd…7=`.
  private static func numbered(_ masked: [String]) -> String {
    masked.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: ", ")
  }

  private static func notACode(_ kind: SparkCode.Kind) -> Self {
    let place = "the code is in the app: the post, \"...\", Ad settings, Generate code"
    return switch kind {
    case .url:
      .error(
        "what was given is a URL, not a code",
        hints: [place, "a post's URL is recorded with: flint post publish POST --url URL"])
    case .spreadsheetError:
      .error(
        "what was given is a spreadsheet's error, not a code",
        hints: ["widen the column or make it text, and copy the code again from its source"])
    case .roundedNumber:
      .error(
        "what was given is a number that a spreadsheet rounded, not a code",
        hints: ["make the column text, and copy again from the source; the rest is lost here"])
    case .digits:
      .error(
        "what was given has digits alone, and a code has letters too",
        hints: [place, "a number of 19 digits is the post's or an account's id"])
    case .tooShort(let count, let fewest):
      .error(
        "what was given has \(count) character\(count == 1 ? "" : "s"); "
          + "a code has \(fewest) at least",
        hints: [place])
    case .words:
      .error(
        "what was given is words, and none of them can be a code",
        hints: [place, "it begins with \"#\", ends with \"=\" and mixes letters and digits"])
    }
  }

  /// One each, the last with what to do about all.
  static func doubts(_ doubts: [SparkCode.Doubt]) -> [Self] {
    var warnings = doubts.map { Self.warning(sentence(about: $0)) }
    warnings.indices.last.map {
      warnings[$0].hints = ["copy it again from where it came; codes are never typed off"]
    }
    return warnings
  }

  private static func sentence(about doubt: SparkCode.Doubt) -> String {
    switch doubt {
    case .oddCharacter(let scalar, let place):
      "place \(place) of the code has \(name(of: scalar)); codes have letters, digits, #, +, / and ="
    case .hashInside(let place):
      "place \(place) of the code has a second \"#\": perhaps these are two codes"
    case .noHashAtStart: "the code does not start with \"#\": its beginning may be missing"
    case .noEqualsAtEnd: "the code does not end with \"=\": its end may be missing"
    }
  }

  /// Blanks and marks cannot be seen between quotes.
  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .unassigned,
      .nonspacingMark, .enclosingMark, .spacingMark, .privateUse, .surrogate:
      "U+\(String(scalar.value, radix: 16, uppercase: true))"
    default: "\"\(scalar)\""
    }
  }

  static func unusualDays(_ days: Int) -> Self {
    .warning(
      "\(days) days are unusual: TikTok offers "
        + Authorization.usualDays.map(String.init).joined(separator: ", "),
      hints: ["see in the app what it really is"])
  }

  static func daysAssumed(_ days: Int) -> Self {
    .warning(
      "nobody said for how long: \(days) days are assumed, TikTok's default",
      hints: ["say it with --days, or read the end in the app and give --ends"])
  }

  static func otherDaysThanAsked(_ days: Int, asked: Int) -> Self {
    .warning("\(days) days, and \(asked) were asked for")
  }

  static func endIsNotAfterDays(_ days: Int, counted: Int) -> Self {
    .warning(
      "from start to end it is \(counted) day\(counted == 1 ? "" : "s"), not \(days); "
        + "the end is taken as it was read")
  }

  static func endHasPassed(_ end: String) -> Self {
    .error(
      "a code that ended on \(end) is of no use any more",
      hints: [
        "check --start, --ends and --days; TikTok's times are UTC",
        "if it is over, the creator makes a new one in the app",
      ])
  }

  static func codeWithoutBrand(_ post: Key<Post>) -> Self {
    .error(
      "\"\(post)\" has no open request: who is the code for?",
      hints: ["name the brand: flint code add \(post) --brand BRAND --code -"])
  }

  static func severalRequests(_ requests: [Authorization], of post: Key<Post>) -> Self {
    .error(
      "\"\(post)\" has \(requests.count) open requests: "
        + requests.map(\.key.text).joined(separator: ", "),
      hints: ["name one: \(Advice.addCode(requests[0].key).command)"])
  }

  static func requestOfOther(_ authorization: Authorization, brand: String) -> Self {
    .error(
      "\(authorization.key) is for \"\(authorization.brand)\", not for \"\(brand)\"",
      hints: ["leave out --brand, or name the post instead"])
  }

  static func requestBeforePublishing(_ post: Key<Post>) -> Self {
    .warning(
      "\"\(post)\" is not published yet; there is no code before",
      hints: ["when it is live: \(Advice.publish(post).command)"])
  }

  static func adAuthorizationIsOff(_ post: Key<Post>) -> Self {
    .warning(
      "Ad authorization is switched off for \"\(post)\"",
      hints: [
        "in the app: the post, \"...\", Ad settings; then: "
          + Advice.state(post, .adAuthorizationIsOn).command
      ])
  }

  static func advertiserOfOtherBrand(_ account: Advertiser, code: Authorization) -> Self {
    .warning(
      "the account \(account.key) is \"\(account.brand)\"'s, and the code of \(code.key) is for "
        + "\"\(code.brand)\"")
  }

  static func severalAdvertisers(_ key: Key<Authorization>, _ accounts: [Key<Advertiser>]) -> Self {
    .warning(
      "the code of \(key) is applied by \(accounts.count) accounts: "
        + accounts.map(\.text).joined(separator: ", "),
      hints: ["TikTok may stop the ads of one of them; see both in Ads Manager"])
  }

  static func endIsPast(_ key: Key<Authorization>) -> Self {
    .warning(
      "that end is past: the code of \(key) has ended, and its ads with it",
      hints: ["for a new one: \(Advice.reissue(key).command)"])
  }

  static func adsPlannedPastEnd(_ ads: [Key<Ad>], of key: Key<Authorization>) -> Self {
    .warning(
      "planned past that end: \(ads.map(\.text).joined(separator: ", "))",
      hints: ["ask the creator for more days, then: \(Advice.extend(key, days: 30).command)"])
  }

  static func codeIsElsewhere(_ key: Key<Authorization>) -> Self {
    .error(
      "the code of \(key) was never given to this library, only its mark",
      hints: [
        "ask for a hand-off with it: flint post export POST --for spark --to BRAND --with-code"
      ])
  }
}
