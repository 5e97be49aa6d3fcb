/// A day of the Gregorian calendar.
public struct CalendarDate: Equatable, Sendable {
  /// 1…9999.
  public var year: Int
  /// 1...12.
  public var month: Int
  /// 1...31.
  public var day: Int

  /// Reads `2026-03-12` (ISO 8601); nil for other forms and for days no calendar has.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      year >= 1, (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// 0 is Sunday; by Sakamoto's congruence.
  var weekday: Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
  }

  /// The day as a text, names in English.
  public func formatted(_ format: DateFormat) -> String {
    format.parts.map { part in
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

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdayNames = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
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
