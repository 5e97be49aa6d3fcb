/// What an agreement comes to: the same on both sides, because it is computed from the same events.
public struct Statement: Equatable, Sendable {
  /// The agreement that is accounted for.
  public var agreement: Agreement
  /// One an authorization under the agreement, in order of their starts.
  public var lines: [Line]
  /// All spend in the agreement's currency.
  public var spend: Money
  /// Counted once the first code is issued.
  public var fee: Money
  /// The share of the spend, rounded half to even; once, here.
  public var share: Money
  /// Whether the share was rounded.
  public var shareIsRounded: Bool
  /// All payments together.
  public var paid: Money
  /// Fee and share less what was paid; negative when too much was paid.
  public var owed: Money

  /// One code of the agreement.
  public struct Line: Equatable, Sendable {
    public var post: Key<Post>
    public var authorization: Key<Authorization>
    public var status: Authorization.Status
    public var start: Moment?
    /// When it ended or will.
    public var end: Moment?
    /// From the code's start to its end, extensions included; to the day it was revoked if it was.
    public var daysLicensed: Int
    /// Days on which ads ran.
    public var daysRun: Int
    /// In the agreement's currency.
    public var spend: Money
    /// In others, by their codes; never converted, so no share is taken of it.
    public var otherSpend: [Money]
  }

  /// What the ads of an authorization came to.
  public struct Spending: Equatable, Sendable {
    /// At most one amount a currency.
    public var spend: [Money]
    /// Different days on which there was spend or an impression.
    public var daysRun: Int

    public init(spend: [Money] = [], daysRun: Int = 0) {
      self.spend = spend
      self.daysRun = daysRun
    }
  }

  /// - Parameter authorizations: those under the agreement, with their posts and spending.
  public init(
    of agreement: Agreement,
    authorizations: [(post: Key<Post>, authorization: Authorization, spending: Spending)],
    at now: Moment
  ) {
    let currency = agreement.terms.currency
    let zero = Money(minorUnits: 0, currency: currency)
    self.agreement = agreement
    lines = authorizations.map { post, authorization, spending in
      let start = authorization.grant?.start
      let end = authorization.lastMoment
      return Line(
        post: post, authorization: authorization.key, status: authorization.status(at: now),
        start: start, end: end,
        daysLicensed: start.flatMap { start in end.map { $0.daysBegun(since: start) } } ?? 0,
        daysRun: spending.daysRun,
        spend: spending.spend.first { $0.currency == currency } ?? zero,
        otherSpend: spending.spend.filter { $0.currency != currency && $0.minorUnits != 0 }
          .sorted { $0.currency < $1.currency })
    }
    lines.sort { left, right in
      (left.start ?? .distantFuture, left.authorization.text)
        < (right.start ?? .distantFuture, right.authorization.text)
    }
    spend = Money(
      minorUnits: lines.reduce(0) { $0.addingSaturated($1.spend.minorUnits) }, currency: currency)
    let isDue = authorizations.contains { $0.authorization.grant != nil }
    fee = isDue ? agreement.terms.fee ?? zero : zero
    let (share, rest) = agreement.terms.share?.of(spend) ?? (zero, 0)
    self.share = share
    shareIsRounded = rest != 0
    paid = agreement.paid
    owed = Money(
      minorUnits: fee.minorUnits.addingSaturated(share.minorUnits).addingSaturated(
        -paid.minorUnits),
      currency: currency)
  }
}

extension Moment {
  /// After everything that happens.
  public static let distantFuture = Moment(seconds: .max)
}
