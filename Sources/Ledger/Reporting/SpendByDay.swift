public import Posts

/// What was spent in one currency over time, in at most `maximumSteps` steps of equal length.
public struct SpendByDay: Sendable {
  /// More are too thin to be seen on paper.
  public static let maximumSteps = 120

  public struct Step: Equatable, Sendable {
    public var days: ClosedRange<Day>
    /// Minor units a day, on average over the step.
    public var spark: Double
    public var standard: Double
  }

  public var currency: String
  /// Days in a step; the last may have fewer.
  public var stepLength: Int
  /// Consecutive; empty when nothing was spent.
  public var steps: [Step]
  /// Rows that tell several days at once; their spend is spread evenly over these.
  public var longRows: Int

  package init(_ ads: [AdResult], currency: String) {
    self.currency = currency
    steps = []
    longRows = 0
    stepLength = 1
    let rows = ads.flatMap { ad in
      ad.rows.compactMap { row -> (kind: AdResult.Kind, row: MetricsSnapshot, spend: Double)? in
        guard let money = row.figures.spend, money.currency == currency,
          row.firstDay <= row.lastDay
        else { return nil }
        return (ad.kind, row, Double(money.minorUnits))
      }
    }
    guard let first = rows.map(\.row.firstDay).min(), let last = rows.map(\.row.lastDay).max()
    else { return }
    let count = last.number - first.number + 1
    stepLength = Self.length(of: count)
    let stepCount = (count + stepLength - 1) / stepLength
    steps = (0..<stepCount).map { index in
      let start = first.adding(days: index * stepLength)
      return Step(
        days: start...min(start.adding(days: stepLength - 1), last), spark: 0, standard: 0)
    }
    for (kind, row, spend) in rows {
      if row.dayCount > 1 { longRows += 1 }
      let daily = spend / Double(row.dayCount)
      let touched =
        (row.firstDay.number - first.number) / stepLength...(row.lastDay.number - first.number)
        / stepLength
      for index in touched {
        let days = steps[index].days
        let shared =
          min(days.upperBound.number, row.lastDay.number)
          - max(days.lowerBound.number, row.firstDay.number) + 1
        let part =
          daily * Double(shared) / Double(days.upperBound.number - days.lowerBound.number + 1)
        switch kind {
        case .spark: steps[index].spark += part
        case .standard: steps[index].standard += part
        }
      }
    }
  }

  /// A day, a week, four weeks, or as many as it takes.
  private static func length(of days: Int) -> Int {
    for length in [1, 7, 28] where days <= length * maximumSteps { return length }
    return (days + maximumSteps - 1) / maximumSteps
  }
}
