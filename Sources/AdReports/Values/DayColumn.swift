import Diagnostics
import Posts
import Tables

/// The days of one column, which are all written in one way.
struct DayColumn {
  enum Fault: Error, Equatable {
    case notADay
    /// `03/04/2026`, and no other row says which comes first.
    case ambiguous
  }

  private typealias Order = AdReportOptions.DayOrder

  private var order: AdReportOptions.DayOrder?
  private var evidence: CellTable.Cell?
  /// The first cell that contradicts the evidence.
  private(set) var conflict: (cell: CellTable.Cell, first: CellTable.Cell)?

  /// - Parameter cells: of data rows only.
  init(_ cells: some Sequence<CellTable.Cell>, order fallback: AdReportOptions.DayOrder?) {
    for cell in cells {
      guard case .text(let text) = cell.content,
        case .numbers(let first, let second, _) = Form(text)
      else { continue }
      let found: AdReportOptions.DayOrder
      switch (first > 12, second > 12) {
      case (true, false): found = .dayFirst
      case (false, true): found = .monthFirst
      default: continue
      }
      if let order, let evidence {
        if found != order, conflict == nil { conflict = (cell, evidence) }
      } else {
        order = found
        evidence = cell
      }
    }
    order = order ?? fallback
  }

  func read(_ content: CellTable.Cell.Content) throws(Fault) -> Day {
    switch content {
    case .text(let text):
      switch Form(text) {
      case .day(let day): return day
      case .numbers(let first, let second, let year):
        guard let order = order ?? (first == second ? .dayFirst : nil) else { throw .ambiguous }
        let isDayFirst = order == .dayFirst
        guard
          let day = Day(
            year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
        else { throw .notADay }
        return day
      case nil: throw .notADay
      }
    case .number(let text, .date(let from1904)):
      guard let day = Self.day(serial: text, from1904: from1904) else { throw .notADay }
      return day
    // 20260131 as a number.
    case .number(let text, _):
      guard let number = DecimalText(text)?.wholeNumber, case .day(let day) = Form(String(number))
      else { throw .notADay }
      return day
    }
  }

  /// A spreadsheet's days; hours are decimals. Up to 60 they count a 29 February 1900 that never
  /// was, and no ad ran then.
  private static func day(serial text: String, from1904: Bool) -> Day? {
    guard let number = DecimalText(text), !number.isNegative else { return nil }
    var whole = number.digits
    // At most 15 digits, so no more than 15 steps do anything.
    for _ in 0..<min(max(0, -number.exponent), 20) { whole /= 10 }
    for _ in 0..<min(max(0, number.exponent), 20) where whole < 10_000_000 { whole *= 10 }
    guard whole > 60, whole < 2_958_466 else { return nil }
    let epoch = from1904 ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 30)
    return epoch?.adding(days: whole)
  }

  /// How a day is written.
  private enum Form {
    case day(Day)
    /// Two numbers, either of which may be the month.
    case numbers(Int, Int, year: Int)

    /// `2026-01-31`, `2026/1/31`, `20260131`, `31.01.2026`, `01/31/2026`, `Jan 31, 2026`,
    /// `31 January 2026`; a time of day after it does not count.
    init?(_ text: String) {
      if let day = Day(text) {
        self = .day(day)
        return
      }
      guard text.utf8.count <= 40 else { return nil }
      var words = text.unicodeScalars.split { $0.properties.isWhitespace || $0 == "," }
        .map { String($0) }
      if words.count > 1, Self.isTime(words[words.count - 1]) { words.removeLast() }
      // `12:00:00 AM`.
      if words.count > 2, ["am", "pm"].contains(words[words.count - 1].lowercased()),
        Self.isTime(words[words.count - 2])
      {
        words.removeLast(2)
      }
      switch words.count {
      case 1: self.init(numbers: Self.withoutTime(words[0]))
      case 3: self.init(words: words)
      default: return nil
      }
    }

    private static func isTime(_ word: String) -> Bool {
      word.contains(":") && word.allSatisfy { $0.isASCII && ($0.isNumber || ":.Z+".contains($0)) }
    }

    /// `2026-01-31T00:00:00Z`.
    private static func withoutTime(_ word: String) -> Substring {
      guard let mark = word.firstIndex(of: "T"), isTime(String(word[word.index(after: mark)...]))
      else { return word[...] }
      return word[..<mark]
    }

    private init?(numbers word: Substring) {
      let marks = word.filter { "-/.".contains($0) }
      let parts = word.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
      let values = parts.compactMap { part in
        part.utf8.count <= 8 && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
      }
      guard values.count == parts.count, Set(marks).count <= 1 else { return nil }
      if parts.count == 1, parts[0].utf8.count == 8 {
        let number = values[0]
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      } else if parts.count == 3, parts[0].utf8.count == 4, parts[2].utf8.count <= 2 {
        self.init(year: values[0], month: values[1], day: values[2])
      } else if parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2,
        parts[1].utf8.count <= 2
      {
        // No country writes the month first with points.
        if marks.first == "." {
          self.init(year: values[2], month: values[1], day: values[0])
        } else {
          self = .numbers(values[0], values[1], year: values[2])
        }
      } else {
        return nil
      }
    }

    /// `Jan 31 2026`, `31 January 2026`, `2026 Jan 31`.
    private init?(words: [String]) {
      guard let index = words.firstIndex(where: { Self.month($0) != nil }), index < 2,
        let month = Self.month(words[index])
      else { return nil }
      let numbers = words.indices.filter { $0 != index }.map { words[$0] }
      guard let first = Int(numbers[0]), let second = Int(numbers[1]) else { return nil }
      let isYearFirst = numbers[0].utf8.count == 4
      self.init(
        year: isYearFirst ? first : second, month: month, day: isYearFirst ? second : first)
    }

    private init?(year: Int, month: Int, day: Int) {
      guard let day = Day(year: year, month: month, day: day) else { return nil }
      self = .day(day)
    }

    private static let months = Day.monthNames.map { $0.lowercased() }

    /// English names, whole or from three letters on.
    private static func month(_ word: String) -> Int? {
      var word = word.lowercased()
      if word.hasSuffix(".") { word.removeLast() }
      guard word.utf8.count >= 3 else { return nil }
      return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }
  }
}
