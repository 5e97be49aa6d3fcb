/// Budgets that text from outside must keep, each with its own error.
enum TextLimits {
  /// The longest paragraph. A slide holds some 300; laying out a balanced one of this length still
  /// takes milliseconds.
  static let maximumScalars = 5_000
  /// Combining marks after one base character; HarfBuzz 6 takes quadratic time in them. No
  /// orthography needs more than about eight.
  static let maximumMarks = 32
}
