extension Int {
  /// The sum, held at the ends of what can be counted: amounts and counts come from files of others,
  /// and no sum of them may end the program.
  ///
  /// The ends are `max` and `-max`, so that the negative of a sum is one too.
  package func addingSaturated(_ other: Int) -> Int {
    let (sum, isOver) = addingReportingOverflow(other)
    if isOver { return self > 0 ? .max : -.max }
    return Swift.max(sum, -.max)
  }
}
