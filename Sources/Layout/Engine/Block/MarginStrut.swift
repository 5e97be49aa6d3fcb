/// Adjoining vertical margins that collapse into one (CSS 2.1 §8.3.1).
struct MarginStrut: Hashable {
  private var largest = 0.0
  private var mostNegative = 0.0

  /// The collapsed margin: the largest positive plus the most negative one.
  var sum: Double { largest + mostNegative }

  mutating func add(_ margin: Double) {
    largest = max(largest, margin)
    mostNegative = min(mostNegative, margin)
  }

  mutating func add(_ other: MarginStrut) {
    largest = max(largest, other.largest)
    mostNegative = min(mostNegative, other.mostNegative)
  }
}

/// The children's margins that stick out of a box and meet the box's own.
struct CollapsibleMargins: Hashable {
  /// To collapse with the box's top margin.
  var top = MarginStrut()
  /// To collapse with the box's bottom margin.
  var bottom = MarginStrut()
  /// The box has no height of its own: its top and bottom margin are adjoining too.
  var collapseThrough = false
}
