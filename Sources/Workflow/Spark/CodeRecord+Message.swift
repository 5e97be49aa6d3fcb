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
    var values: [MessagePlaceholder: String] = [:]
    let person = try creator.flatMap(reader.creator)
    values[.creator] = person?.name ?? creator.map { "@\($0)" }
    values[.brand] = try reader.brand(authorization.brand)?.name ?? authorization.brand.text
    let words = try reader.story(of: post)?.post
    values[.post] = Self.title(of: words) ?? post.text
    values[.url] = url
    values[.days] = String(authorization.days)
    if let grant = authorization.grant {
      values[.start] = times.text(grant.start)
      values[.end] = times.text(grant.end)
      values[.left] = ZonedTime.distance(from: now, to: grant.end)
    }
    if let agreement {
      values[.terms] = "We agreed on: \(agreement.terms.line)."
    }
    return values
  }

  /// A post's title, or the first words of its caption.
  private static func title(of post: Post?) -> String? {
    if let title = post?.title, !title.isEmpty { return title }
    let words = (post?.caption ?? "").split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    let few = words.prefix(8).joined(separator: " ")
    return String(few.prefix(80)) + (words.count > 8 || few.count > 80 ? "…" : "")
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
