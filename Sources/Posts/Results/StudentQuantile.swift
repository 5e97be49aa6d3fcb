/// How many standard errors make a two-sided 95 % interval when the spread is itself an estimate.
enum StudentQuantile {
  /// The normal distribution's quantile: what remains when nothing about the spread is guessed.
  static let normal = 1.959963984540054

  /// The 97.5 % quantile of Student's distribution.
  ///
  /// - Parameter degrees: degrees of freedom, ≥ 1.
  static func value(degrees: Int) -> Double {
    precondition(degrees >= 1, "a spread needs two observations")
    if degrees <= table.count { return table[degrees - 1] }
    // Expansion around the normal quantile (Abramowitz and Stegun 26.7.5), off by less than 1e-5.
    let z = normal
    let n = Double(degrees)
    let square = z * z
    let first = z * (square + 1) / 4
    let second = z * (5 * square * square + 16 * square + 3) / 96
    let third = z * (3 * square * square * square + 19 * square * square + 17 * square - 15) / 384
    return z + first / n + second / (n * n) + third / (n * n * n)
  }

  /// For 1 to 30 degrees of freedom, as tabulated in any textbook.
  private static let table = [
    12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157,
    2.228139, 2.200985, 2.178813, 2.160369, 2.144787, 2.131450, 2.119905, 2.109816, 2.100922,
    2.093024, 2.085963, 2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831,
    2.048407, 2.045230, 2.042272,
  ]
}
