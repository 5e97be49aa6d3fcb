import Console
import Ledger
import Library
import Posts

/// Authorizations in words; codes masked.
enum CodeText {
  // MARK: - Lists

  static func table(_ codes: [CodeRecord], at now: Moment) -> Table {
    var table = Table([
      .init(title: "code", leastWidth: 16), .init(title: "status"), .init(title: "masked"),
      .init(title: "ends"), .init(title: "left", isEssential: false),
      .init(title: "advertiser", isEssential: false),
      .init(title: "brand", leastWidth: 8, isEssential: false),
      .init(title: "mark", isEssential: false),
    ])
    for record in codes {
      let authorization = record.authorization
      let grant = authorization.grant
      let isCounted = isGuess(authorization, at: now)
      let end = authorization.lastMoment.map { (isCounted ? "~" : "") + ZonedTime.local.text($0) }
      table.add([
        authorization.key.text, authorization.status(at: now).rawValue,
        grant?.code.masked ?? "", end ?? "",
        left(authorization, at: now),
        grant?.advertisers.map(\.text).joined(separator: ", ") ?? "", authorization.brand.text,
        grant?.code.shortFingerprint ?? "",
      ])
    }
    return table
  }

  static func list(_ codes: [CodeRecord], at now: Moment) -> String {
    let hasGuesses = codes.contains { isGuess($0.authorization, at: now) }
    let legend =
      "~ counted from start and days; when somebody has read it:\n"
      + "  flint code extend KEY --read-end TIME\n"
    return table(codes, at: now).text()
      + (hasGuesses && Terminal.outputIsTerminal ? "\n" + legend : "")
  }

  /// Whether the end was counted, and still matters.
  private static func isGuess(_ authorization: Authorization, at now: Moment) -> Bool {
    authorization.isUsable(at: now) && authorization.grant?.endSource == .counted
  }

  private static func left(_ authorization: Authorization, at now: Moment) -> String {
    if case .requested(let at) = authorization.stage {
      return "asked " + ZonedTime.distance(from: now, to: at)
    }
    return authorization.lastMoment.map { ZonedTime.distance(from: now, to: $0) } ?? ""
  }

  // MARK: - What was done

  static func requested(_ made: Desk.Requested, at now: Moment) -> String {
    let authorization = made.code.authorization
    let agreement = made.agreement.map { agreement in
      "\(agreement.key)\(made.isNewAgreement ? " (new)" : ""): \(agreement.terms.line)"
    }
    return head(authorization, at: now)
      + Details.text([
        ("days", String(authorization.days)), ("agreement", agreement),
        ("next", Advice.addCode(authorization.key).command),
      ])
  }

  static func issued(_ issued: Desk.Issued, at now: Moment) -> String {
    let authorization = issued.code.authorization
    return head(authorization, at: now)
      + Details.text([
        ("code", authorization.grant?.code.description),
        ("cleaned", cleaned(issued.cleanings)), ("valid", validity(authorization)),
        ("answers", issued.answersRequest ? "the request of \(authorization.brand)" : nil),
        ("replaces", authorization.replaces?.text),
        ("next", Advice.share(authorization.key).command),
      ])
  }

  static func changed(_ change: Desk.CodeChange, at now: Moment) -> String {
    let authorization = change.code.authorization
    let isUsable = authorization.isUsable(at: now)
    let ended = change.endedAds.map(\.text).joined(separator: ", ")
    return head(authorization, at: now)
      + Details.text([
        ("valid", isUsable ? validity(authorization) : nil),
        ("advertiser", authorization.grant?.advertisers.map(\.text).joined(separator: ", ")),
        ("ended ads", ended), ("unchanged", change.isUnchanged ? "it was so already" : nil),
        ("next", change.endedAds.isEmpty ? nil : "end them in Ads Manager too"),
      ])
  }

  private static func head(_ authorization: Authorization, at now: Moment) -> String {
    "\(authorization.key)  \(authorization.status(at: now).rawValue)\n"
  }

  private static func cleaned(_ cleanings: [SparkCode.Cleaning]) -> String {
    cleanings.map { cleaning in
      switch cleaning {
      case .surroundingWhiteSpace: "white space around it"
      case .invisibleCharacters(let count):
        "\(count) invisible character\(count == 1 ? "" : "s")"
      case .percentEncoding: "percent-encoding"
      case .entities: "HTML entities"
      case .quotes: "quotes or brackets around it"
      case .punctuation: "punctuation after it"
      case .label: "the label before it"
      case .lineBreaks: "the line breaks in it"
      case .surroundingWords: "the words around it"
      }
    }.joined(separator: ", ")
  }

  /// `2026-01-31 10:30 UTC+1 to 2026-03-02 10:30 UTC+1 (counted; …)`.
  static func validity(_ authorization: Authorization) -> String? {
    authorization.grant.map { grant in
      "\(ZonedTime.local.text(grant.start)) to \(ZonedTime.local.text(grant.end)) "
        + "(\(source(of: grant)))"
    }
  }

  static func source(of grant: Grant) -> String {
    switch grant.endSource {
    case .counted: "counted from start and days"
    case .creator: "as the creator says"
    case .tiktok: "as TikTok shows"
    }
  }
}
