import Diagnostics
import Library
public import Posts

/// From when to when a code is valid, as far as anybody knows.
public struct CodeTimes: Equatable, Sendable {
  /// nil for what was asked for.
  public var days: Int?
  /// nil for now.
  public var start: Moment?
  /// nil for start and days, which is a guess.
  public var end: Moment?
  /// Who said so; only with an end.
  public var endSource: Grant.EndSource?

  public init(
    days: Int? = nil, start: Moment? = nil, end: Moment? = nil,
    endSource: Grant.EndSource? = nil
  ) {
    self.days = days
    self.start = start
    self.end = end
    self.endSource = endSource
  }

  struct Settled {
    package var days: Int
    package var start: Moment
    package var end: Moment
    package var source: Grant.EndSource
    package var warnings: [Diagnostic] = []
  }

  /// - Parameter asked: days of the request or of the code before; nil when nothing was asked for.
  /// - Throws: also when the code is over already: there would be nothing to follow.
  func settled(asked: Int?, at now: Moment) throws -> Settled {
    let settled = try unchecked(asked: asked, at: now)
    guard now < settled.end else {
      throw Diagnostic.endHasPassed(ZonedTime.local.text(settled.end))
    }
    return settled
  }

  private func unchecked(asked: Int?, at now: Moment) throws -> Settled {
    let start = self.start ?? now
    // Before it is counted with: a slip may be any number.
    for days in [days, asked] {
      if let days, !(1...Authorization.mostDays).contains(days) {
        throw Refusal.tooManyDays(days)
      }
    }
    guard let end else {
      let days = days ?? asked ?? Desk.defaultDays
      var warnings = Desk.doubts(aboutDays: days)
      if self.days == nil, asked == nil { warnings.append(.daysAssumed(days)) }
      if let asked, let given = self.days, given != asked {
        warnings.append(.otherDaysThanAsked(given, asked: asked))
      }
      return Settled(
        days: days, start: start, end: start.adding(days: days), source: .counted,
        warnings: warnings)
    }
    guard start < end else { throw Refusal.endsBeforeItStarts(start: start, end: end) }
    let counted = end.daysBegun(since: start)
    guard counted <= Authorization.mostDays else { throw Refusal.tooManyDays(counted) }
    let days = days ?? asked ?? counted
    var warnings: [Diagnostic] = []
    // A day's difference is only the hour at which somebody counted.
    if abs(counted - days) > 1 { warnings.append(.endIsNotAfterDays(days, counted: counted)) }
    return Settled(
      days: days, start: start, end: end, source: endSource ?? .creator, warnings: warnings)
  }
}
