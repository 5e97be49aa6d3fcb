/// What creator and brand agreed on, and what was paid of it.
public struct Agreement: Equatable, Sendable {
  public let key: Key<Agreement>
  /// Who made the posts and is paid.
  public let creator: Key<Creator>
  /// Who pays.
  public let brand: Key<Brand>
  /// What was agreed; it never changes.
  public let terms: Terms
  /// When it was agreed.
  public let made: Moment
  /// In order of time.
  public private(set) var payments: [Payment]

  /// What the brand owes, and what it gets for it.
  public struct Terms: Equatable, Sendable, Codable {
    /// ISO 4217; of the fee, of all payments, and of the spend that the share is taken of.
    public let currency: String
    /// A fixed amount; nil for none.
    public let fee: Money?
    /// A share of what the ads spend; nil for none.
    public let share: SpendShare?
    /// How long the brand may run ads, for each code.
    public var days: Int
    public var usageRights: String?
    public var exclusivity: Exclusivity?

    /// - Throws: when there is neither fee nor share, when the fee is in another currency or
    ///   negative, when the days are out of range.
    public init(
      currency: String, fee: Money?, share: SpendShare?, days: Int, usageRights: String? = nil,
      exclusivity: Exclusivity? = nil, agreement key: Key<Agreement>
    ) throws(Refusal) {
      guard fee != nil || share != nil else { throw .termsAreEmpty }
      if let fee {
        guard fee.currency == currency else {
          throw .otherCurrency(key, expected: currency, found: fee.currency)
        }
        guard fee.minorUnits >= 0 else { throw .notAPayment(fee) }
      }
      guard (1...Authorization.mostDays).contains(days) else { throw .tooManyDays(days) }
      self.currency = currency
      self.fee = fee
      self.share = share
      self.days = days
      self.usageRights = usageRights
      self.exclusivity = exclusivity
    }
  }

  /// No ads for competitors of a kind until a day.
  public struct Exclusivity: Equatable, Sendable, Codable {
    /// The kind of goods that the creator advertises for nobody else.
    public var category: String
    /// The last day of it.
    public var until: Day

    public init(category: String, until: Day) {
      self.category = category
      self.until = until
    }
  }

  /// Money that the brand has paid.
  public struct Payment: Equatable, Sendable, Codable {
    /// How much was paid.
    public var amount: Money
    /// When it was paid.
    public var at: Moment
    /// What the payment was for, in words; nil when nobody said.
    public var note: String?

    public init(amount: Money, at: Moment, note: String?) {
      self.amount = amount
      self.at = at
      self.note = note
    }
  }

  public init(
    key: Key<Agreement>, creator: Key<Creator>, brand: Key<Brand>, terms: Terms, made: Moment,
    payments: [Payment] = []
  ) {
    self.key = key
    self.creator = creator
    self.brand = brand
    self.terms = terms
    self.made = made
    self.payments = payments
  }

  /// Notes a payment from the brand to the creator.
  @discardableResult
  public mutating func pay(
    _ amount: Money, note: String?, at now: Moment
  ) throws(Refusal) -> [AgreementEvent] {
    guard amount.currency == terms.currency else {
      throw .otherCurrency(key, expected: terms.currency, found: amount.currency)
    }
    guard amount.minorUnits > 0 else { throw .notAPayment(amount) }
    let payment = Payment(amount: amount, at: now, note: note)
    payments.append(payment)
    return [.paid(payment)]
  }

  /// All payments together.
  public var paid: Money {
    Money(
      minorUnits: payments.reduce(0) { $0.addingSaturated($1.amount.minorUnits) },
      currency: terms.currency)
  }

  /// The event that its making is.
  public var making: AgreementEvent { .made(creator: creator, brand: brand, terms) }

  /// The value that its events lead to, oldest first; nil when the first is not its making.
  public static func rebuilt(
    key: Key<Agreement>, from events: [Recorded<AgreementEvent>]
  ) -> Agreement? {
    guard let first = events.first, case .made(let creator, let brand, let terms) = first.event
    else { return nil }
    var agreement = Agreement(
      key: key, creator: creator, brand: brand, terms: terms, made: first.at)
    for recorded in events.dropFirst() {
      guard case .paid(let payment) = recorded.event else { return nil }
      agreement.payments.append(payment)
    }
    return agreement
  }
}

/// What happened to an agreement.
public enum AgreementEvent: Equatable, Sendable, Codable {
  /// It was agreed.
  case made(creator: Key<Creator>, brand: Key<Brand>, Agreement.Terms)
  /// The brand paid.
  case paid(Agreement.Payment)
}

/// A part of the ad spend, in hundredths of a percent: 5 % is 500.
public struct SpendShare: Hashable, Sendable, Codable {
  /// 1...10,000.
  public let basisPoints: Int

  /// nil outside of 1...10,000.
  public init?(basisPoints: Int) {
    guard (1...10_000).contains(basisPoints) else { return nil }
    self.basisPoints = basisPoints
  }

  /// - Parameter text: `5%`, `5 %`, `12.5%`, `7,25 %`; at most two decimals.
  public init?(_ text: String) {
    var rest = text[...]
    while rest.last == " " || rest.last == "\u{A0}" { rest.removeLast() }
    guard rest.last == "%" else { return nil }
    rest.removeLast()
    while rest.last == " " || rest.last == "\u{A0}" { rest.removeLast() }
    let parts = rest.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    guard let whole = parts.first, (1...3).contains(whole.utf8.count), let percent = Int(whole),
      whole.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    var hundredths = 0
    if parts.count == 2 {
      guard (1...2).contains(parts[1].utf8.count),
        parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let digits = Int(parts[1])
      else { return nil }
      hundredths = parts[1].utf8.count == 1 ? digits * 10 : digits
    }
    self.init(basisPoints: percent * 100 + hundredths)
  }

  /// The share of an amount, rounded half to even: the only rounding of a statement.
  ///
  /// - Returns: with what was rounded away, in hundredths of a percent of a minor unit: zero when
  ///   the share is whole.
  public func of(_ spend: Money) -> (share: Money, rest: Int) {
    let product = spend.minorUnits.multipliedFullWidth(by: basisPoints)
    var (quotient, rest) = 10_000.dividingFullWidth(product)
    let twice = abs(rest) * 2
    if twice > 10_000 || (twice == 10_000 && !quotient.isMultiple(of: 2)) {
      let step = rest < 0 ? -1 : 1
      quotient += step
      rest -= step * 10_000
    }
    return (Money(minorUnits: quotient, currency: spend.currency), rest)
  }
}

extension SpendShare: CustomStringConvertible {
  /// `5%`, `12.5%`.
  public var description: String {
    let (whole, hundredths) = basisPoints.quotientAndRemainder(dividingBy: 100)
    if hundredths == 0 { return "\(whole)%" }
    let digits =
      hundredths.isMultiple(of: 10)
      ? "\(hundredths / 10)"
      : hundredths < 10
        ? "0\(hundredths)" : "\(hundredths)"
    return "\(whole).\(digits)%"
  }
}
