import Diagnostics
import GRDB
public import Posts

/// Each `save` adds a record, or brings the one of its key up to date. What is already as it says
/// makes no event.
extension LibraryWriter {
  public func save(_ creator: Creator) throws {
    if try reader.creator(creator.key) == creator { return }
    try run(
      """
      INSERT INTO creators (key, name, contact) VALUES (?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET name = excluded.name, contact = excluded.contact
      """, [creator.key.text, creator.name, creator.contact])
    try log(creator, kind: "saved", of: .creator, creator.key.text)
  }

  public func save(_ brand: Brand) throws {
    if try reader.brand(brand.key) == brand { return }
    try run(
      """
      INSERT INTO brands (key, name, contact) VALUES (?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET name = excluded.name, contact = excluded.contact
      """, [brand.key.text, brand.name, brand.contact])
    try log(brand, kind: "saved", of: .brand, brand.key.text)
  }

  /// - Throws: when its brand is not in the library.
  public func save(_ advertiser: Advertiser) throws {
    if try reader.advertiser(advertiser.key) == advertiser { return }
    try require("brands", advertiser.brand.text, .noSuchBrand(advertiser.brand.text))
    try run(
      """
      INSERT INTO advertisers (key, brand, name, currency) VALUES (?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        brand = excluded.brand, name = excluded.name, currency = excluded.currency
      """,
      [advertiser.key.text, advertiser.brand.text, advertiser.name, advertiser.currency])
    try log(advertiser, kind: "saved", of: .advertiser, advertiser.key.text)
  }

  /// - Throws: when its brand is not in the library, or its id at TikTok is another ad's.
  public func save(_ ad: StandardAd) throws {
    try require("brands", ad.brand.text, .noSuchBrand(ad.brand.text))
    if let id = ad.tiktokID, let other = try reader.subject(tiktokID: id),
      other != .standard(ad.key)
    {
      throw Diagnostic.adIDIsTaken(id, other)
    }
    try run(
      """
      INSERT INTO standard_ads (key, brand, tiktok_id, name) VALUES (?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        brand = excluded.brand, tiktok_id = excluded.tiktok_id, name = excluded.name
      """, [ad.key.text, ad.brand.text, ad.tiktokID, ad.name])
  }

  /// Writes an agreement as its verbs left it; terms never change once it is made.
  ///
  /// - Parameter events: `agreement.making` first, for a new one; then what the verbs returned.
  /// - Throws: when a party is not in the library, or a new one's key is taken.
  public func save(_ agreement: Agreement, events: [AgreementEvent]) throws {
    let old = try reader.agreement(agreement.key)
    if old != nil, events.contains(where: \.isMaking) {
      throw Diagnostic.agreementIsKnown(agreement.key)
    }
    if old == nil { try insert(agreement) }
    for (number, payment) in agreement.payments.enumerated().dropFirst(old?.payments.count ?? 0) {
      try run(
        "INSERT INTO payments VALUES (?, ?, ?, ?, ?)",
        [
          agreement.key.text, number, payment.amount.minorUnits, payment.at.seconds,
          payment.note,
        ])
    }
    for event in events { try log(event, of: .agreement, agreement.key.text) }
  }

  private func insert(_ agreement: Agreement) throws {
    let creator = agreement.creator.text
    let brand = agreement.brand.text
    try require("creators", creator, .noSuchCreator(creator))
    try require("brands", brand, .noSuchBrand(brand))
    let terms = agreement.terms
    try run(
      "INSERT INTO agreements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        agreement.key.text, creator, brand, terms.currency, terms.fee?.minorUnits,
        terms.share?.basisPoints, terms.days, terms.usageRights, terms.exclusivity?.category,
        terms.exclusivity?.until.number, agreement.made.seconds,
      ])
  }
}

extension AgreementEvent {
  fileprivate var isMaking: Bool {
    if case .made = self { return true }
    return false
  }
}
