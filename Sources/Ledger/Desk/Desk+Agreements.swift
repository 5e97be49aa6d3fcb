public import Diagnostics
package import Library
public import Posts

/// What was agreed on, and what was paid of it.
extension Desk {
  public struct MadeAgreement: Sendable {
    public var agreement: Agreement
    public var warnings: [Diagnostic]
  }

  public func makeAgreement(
    creator: String, brand: String, terms: AgreementTerms
  ) throws -> MadeAgreement {
    try write { writer in
      let creator = try writer.reader.creator(named: creator)
      let brand = try writer.reader.brand(named: brand)
      return try make(terms, creator: creator.key, brand: brand.key, writer)
    }
  }

  /// Inside of a transaction, so that a request and its agreement are made together.
  package func make(
    _ terms: AgreementTerms, creator: Key<Creator>, brand: Key<Brand>, _ writer: LibraryWriter
  ) throws -> MadeAgreement {
    let key = try writer.reader.freeAgreementKey(creator: creator, brand: brand)
    let days = terms.days ?? Authorization.defaultDays
    guard terms.fee != nil || terms.share != nil else { throw Refusal.termsAreEmpty }
    let full = try Agreement.Terms(
      currency: try currency(of: terms, brand: brand, writer.reader), fee: terms.fee,
      share: terms.share, days: days, usageRights: terms.usageRights,
      exclusivity: terms.exclusivity, agreement: key)
    let agreement = try Agreement(
      key: key, creator: creator, brand: brand, terms: full, made: now
    ).hidingCodes(by: writer.reader.hidingCodes)
    let same = try writer.reader.agreements(creator: creator, brand: brand)
      .first { $0.terms == agreement.terms }
    try writer.save(agreement, events: [agreement.making])
    return MadeAgreement(
      agreement: agreement,
      warnings: [Diagnostic].doubts(aboutDays: days)
        + (same.map { [.agreementIsThere($0.key, new: key)] } ?? []))
  }

  /// That of the fee, or what the brand's accounts are billed in.
  private func currency(
    of terms: AgreementTerms, brand: Key<Brand>, _ reader: LibraryReader
  ) throws -> String {
    if let text = terms.currency { return try Self.currency(text) }
    if let fee = terms.fee { return fee.currency }
    let used = Set(try reader.advertisers(of: brand).map(\.currency))
    guard used.count == 1, let only = used.first, let only else {
      throw Diagnostic.shareWithoutCurrency()
    }
    return only
  }

  public struct Payment: Sendable {
    public var agreement: Agreement
    /// As of now, with this payment.
    public var statement: Posts.Statement?
    public var warnings: [Diagnostic]
  }

  /// Notes a payment from the brand to the creator.
  public func pay(_ name: String, amount: Money, note: String?) throws -> Payment {
    try write { writer in
      var agreement = try writer.reader.agreement(named: name)
      let events = try agreement.pay(amount, note: note.map(writer.reader.hidingCodes), at: now)
      try writer.save(agreement, events: events)
      let statement = try writer.reader.statements(
        creator: nil, brand: nil, agreement: agreement.key, days: nil, at: now
      ).first
      let isTooMuch = (statement?.owed.minorUnits ?? 0) < 0
      return Payment(
        agreement: agreement, statement: statement,
        warnings: isTooMuch ? [.paidTooMuch(agreement.key, statement?.owed)] : [])
    }
  }
}
