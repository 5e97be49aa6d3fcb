public import Posts

extension Day {
  /// The day as a text, names in English.
  public func formatted(_ format: DateFormat) -> String {
    let (year, month, day) = civil
    return format.parts.map { part in
      switch part {
      case .literal(let text): text
      case .year: String(year)
      case .shortYear: Self.padded(year % 100)
      case .month: String(month)
      case .paddedMonth: Self.padded(month)
      case .monthName: Self.monthNames[month - 1]
      case .shortMonthName: String(Self.monthNames[month - 1].prefix(3))
      case .day: String(day)
      case .paddedDay: Self.padded(day)
      case .weekdayName: Self.weekdayNames[weekday]
      case .shortWeekdayName: String(Self.weekdayNames[weekday].prefix(3))
      }
    }.joined()
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// How a date is written: `YYYY`, `YY`, `MMMM` (March), `MMM` (Mar), `MM`, `M`, `DD`, `D`, `dddd`
/// (Thursday), `ddd` (Thu); everything that is not a letter stays, letters stand in `[brackets]`.
public struct DateFormat: Equatable, Sendable {
  enum Part: Equatable {
    case literal(String)
    case year, shortYear, month, paddedMonth, monthName, shortMonthName
    case day, paddedDay, weekdayName, shortWeekdayName
  }

  let parts: [Part]

  /// `12 March 2026`: no country reads it otherwise.
  static let standard = DateFormat(parts: [
    .day, .literal(" "), .monthName, .literal(" "), .year,
  ])

  private init(parts: [Part]) { self.parts = parts }

  /// Nil when a run of letters has no meaning.
  init?(_ pattern: String) {
    let meanings: [String: Part] = [
      "YYYY": .year, "YY": .shortYear, "MMMM": .monthName, "MMM": .shortMonthName,
      "MM": .paddedMonth, "M": .month, "DD": .paddedDay, "D": .day, "dddd": .weekdayName,
      "ddd": .shortWeekdayName,
    ]
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let first = rest.first {
      if first == "[" {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        parts.append(.literal(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      } else if first.isLetter {
        let word = rest.prefix { $0 == first }
        guard let part = meanings[String(word)] else { return nil }
        parts.append(part)
        rest = rest.dropFirst(word.count)
      } else {
        let word = rest.prefix { !$0.isLetter && $0 != "[" }
        parts.append(.literal(String(word)))
        rest = rest.dropFirst(word.count)
      }
    }
    self.parts = parts
  }
}
