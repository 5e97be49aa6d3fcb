import Tables

/// How often something happened.
enum CountValue {
  enum Fault: Error, Equatable {
    case notACount
    case negative
    case tooLarge
  }

  /// No ad was ever seen as often; sums of any number of lines stay far from overflow.
  static let maximum = 1_000_000_000_000

  /// - Returns: nil when it is unknown: empty or masked.
  static func read(_ content: CellTable.Cell.Content) throws(Fault) -> Int? {
    switch content {
    case .text(let text):
      if CellWords.isEmpty(text) || CellWords.isMasked(text) { return nil }
      return try checked(try number(text))
    case .number(let text, _):
      guard let decimal = DecimalText(text) else { throw .notACount }
      guard let value = decimal.wholeNumber else {
        throw decimal.exponent > 0 ? .tooLarge : .notACount
      }
      return try checked(value)
    }
  }

  private static func checked(_ value: Int) throws(Fault) -> Int {
    if value < 0 { throw .negative }
    if value > maximum { throw .tooLarge }
    return value
  }

  /// `1234`, `1,234`, `1.234`, `1 234`, `1’234`, `12.0`: a count has no decimals but zeros, so any
  /// mark before three digits groups them.
  private static func number(_ text: String) throws(Fault) -> Int {
    // Nearly every cell.
    let isShort = (1...12).contains(text.utf8.count)
    if isShort, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let plain = Int(text) {
      return plain
    }
    var groups: [[UInt8]] = [[]]
    var marks: [Unicode.Scalar] = []
    var scalars = Array(text.unicodeScalars)[...]
    let isNegative = scalars.first == "-" || scalars.first == "\u{2212}"
    if isNegative { scalars.removeFirst() }
    guard scalars.count <= 40 else { throw .notACount }
    for scalar in scalars {
      switch scalar {
      case "0"..."9": groups[groups.count - 1].append(UInt8(scalar.value - 48))
      case ",", ".", "'", "’", " ", "\u{A0}", "\u{202F}", "\u{2009}":
        marks.append(scalar)
        groups.append([])
      default: throw .notACount
      }
    }
    if let last = marks.last, last == "." || last == ",", groups[groups.count - 1].count != 3,
      !groups[groups.count - 1].isEmpty, groups[groups.count - 1].allSatisfy({ $0 == 0 }),
      !marks.dropLast().contains(last)
    {
      groups.removeLast()
      marks.removeLast()
    }
    let middle = groups.dropFirst().dropLast()
    let isPlain = marks.isEmpty && !groups[0].isEmpty
    // India writes two digits in all groups but the last.
    let isGrouped =
      !marks.isEmpty && Set(marks).count == 1 && (1...3).contains(groups[0].count)
      && groups[groups.count - 1].count == 3
      && (middle.allSatisfy { $0.count == 3 } || middle.allSatisfy { $0.count == 2 })
    guard isPlain || isGrouped else { throw .notACount }
    var value = 0
    for digit in groups.joined() {
      value = value * 10 + Int(digit)
      if value > maximum { throw .tooLarge }
    }
    return isNegative ? -value : value
  }
}
