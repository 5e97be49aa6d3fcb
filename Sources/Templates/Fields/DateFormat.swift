public import Posts

extension Day {
  /// The day as a text in a language.
  public func formatted(_ format: DateFormat, in language: LanguageFormat) -> String {
    let (year, month, day) = civil
    return format.parts(in: language).map { part in
      switch part {
      case .literal(let text): text
      case .year: String(year)
      case .shortYear: Self.padded(year % 100)
      case .month: String(month)
      case .paddedMonth: Self.padded(month)
      case .monthName: language.months[month - 1]
      case .shortMonthName: language.shortMonths[month - 1]
      case .day: String(day)
      case .paddedDay: Self.padded(day)
      case .weekdayName: language.weekdays[weekday]
      case .shortWeekdayName: language.shortWeekdays[weekday]
      }
    }.joined()
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// How a date is written: `long` and `day`, as the language has them, with the year and without; or
/// `YYYY`, `YY`, `MMMM` (March), `MMM` (Mar), `MM`, `M`, `DD`, `D`, `dddd` (Thursday), `ddd` (Thu);
/// everything that is not a letter stays, letters stand in `[brackets]`.
public struct DateFormat: Equatable, Sendable {
  enum Part: Equatable {
    case literal(String)
    case year, shortYear, month, paddedMonth, monthName, shortMonthName
    case day, paddedDay, weekdayName, shortWeekdayName
  }

  private enum Pattern: Equatable {
    case long, day
    case parts([Part])
  }

  private let pattern: Pattern

  /// `12 March 2026`, `12. März 2026`, `2026年3月12日`.
  static let long = DateFormat(.long)

  private init(_ pattern: Pattern) { self.pattern = pattern }

  /// Nil when a run of letters has no meaning.
  init?(_ pattern: String) {
    switch pattern {
    case "long": self.init(.long)
    case "day": self.init(.day)
    default:
      guard let parts = Self.parts(of: pattern) else { return nil }
      self.init(.parts(parts))
    }
  }

  func parts(in language: LanguageFormat) -> [Part] {
    switch pattern {
    case .long: Self.parts(of: language.day) ?? []
    case .day: Self.parts(of: language.dayOfYear) ?? []
    case .parts(let parts): parts
    }
  }

  /// Nil when a run of letters has no meaning.
  private static func parts(of pattern: String) -> [Part]? {
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
    return parts
  }
}
