import Console
import Handoff
import Ledger
import Library
import Posts

/// Creators, brands and advertiser accounts in words.
enum PartyText {
  static func kept(_ key: String, _ keeping: Keeping) -> String {
    switch keeping {
    case .added, .updated: "\(key)  \(keeping.rawValue)\n"
    case .unchanged: "\(key)  was there already, nothing changed\n"
    }
  }

  static func table(_ creators: [Creator]) -> Table {
    people(creators.map { ["@\($0.key)", $0.name ?? "", $0.contact ?? ""] }, title: "creator")
  }

  static func table(_ brands: [Brand]) -> Table {
    people(brands.map { [$0.key.text, $0.name ?? "", $0.contact ?? ""] }, title: "brand")
  }

  static func table(_ advertisers: [Advertiser]) -> Table {
    var table = Table([
      .init(title: "advertiser"), .init(title: "brand", leastWidth: 8),
      .init(title: "currency"), .init(title: "name", leastWidth: 8),
    ])
    for advertiser in advertisers {
      table.add([
        advertiser.key.text, advertiser.brand.text, advertiser.currency ?? "",
        advertiser.name ?? "",
      ])
    }
    return table
  }

  private static func people(_ rows: [[String]], title: String) -> Table {
    var table = Table([
      .init(title: title), .init(title: "name", leastWidth: 8),
      .init(title: "contact", leastWidth: 8),
    ])
    for row in rows { table.add(row) }
    return table
  }

  /// One page.
  static func describe(_ dossier: PartyDossier, at now: Moment) -> String {
    var text = head(of: dossier.party)
    func section(_ title: String, _ table: Table) {
      if !table.rows.isEmpty { text += "\n\(title)\n\(table.inset)" }
    }
    section("accounts", table(dossier.advertisers))
    section("posts", posts(dossier.posts))
    section("codes", CodeText.table(dossier.codes, at: now))
    section("ads", ads(dossier.ads))
    section("agreements", AgreementText.table(dossier.agreements))
    return text
  }

  private static func head(of party: PartyDossier.Party) -> String {
    let (key, name, details): (String, String?, [(String, String?)]) =
      switch party {
      case .creator(let it): ("@\(it.key)", it.name, [("contact", it.contact)])
      case .brand(let it): (it.key.text, it.name, [("contact", it.contact)])
      case .advertiser(let it):
        (it.key.text, it.name, [("brand", it.brand.text), ("currency", it.currency)])
      }
    return "\(key)\(name.map { "  \($0)" } ?? "")\n" + Details.text(details)
  }

  private static func posts(_ posts: [PostSummary]) -> Table {
    var table = Table([
      .init(title: "post", leastWidth: 16), .init(title: "stage"),
      .init(title: "creator", isEssential: false), .init(title: "caption", leastWidth: 12),
    ])
    for post in posts {
      table.add([
        post.key.text, post.stage.rawValue, post.creator.map { "@\($0)" } ?? "",
        String(post.caption.prefix(80)),
      ])
    }
    return table
  }

  private static func ads(_ ads: [AdSummary]) -> Table {
    var table = Table([
      .init(title: "ad", leastWidth: 16), .init(title: "status"),
      .init(title: "ends"), .init(title: "spend", isRightAligned: true),
      .init(title: "code", leastWidth: 16, isEssential: false),
    ])
    for ad in ads {
      table.add([
        ad.ad.key.text, ad.stage.status.rawValue, ZonedTime.local.text(ad.ad.plan.end),
        ad.spend.map { $0.inFull() }.joined(separator: ", "), ad.ad.plan.authorization.text,
      ])
    }
    return table
  }
}
