public import Library
public import Posts

extension CodeRecord {
  /// What a message about this code says in the places of its template.
  ///
  /// - Parameters:
  ///   - reader: for names and words.
  ///   - agreement: its terms, when there is one.
  public func messageValues(
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
