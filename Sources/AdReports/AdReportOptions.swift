public import Posts

/// What a report may leave open.
public struct AdReportOptions: Sendable {
  /// `--from` and `--to`: the days that a report without days covers; stronger than its file name.
  public var days: ClosedRange<Day>?
  /// `--currency`: of amounts without one; ISO 4217.
  public var currency: String?
  /// `--decimal-mark point|comma`: how amounts are written where the report does not decide it.
  public var decimalMark: DecimalMark?
  /// `--day-order day-first|month-first`: what 03/04/2026 means where the report does not decide it.
  public var dayOrder: DayOrder?

  /// What stands before the fraction of an amount.
  public enum DecimalMark: String, CaseIterable, Sendable {
    /// 1,234.50 or 1.234,50.
    case point, comma
  }

  /// Which part of a date comes first.
  public enum DayOrder: String, CaseIterable, Sendable {
    /// 03/04/2026 is the third of April.
    case dayFirst = "day-first"
    /// 03/04/2026 is the fourth of March.
    case monthFirst = "month-first"
  }

  public init(
    days: ClosedRange<Day>? = nil, currency: String? = nil, decimalMark: DecimalMark? = nil,
    dayOrder: DayOrder? = nil
  ) {
    self.days = days
    self.currency = currency
    self.decimalMark = decimalMark
    self.dayOrder = dayOrder
  }
}
