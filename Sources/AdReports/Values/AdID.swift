import Tables

/// TikTok's ids, which have 19 digits: more than a spreadsheet's numbers hold.
enum AdID {
  enum Fault: Error, Equatable {
    case notAnID
    /// A spreadsheet took it for a number and lost its last digits.
    case rounded
  }

  /// - Returns: digits; nil when there is none.
  static func read(_ content: CellTable.Cell.Content) throws(Fault) -> String? {
    switch content {
    case .text(let text):
      if CellWords.isEmpty(text) { return nil }
      let bare = unwrapped(text)
      if isDigits(bare) { return bare }
      if DecimalText(bare.replacingComma) != nil { throw .rounded }
      throw .notAnID
    case .number(let text, _):
      guard let number = DecimalText(text) else { throw .notAnID }
      // Whole numbers are exact up to 2^53.
      let whole = isDigits(text) ? Int(text) : number.wholeNumber
      guard let value = whole, value < 1 << 53 else { throw .rounded }
      guard value > 0 else { throw .notAnID }
      return String(value)
    }
  }

  /// Whether it ends with the zeros that 15 significant digits leave: every id of a column that a
  /// spreadsheet rounded does.
  static func looksRounded(_ id: String) -> Bool? {
    let count = id.utf8.count
    guard count > DecimalText.significantDigits else { return nil }
    return id.utf8.suffix(count - DecimalText.significantDigits).allSatisfy {
      $0 == UInt8(ascii: "0")
    }
  }

  /// `="1793…"` and `'1793…` are how people keep spreadsheets from rounding.
  private static func unwrapped(_ text: String) -> String {
    var text = text[...]
    if text.hasPrefix("=") { text = text.dropFirst() }
    if text.hasPrefix("'") { text = text.dropFirst() }
    if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }

  private static func isDigits(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension String {
  /// `1,79E+18` of a spreadsheet with decimal commas.
  fileprivate var replacingComma: String {
    String(map { $0 == "," ? "." : $0 })
  }
}
