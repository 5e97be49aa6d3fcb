import GRDB
public import Posts

extension LibraryReader {
  public func creator(_ key: Key<Creator>) throws -> Creator? {
    try creators(where: "key = ?", [key.text]).first
  }

  /// All, by key.
  public func creators() throws -> [Creator] { try creators(where: "TRUE", []) }

  public func brand(_ key: Key<Brand>) throws -> Brand? {
    try brands(where: "key = ?", [key.text]).first
  }

  /// All, by key.
  public func brands() throws -> [Brand] { try brands(where: "TRUE", []) }

  public func advertiser(_ key: Key<Advertiser>) throws -> Advertiser? {
    try advertisers(where: "key = ?", [key.text]).first
  }

  /// All, or those of a brand, by key.
  public func advertisers(of brand: Key<Brand>?) throws -> [Advertiser] {
    try advertisers(where: "brand = coalesce(?, brand)", [brand?.text])
  }

  public func agreement(_ key: Key<Agreement>) throws -> Agreement? {
    try agreements(where: "key = ?", [key.text]).first
  }

  /// All, or those of a brand or creator, by key.
  public func agreements(
    creator: Key<Creator>?, brand: Key<Brand>?
  ) throws -> [Agreement] {
    try agreements(
      where: "brand = coalesce(?, brand) AND creator = coalesce(?, creator)",
      [brand?.text, creator?.text])
  }

  private func creators(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [Creator] {
    try rows(
      "SELECT key, name, contact FROM creators WHERE \(condition) ORDER BY key", arguments
    ) {
      Creator(key: try $0.key(), name: try $0.next(), contact: try $0.next())
    }
  }

  private func brands(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [Brand] {
    try rows(
      "SELECT key, name, contact FROM brands WHERE \(condition) ORDER BY key", arguments
    ) {
      Brand(key: try $0.key(), name: try $0.next(), contact: try $0.next())
    }
  }

  private func advertisers(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [Advertiser] {
    try rows(
      "SELECT key, brand, name, currency FROM advertisers WHERE \(condition) ORDER BY key",
      arguments
    ) {
      Advertiser(
        key: try $0.key(), brand: try $0.key(), name: try $0.next(), currency: try $0.next())
    }
  }

  func agreements(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [Agreement] {
    let found = try rows(
      """
      SELECT key, creator, brand, currency, fee, share_basis_points, days, usage_rights,
        exclusive_category, exclusive_until, made
      FROM agreements WHERE \(condition) ORDER BY key
      """, arguments, Self.agreement)
    return try found.map { agreement in
      let currency = agreement.terms.currency
      let payments = try rows(
        "SELECT amount, at, note FROM payments WHERE agreement = ? ORDER BY number",
        [agreement.key.text]
      ) { columns in
        Agreement.Payment(
          amount: Money(minorUnits: try columns.next(), currency: currency),
          at: try columns.moment(), note: try columns.next())
      }
      return Agreement(
        key: agreement.key, creator: agreement.creator, brand: agreement.brand,
        terms: agreement.terms, made: agreement.made, payments: payments)
    }
  }

  /// An agreement's row, its payments aside.
  private static func agreement(_ columns: inout Columns) throws -> Agreement {
    let key: Key<Agreement> = try columns.key()
    let creator: Key<Creator> = try columns.key()
    let brand: Key<Brand> = try columns.key()
    let currency: String = try columns.next()
    let fee: Int? = try columns.next()
    let share: Int? = try columns.next()
    let days: Int = try columns.next()
    let usageRights: String? = try columns.next()
    let category: String? = try columns.next()
    let until: Int? = try columns.next()
    do {
      let terms = try Agreement.Terms(
        currency: currency, fee: fee.map { Money(minorUnits: $0, currency: currency) },
        share: share.flatMap { SpendShare(basisPoints: $0) }, days: days,
        usageRights: usageRights,
        exclusivity: try category.map {
          Agreement.Exclusivity(category: $0, until: Day(number: try until.required()))
        }, agreement: key)
      return Agreement(
        key: key, creator: creator, brand: brand, terms: terms, made: try columns.moment())
    } catch is Refusal {
      throw LibraryDamage()
    }
  }
}
