public import Diagnostics
public import Library
public import Posts

/// Which agreements to account for, and which days' spend.
public struct StatementQuery: Equatable, Sendable {
  public var creator: String?
  public var brand: String?
  public var agreement: String?
  public var days: ClosedRange<Day>?

  public init() {}

  /// - Parameters:
  ///   - first: of the days that are counted; none before it.
  ///   - last: none after it.
  public init(
    creator: String?, brand: String?, agreement: String?, from first: Day?, to last: Day?
  ) throws(Diagnostic) {
    self.creator = creator
    self.brand = brand
    self.agreement = agreement
    guard first != nil || last != nil else { return }
    let (first, last) = (first ?? Self.firstDay, last ?? Self.lastDay)
    guard first <= last else { throw .daysBackwards(from: first, to: last) }
    days = first...last
  }

  /// In order of agreements' keys.
  public func statements(in store: LibraryStore, at now: Moment) throws -> [Posts.Statement] {
    try store.read { reader in
      try reader.statements(
        creator: try creator.map { try reader.creator(named: $0).key },
        brand: try brand.map { try reader.brand(named: $0).key },
        agreement: try agreement.map { try reader.agreement(named: $0).key }, days: days, at: now)
    }
  }

  private static let firstDay = Day(number: 0)
  /// The end of the year 9999.
  private static let lastDay = Day(number: 2_932_896)
}

/// What several statements come to, in one currency.
public struct StatementTotal: Equatable, Sendable {
  /// What the ads spent.
  public var spend: Money
  /// What was agreed to be paid once.
  public var fee: Money
  /// The creators' part of the spend.
  public var share: Money
  /// What was paid.
  public var paid: Money
  /// What is due and not yet paid.
  public var owed: Money

  /// One a currency, by code.
  public static func totals(of statements: [Posts.Statement]) -> [StatementTotal] {
    let byCurrency = Dictionary(grouping: statements, by: \.agreement.terms.currency)
    return byCurrency.sorted { $0.key < $1.key }.map { currency, statements in
      func sum(_ value: (Posts.Statement) -> Money) -> Money {
        let minorUnits = statements.reduce(0) { $0.addingSaturated(value($1).minorUnits) }
        return Money(minorUnits: minorUnits, currency: currency)
      }
      return StatementTotal(
        spend: sum(\.spend), fee: sum(\.fee), share: sum(\.share), paid: sum(\.paid),
        owed: sum(\.owed))
    }
  }
}
