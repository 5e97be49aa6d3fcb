/// How a language writes amounts, numbers, shares and days.
public struct LanguageFormat: Equatable, Sendable {
  /// Where an amount has its currency's sign.
  enum AmountForm: Equatable, Sendable {
    /// Where its own country has it: `$5`, `5 kr`.
    case asItsCurrency
    /// `$5`, or with a no-break space `CHF 5`.
    case before(spaced: Bool)
    /// `5 €`.
    case behind
  }

  package var decimalMark: String
  var groupMark: String
  var amount: AmountForm
  /// A share, with `#` for its number.
  var percent: String
  /// A day with its year, in the letters of a template's `date` filter.
  public let day: String
  /// A day of a year that goes without saying.
  public let dayOfYear: String
  /// From January, as they stand in a date.
  public let months: [String]
  /// As they stand where room is short: `Mar`, `mars`, `3月`.
  public let shortMonths: [String]
  /// From Sunday.
  public let weekdays: [String]
  /// As they stand where room is short.
  public let shortWeekdays: [String]
  /// How many digits a number has that is grouped.
  var groupsFrom = 4
  /// `1,23,456`.
  var groupsInTwos = false
  /// An invisible mark that begins an amount, so that its sign stands on the right side.
  var lead = ""
  /// Of currencies that have another sign at home than abroad.
  var signs: [String: String] = [:]

  /// The one of a language; English where it is not in the table.
  public init(of language: Language) { self = Self(known: language) ?? .english }

  /// The one of a language; nil where it is not in the table.
  public init?(known language: Language) {
    for tag in language.fallbacks {
      switch tag {
      case "en": self = .english
      case "no", "nn": self = Self.table["nb"] ?? .english
      default:
        guard let found = Self.table[tag] else { continue }
        self = found
      }
      return
    }
    return nil
  }

  init(
    decimalMark: String, groupMark: String, amount: AmountForm, percent: String, day: String,
    dayOfYear: String, months: [String], shortMonths: [String], weekdays: [String],
    shortWeekdays: [String], groupsFrom: Int = 4, groupsInTwos: Bool = false, lead: String = "",
    signs: [String: String] = [:]
  ) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.amount = amount
    self.percent = percent
    self.day = day
    self.dayOfYear = dayOfYear
    self.months = months
    self.shortMonths = shortMonths
    self.weekdays = weekdays
    self.shortWeekdays = shortWeekdays
    self.groupsFrom = groupsFrom
    self.groupsInTwos = groupsInTwos
    self.lead = lead
    self.signs = signs
  }

  /// `$1,234.50`, `12 March 2026`: no country reads that day otherwise.
  public static let english = LanguageFormat(
    decimalMark: ".", groupMark: ",", amount: .asItsCurrency, percent: "#%", day: "D MMMM YYYY",
    dayOfYear: "D MMMM", months: Day.monthNames,
    shortMonths: Day.monthNames.map { String($0.prefix(3)) }, weekdays: Day.weekdayNames,
    shortWeekdays: Day.weekdayNames.map { String($0.prefix(3)) })

  /// A whole number with its thousands grouped.
  ///
  /// - Parameter digits: of a number that is not negative.
  package func grouped(_ digits: String, inTwos: Bool? = nil) -> String {
    guard digits.utf8.count >= groupsFrom else { return digits }
    var groups = [String(digits.suffix(3))]
    var rest = digits.dropLast(3)
    let size = inTwos ?? groupsInTwos ? 2 : 3
    while !rest.isEmpty {
      groups.insert(String(rest.suffix(size)), at: 0)
      rest = rest.dropLast(size)
    }
    return groups.joined(separator: groupMark)
  }

  /// A number as somebody wrote it with a point, with the language's mark instead: `4,80`.
  package func marked(_ written: String) -> String {
    decimalMark == "." ? written : written.split(separator: ".").joined(separator: decimalMark)
  }

  /// `20%`, `20 %`, `%20`.
  package func percent(_ number: Int) -> String {
    percent.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\(number)")
  }
}
