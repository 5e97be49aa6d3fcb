extension AdFigures {
  /// Both together; nil when they cannot be added: money of two currencies, or more than an `Int`
  /// holds. That is no precondition, because reports, which come from anywhere, lead to it.
  ///
  /// What only one of the two knows is taken from it, so a sum is at least what is known. Reach is
  /// unknown in every sum: who was reached on two days would count twice.
  public static func + (left: AdFigures, right: AdFigures) -> AdFigures? {
    var sum = AdFigures()
    switch (left.spend, right.spend) {
    case (let a?, let b?):
      let (units, overflows) = a.minorUnits.addingReportingOverflow(b.minorUnits)
      guard a.currency == b.currency, !overflows else { return nil }
      sum.spend = Money(minorUnits: units, currency: a.currency)
    case (let one, let other): sum.spend = one ?? other
    }
    for count in additiveCounts {
      switch (left[keyPath: count], right[keyPath: count]) {
      case (let a?, let b?):
        let (total, overflows) = a.addingReportingOverflow(b)
        if overflows { return nil }
        sum[keyPath: count] = total
      case (let one, let other): sum[keyPath: count] = one ?? other
      }
    }
    return sum
  }

  /// All together, as `+` adds them; unknown throughout when there are none.
  public static func sum(of figures: some Sequence<AdFigures>) -> AdFigures? {
    var sum = AdFigures()
    for one in figures {
      guard let next = sum + one else { return nil }
      sum = next
    }
    return sum
  }

  /// Every count that says the same of two days together as of each: all but reach.
  private static var additiveCounts: [WritableKeyPath<AdFigures, Int?>] {
    [
      \.impressions, \.clicks, \.destinationClicks, \.videoViews, \.views2s, \.views6s,
      \.focusedViews6s, \.completions, \.likes, \.comments, \.shares, \.follows, \.profileVisits,
      \.conversions,
    ]
  }
}
