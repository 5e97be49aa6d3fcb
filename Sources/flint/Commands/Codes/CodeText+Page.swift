import Console
import Ledger
import Library
import Posts

extension CodeText {
  /// One page with everything that is known.
  static func describe(_ dossier: CodeDossier, at now: Moment) -> String {
    let record = dossier.code
    let authorization = record.authorization
    let grant = authorization.grant
    var text = "\(authorization.key)  \(authorization.status(at: now).rawValue)\n"
    text += Details.text([
      ("post", record.post.text), ("address", record.url),
      ("creator", record.creator.map { "@\($0)" }), ("brand", authorization.brand.text),
      ("code", grant?.code.description), ("days", days(authorization)),
      ("valid", validity(authorization)), ("left", left(authorization, at: now)),
      ("advertiser", grant?.advertisers.map(\.text).joined(separator: ", ")),
      ("agreement", dossier.agreement.map { "\($0.key): \($0.terms.line)" }),
      ("replaces", authorization.replaces?.text),
    ])
    if !dossier.ads.isEmpty { text += "\nads\n" + ads(dossier.ads).inset }
    text += "\nlog\n" + log(dossier.log, of: authorization.key).inset
    return text
  }

  private static func days(_ authorization: Authorization) -> String {
    let added = authorization.grant?.extensions.map { String($0.days) } ?? []
    return ([String(authorization.days)] + added).joined(separator: " + ")
  }

  private static func left(_ authorization: Authorization, at now: Moment) -> String? {
    guard authorization.isUsable(at: now), let end = authorization.lastMoment else { return nil }
    return "ends " + ZonedTime.distance(from: now, to: end)
  }

  private static func ads(_ ads: [(ad: Ad, stage: Ad.Stage)]) -> Table {
    var table = Table([
      .init(title: "ad", leastWidth: 16), .init(title: "status"), .init(title: "starts"),
      .init(title: "ends"), .init(title: "TikTok says", leastWidth: 12, isEssential: false),
    ])
    for (ad, stage) in ads {
      table.add([
        ad.key.text, AdText.words(stage), ZonedTime.local.text(ad.plan.start),
        ZonedTime.local.text(ad.plan.end), ad.tiktokStatus?.word ?? "",
      ])
    }
    return table
  }

  private static func log(
    _ log: [Recorded<PostEvent>], of key: Key<Authorization>
  ) -> Table {
    var table = Table([
      .init(title: "when"), .init(title: "what", leastWidth: 24),
      .init(title: "who", leastWidth: 6, isEssential: false),
      .init(title: "command", isEssential: false),
    ])
    for recorded in log {
      table.add([
        ZonedTime.local.text(recorded.at), words(recorded.event, of: key), recorded.by,
        recorded.command,
      ])
    }
    return table
  }

  /// What happened, in a few words.
  private static func words(_ event: PostEvent, of key: Key<Authorization>) -> String {
    switch event {
    case .requested(let terms): "\(terms.brand) asked for \(terms.days) days"
    case .issued(let terms, let code, _, let end, _) where terms.authorization == key:
      "code \(code) issued, until \(ZonedTime.local.text(end))"
    case .issued(let terms, _, _, _, _): "replaced by \(terms.authorization)"
    case .withdrawn: "request withdrawn"
    case .shared(_, let how): "shared: \(how)"
    case .applied(_, let advertiser, .accepted): "applied by \(advertiser)"
    case .applied(_, let advertiser, .refused(let words)):
      "refused to \(advertiser): \(words)"
    case .extended(_, let days): "\(days) days added"
    case .endRead(_, let end, let source):
      "end read as \(ZonedTime.local.text(end)), \(reader(source))"
    case .revoked: "revoked"
    case .voided: "void: the post was removed"
    case .adPlanned(let ad, _): "ad \(ad) planned"
    case .adReplanned(let ad, _): "ad \(ad) planned anew"
    case .adSubmitted(let ad, _): "ad \(ad) submitted"
    case .adIdentified(let ad, let id): "ad \(ad) is TikTok's \(id)"
    case .adMoved(let ad, let status, let reasons):
      "ad \(ad) \(status.rawValue)"
        + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: ", "))
    case .adStatusRead(let ad, let word): "ad \(ad): TikTok says \(word)"
    case .adEnded(let ad, let ending): "ad \(ad) ended: \(ending.rawValue)"
    case .drawn, .noted, .assigned, .worded, .factsChanged, .tagged, .published, .removed: ""
    }
  }

  private static func reader(_ source: Grant.EndSource) -> String {
    switch source {
    case .counted: "counted"
    case .creator: "by the creator"
    case .tiktok: "from TikTok"
    }
  }
}
