import Console
import Ledger
import Library
import Posts

/// Ads in words.
enum AdText {
  /// What a verb did, and what comes next.
  static func text(of change: AdChange, at now: Moment) -> String {
    let record = change.record
    var text = "\(record.ad.key)  "
    if change.before == nil {
      text += "planned on \(record.authorization.key) for advertiser \(record.ad.plan.advertiser)\n"
      text += "  runs  \(schedule(record))\n"
    } else if !change.isChanged {
      text += "\(words(record.stage)), as before\n"
    } else if let before = change.before, before.status != record.stage.status {
      text += "\(before.status.rawValue) → \(words(record.stage))\n"
    } else {
      text += "\(words(record.stage))\n"
    }
    if change.isChanged, change.before != nil, let id = record.ad.tiktokID {
      text += "  TikTok's id  \(id)\n"
    }
    if let next = next(record) { text += "  next  \(next)\n" }
    return VisibleText.of(text)
  }

  static func list(_ ads: [AdSummary], at now: Moment) -> String {
    var table = Table([
      Table.Column(title: "ad", leastWidth: 16),
      Table.Column(title: "status", leastWidth: 10),
      Table.Column(title: "post", leastWidth: 12, isEssential: false),
      Table.Column(title: "brand", leastWidth: 8, isEssential: false),
      Table.Column(title: "from", isEssential: false),
      Table.Column(title: "to"),
      Table.Column(title: "spend", isRightAligned: true),
      Table.Column(title: "impressions", isRightAligned: true, isEssential: false),
    ])
    let times = ZonedTime.local
    for summary in ads {
      table.add([
        summary.ad.key.text, words(summary.stage), summary.post.text, summary.brand.text,
        "\(times.day(summary.ad.plan.start))", "\(times.day(summary.ad.plan.end))",
        summary.spend.map { $0.inFull() }.joined(separator: " + "),
        summary.impressions.map(ReportNumbers.count) ?? "",
      ])
    }
    let count = ads.count == 1 ? "1 ad" : "\(ads.count) ads"
    return "\(table.text())\n\(count); days are those of \(times.zoneName(at: now))\n"
  }

  static func page(_ dossier: AdDossier, at now: Moment) -> String {
    let record = dossier.record
    let (plan, times) = (record.ad.plan, ZonedTime.local)
    var lines: [(String, String)] = [
      ("status", words(record.stage) + since(record.stage, at: now)),
      ("name", plan.name),
      ("post", record.post.text + (record.creator.map { ", by @\($0)" } ?? "")),
      ("code", code(record, at: now)),
      ("advertiser", "\(plan.advertiser), \(record.authorization.brand)"),
      ("runs", schedule(record)),
    ]
    lines += (record.stage.reasons ?? []).map { ("because", $0) }
    lines += [
      ("objective", plan.objective), ("budget", plan.budget.map(words)),
      ("bid", plan.bid.map { $0.formatted() }), ("targeting", plan.targeting),
      ("button", plan.callToAction), ("leads to", plan.landingPage),
      ("TikTok's id", record.ad.tiktokID),
      ("TikTok says", record.ad.tiktokStatus.map { "\($0.word), on \(times.text($0.at))" }),
    ].compactMap { name, value in value.map { (name, $0) } }
    for run in record.runs {
      let end = run.end ?? now
      lines.append(("was live", "\(times.text(run.start)) to \(times.text(end))"))
    }
    if let result = dossier.result { lines += figures(of: result) }
    if let next = next(record) { lines.append(("next", next)) }
    let width = lines.map(\.0.count).max() ?? 0
    let text = lines.map { name, value in
      "  \(name.padding(to: width))  \(value.replacing("\n", with: " "))\n"
    }
    return VisibleText.of("\(record.ad.key)\n" + text.joined())
  }

  /// What usually comes next, in words; nil when the ad is over.
  static func next(_ record: AdRecord) -> String? {
    guard let advice = record.advice else { return nil }
    let typed = advice.command
    return switch (record.stage.status, advice) {
    case (.planned, .apply): "apply the code in Ads Manager, then: \(typed)"
    case (.planned, _): "make it in Ads Manager, then: \(typed)"
    case (.inReview, _): "\(typed), or rejected --reason WHY"
    case (.rejected, _): "change it, then: \(typed)"
    case (.paused, _): "\(typed), or \(Advice.end(record.ad.key, .finished).command)"
    default: typed
    }
  }

  /// `ended: authorization expired`.
  static func words(_ stage: Ad.Stage) -> String {
    stage.status.rawValue + (stage.ending.map { ": \($0.rawValue)" } ?? "")
  }

  private static func words(_ budget: Ad.Budget) -> String {
    switch budget {
    case .daily(let money): "\(money.formatted()) a day"
    case .total(let money): "\(money.formatted()) in all"
    }
  }

  private static func since(_ stage: Ad.Stage, at now: Moment) -> String {
    guard let moment = stage.moment else { return "" }
    let lasts = [.live, .paused].contains(stage.status)
    return (lasts ? " since " : ", ") + ZonedTime.local.text(moment)
  }

  private static func code(_ record: AdRecord, at now: Moment) -> String {
    let authorization = record.authorization
    let status = authorization.status(at: now).rawValue
    let end = authorization.lastMoment.map {
      ", \($0 > now ? "ends" : "ended") \(ZonedTime.local.text($0))"
    }
    return "\(authorization.key), \(status)\(end ?? "")"
  }

  private static func schedule(_ record: AdRecord) -> String {
    let times = ZonedTime.local
    let plan = record.ad.plan
    let isWhole = plan.end == record.authorization.grant?.end
    return "\(times.text(plan.start)) to \(times.text(plan.end))"
      + (isWhole ? ", the code's end" : "")
  }

  private static func figures(of result: AdResult) -> [(String, String)] {
    let rows = result.rows.map(\.figures)
    let total = AdFigures.total(of: rows)
    let spend = AdFigures.spend(of: rows).map { $0.formatted() }
    let parts = [
      spend.isEmpty ? nil : "\(spend.joined(separator: " + ")) spent",
      total.impressions.map { "\(ReportNumbers.count($0)) impressions" },
      total.clicks.map { "\(ReportNumbers.count($0)) clicks" },
    ].compactMap(\.self)
    guard let first = result.rows.first, let last = result.rows.last, !parts.isEmpty else {
      return []
    }
    let days = first.firstDay...max(first.firstDay, last.lastDay)
    return [("figures", "\(parts.joined(separator: ", ")); \(days.inWords)")]
  }
}
