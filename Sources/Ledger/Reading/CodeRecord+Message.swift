import Library
public import Posts

extension Desk {
  /// A message about a code, ready to be sent.
  ///
  /// - Parameters:
  ///   - agreement: one that was made with it; the code's own when nil.
  ///   - withCode: the code itself stands in it.
  public func letter(
    _ template: MessageTemplate, about record: CodeRecord, under agreement: Agreement? = nil,
    withCode: Bool = false
  ) throws -> FilledMessage {
    let values = try store.read { reader in
      var values = try record.messageValues(
        reader,
        agreement: try agreement ?? record.authorization.agreement.flatMap(reader.agreement),
        at: now)
      if withCode, let mark = record.authorization.grant?.code {
        values[.code] = try reader.code(withFingerprint: mark.fingerprint)?.secret
      }
      return values
    }
    return template.filled(with: values)
  }
}

extension CodeRecord {
  /// What a message about this code says in the places of its template.
  ///
  /// - Parameters:
  ///   - reader: for names and words.
  ///   - agreement: its terms, when there is one.
  func messageValues(
    _ reader: LibraryReader, agreement: Agreement?, at now: Moment, times: ZonedTime = .local
  ) throws -> [MessagePlaceholder: String] {
    var values = try MessageValues.of(
      post, authorization: authorization.key, in: reader, times: times, at: now)
    if let agreement { values[.terms] = MessageValues.terms(of: agreement) }
    return values
  }
}

extension Agreement.Terms {
  /// `$300 and 5% of the ad spend, 30 days a code`.
  public var line: String {
    let fee = fee?.formatted().replacing("\u{A0}", with: " ")
    let share = share.map { "\($0) of the ad spend in \(currency)" }
    let money = [fee, share].compactMap(\.self).joined(separator: " and ")
    return "\(money), \(days) day\(days == 1 ? "" : "s") a code"
  }
}
