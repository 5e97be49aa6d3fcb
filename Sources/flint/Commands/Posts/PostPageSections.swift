import Console
import Ledger
import Library
import Posts

/// Codes, ads and money on a post's page.
enum PostPageSections {
  private static let indent = "      "

  static func authorization(_ authorization: Authorization, _ page: PostPage) -> String {
    let status = authorization.status(at: page.now)
    var text = "  \(StyledText.bold(authorization.key.text))  \(status.rawValue)"
    if let grant = authorization.grant { text += "  \(grant.code)" }
    text += "\n"
    for line in details(of: authorization, status, page) {
      text += StyledText.block(indent, line, width: page.width)
    }
    return text
  }

  private static func details(
    of authorization: Authorization, _ status: Authorization.Status, _ page: PostPage
  ) -> [String] {
    var lines: [String] = []
    switch authorization.stage {
    case .requested(let at): lines.append("asked for \(page.moment(at))")
    case .withdrawn(_, let at): lines.append("withdrawn \(page.moment(at))")
    case .revoked(_, let at): lines.append("revoked \(page.moment(at))")
    case .void(_, let at): lines.append("void since the post was removed, \(page.moment(at))")
    case .granted(let grant):
      var line = (status == .expired ? "ended " : "until ") + page.moment(grant.end)
      if grant.endSource == .counted { line += "; counted, not read from TikTok" }
      lines.append(line)
    }
    let brand = page.dossier.brands[authorization.brand]?.name ?? authorization.brand.text
    var terms = "\(authorization.days) days for \(brand)"
    let added = authorization.grant?.extensions.reduce(0) { $0 + $1.days } ?? 0
    if added > 0 { terms += ", \(added) added" }
    if let agreement = authorization.agreement { terms += ", under \(agreement)" }
    if let replaced = authorization.replaces { terms += ", instead of \(replaced)" }
    lines.append(terms)
    guard let grant = authorization.grant else { return lines }
    for share in grant.shares {
      lines.append("sent (\(share.how)) \(page.times.text(share.at))")
    }
    for application in grant.applications {
      let account = account(application.advertiser, page)
      let at = page.times.text(application.at)
      switch application.result {
      case .accepted: lines.append("applied by \(account) \(at)")
      case .refused(let words): lines.append("refused to \(account) \(at): \(words)")
      }
    }
    return lines
  }

  static func ad(_ summary: AdSummary, _ page: PostPage) -> String {
    let ad = summary.ad
    var text = "  \(StyledText.bold(ad.key.text))  \(stage(summary.stage, page))"
    if let word = ad.tiktokStatus?.word { text += "  \(VisibleText.of(word))" }
    text += "\n"
    var lines = [
      "\(page.times.text(ad.plan.start)) to \(page.times.text(ad.plan.end)), by "
        + account(ad.plan.advertiser, page)
    ]
    if let reasons = summary.stage.reasons, !reasons.isEmpty {
      lines.append("rejected: \(reasons.joined(separator: "; "))")
    }
    if let end = summary.authorizationEnd, ad.plan.end > end, summary.stage.status != .ended {
      lines.append("planned past its code's end, \(page.times.text(end))")
    }
    var figures = summary.spend.map { "\($0.formatted()) spent" }
    if let impressions = summary.impressions {
      figures.append("\(ReportNumbers.count(impressions)) impressions")
    }
    if !figures.isEmpty { lines.append(figures.joined(separator: ", ")) }
    for line in lines { text += StyledText.block(indent, line, width: page.width) }
    return text
  }

  private static func stage(_ stage: Ad.Stage, _ page: PostPage) -> String {
    guard let moment = stage.moment else { return stage.status.rawValue }
    let lasts = [.inReview, .live, .paused].contains(stage.status)
    return "\(stage.status.rawValue)\(lasts ? " since" : "") \(page.times.text(moment))"
      + (stage.ending.map { ": \($0.rawValue)" } ?? "")
  }

  static func statement(_ statement: Statement, _ page: PostPage) -> String {
    let terms = statement.agreement.terms
    let posts = Set(statement.lines.map(\.post)).count
    var text = "  \(StyledText.bold(statement.agreement.key.text))"
    text += posts > 1 ? "  for \(posts) posts together\n" : "\n"
    var parts: [String] = []
    if let fee = terms.fee {
      parts.append(
        "fee \(fee.formatted())" + (statement.fee.minorUnits == 0 ? ", not due yet" : ""))
    }
    if let share = terms.share {
      parts.append(
        "\(share) of \(statement.spend.formatted()) spent: \(statement.share.formatted())"
          + (statement.shareIsRounded ? ", rounded" : ""))
    }
    parts.append("paid \(statement.paid.formatted())")
    text += StyledText.block(indent, parts.joined(separator: "; "), width: page.width)
    let owed = statement.owed
    return text
      + (owed.minorUnits < 0
        ? "\(indent)\(Money(minorUnits: -owed.minorUnits, currency: owed.currency).formatted()) too much was paid\n"
        : "\(indent)\(StyledText.bold("owed \(owed.formatted())"))\n")
  }

  private static func account(_ key: Key<Advertiser>, _ page: PostPage) -> String {
    page.dossier.advertisers[key]?.name.map { "\($0) (\(key))" } ?? "advertiser \(key)"
  }
}
