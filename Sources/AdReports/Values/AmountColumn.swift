import Diagnostics
import Posts
import Tables

/// The amounts of one column, which are all written in one way.
struct AmountColumn {
  enum Fault: Error, Equatable {
    case amount(Money.ParseError)
    case negative
    /// The cell names another currency than its row's column does.
    case otherCurrency(String, column: String)
  }

  /// What separates the decimals, when any cell of the column decides it.
  private var mark: Unicode.Scalar?
  private var evidence: CellTable.Cell?
  /// The first cell that contradicts the evidence.
  private(set) var conflict: (cell: CellTable.Cell, first: CellTable.Cell)?
  private let fallback: Unicode.Scalar?

  /// - Parameter cells: of data rows only.
  init(_ cells: some Sequence<CellTable.Cell>, decimalMark: AdReportOptions.DecimalMark?) {
    fallback = decimalMark.map { $0 == .comma ? "," : "." }
    for cell in cells {
      guard case .text(let text) = cell.content, let found = Self.decimalMark(of: text) else {
        continue
      }
      if let mark, let evidence {
        if found != mark, conflict == nil { conflict = (cell, evidence) }
      } else {
        mark = found
        evidence = cell
      }
    }
  }

  /// - Parameters:
  ///   - column: the currency that the row or the header names, if one does.
  ///   - fallback: the option's.
  /// - Returns: nil when it is unknown: empty or masked.
  func read(
    _ content: CellTable.Cell.Content, column: String?, fallback: String?
  ) throws(Fault) -> Money? {
    let text: String
    switch content {
    case .text(let found):
      if CellWords.isEmpty(found) || CellWords.isMasked(found) { return nil }
      text = decided(found)
    case .number(let found, let format):
      guard let decimal = DecimalText(found) else { throw .amount(.notAnAmount) }
      guard let number = decimal.plainText else {
        throw .amount(decimal.exponent > 0 ? .tooLarge : .notAnAmount)
      }
      let sign = if case .signed(let sign) = format, Self.isCurrency(sign) { sign } else { "" }
      text = "\(sign) \(Self.unmistakable(number))"
    }
    let money: Money
    do {
      money = try Money.parse(text, defaultCurrency: column ?? fallback)
    } catch {
      throw .amount(error)
    }
    if let column, money.currency != column.uppercased() {
      throw .otherCurrency(money.currency, column: column)
    }
    if money.minorUnits < 0 { throw .negative }
    return money
  }

  /// Formats show other words too, such as units.
  private static func isCurrency(_ name: String) -> Bool {
    if name.isEmpty { return false }
    do {
      _ = try Money.parse("1 \(name)")
      return true
    } catch {
      if case .ambiguousCurrency = error { return true }
      return false
    }
  }

  /// The text with a mark before three digits, `1.250`, made what the column or the option says.
  private func decided(_ text: String) -> String {
    guard let mark = mark ?? fallback, let (range, number) = Self.number(in: text),
      let only = number.marks.first, number.marks.count == 1, only == "." || only == ",",
      Self.decimalMark(of: text) == nil
    else { return text }
    let digits = number.groups
    let plain =
      only == mark ? Self.unmistakable("\(digits[0]).\(digits[1])") : digits[0] + digits[1]
    return text.replacingCharacters(in: range, with: plain)
  }

  /// Three decimals could be a group of thousands; four cannot.
  private static func unmistakable(_ number: String) -> String {
    guard let point = number.firstIndex(of: ".") else { return number }
    return number[point...].count == 4 ? number + "0" : number
  }

  /// What must be the decimal mark in this text; nil when it has none, or nobody can tell.
  static func decimalMark(of text: String) -> Unicode.Scalar? {
    guard let (_, number) = number(in: text), let last = number.marks.last else { return nil }
    let isPoint = last == "." || last == ","
    let other: Unicode.Scalar = last == "," ? "." : ","
    if number.marks.count(where: { $0 == last }) > 1 { return isPoint ? other : nil }
    guard isPoint else { return nil }
    if number.marks.count > 1 { return last }
    let first = number.groups[0]
    let mayGroup = (1...3).contains(first.count) && !first.hasPrefix("0")
    return number.groups[1].count == 3 && mayGroup ? nil : last
  }

  /// The digits of a text in their groups, and the marks between them.
  private static func number(
    in text: String
  ) -> (Range<String.Index>, (groups: [String], marks: [Unicode.Scalar]))? {
    let scalars = text.unicodeScalars
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    guard text.utf8.count <= 100, let start = scalars.firstIndex(where: isDigit),
      let last = scalars.lastIndex(where: isDigit)
    else { return nil }
    let end = scalars.index(after: last)
    var groups = [""]
    var marks: [Unicode.Scalar] = []
    for scalar in scalars[start..<end] {
      if isDigit(scalar) {
        groups[groups.count - 1].unicodeScalars.append(scalar)
      } else {
        marks.append(scalar)
        groups.append("")
      }
    }
    return (start..<end, (groups, marks))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
