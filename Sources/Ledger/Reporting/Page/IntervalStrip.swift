import Foundation
import Markup
import Posts

/// The axis that several rows of dots and intervals share.
///
/// Places are percentages of the picture's width, so that it fits every screen and its marks and
/// letters keep their size.
struct StripAxis {
  /// Not empty; intervals that leave it end in an arrow.
  var range: ClosedRange<Double>
  /// In `range`, ascending.
  var ticks: [Double]

  /// - Parameters:
  ///   - range: what is to be seen.
  ///   - count: of ticks, about.
  init(covering range: ClosedRange<Double>, ticks count: Int) {
    let span = max(range.upperBound - range.lowerBound, 1e-9)
    let step = Self.roundStep(span / Double(count))
    let low = (range.lowerBound / step).rounded(.down) * step
    let steps = max(1, ((range.upperBound - low) / step - 1e-9).rounded(.up))
    self.range = low...(low + steps * step)
    // From 0 or beside it, so that 0 itself is met exactly.
    ticks = (0...Int(steps)).map { ((low / step).rounded() + Double($0)) * step }
  }

  /// 1, 2 or 5 times a power of ten, at least `step`.
  private static func roundStep(_ step: Double) -> Double {
    var size = 1.0
    while size < step { size *= 10 }
    while size > step { size /= 10 }
    // Now size <= step < 10 size.
    return [1, 2, 5].map { $0 * size }.first { $0 >= step * 0.999 } ?? 10 * size
  }

  func place(_ value: Double) -> String {
    let inside = min(range.upperBound, max(range.lowerBound, value))
    let share = (inside - range.lowerBound) / (range.upperBound - range.lowerBound)
    return String(format: "%.2f%%", share * 100)
  }

  /// The tick labels as a picture of their own, for the table's head; every second one where all
  /// would touch, that of 0 among them.
  func head(_ label: (Double) -> String) -> Node {
    let zero = ticks.firstIndex { abs($0) < 1e-9 } ?? 0
    let labels = ticks.enumerated().compactMap { index, tick -> Node? in
      if ticks.count > 3, index % 2 != zero % 2 { return nil }
      let anchor = index == 0 ? "start" : index == ticks.count - 1 ? "end" : "middle"
      return .tag("text", with: ["x": place(tick), "y": "11", "text-anchor": anchor], label(tick))
    }
    return .tag(
      "svg", with: ["width": "100%", "height": "15", "aria-hidden": "true"], labels)
  }
}

/// One row: a dot on its interval, with ticks behind and marks beside it.
struct IntervalStrip {
  var axis: StripAxis
  /// For those who hear the page, and as a tooltip.
  var title: String
  var value: Double?
  var interval: ConfidenceInterval?
  /// A class of the style sheet: whose color it has.
  var kind: String
  /// Drawn stronger than the other ticks: no difference.
  var zero: Double?
  /// The interval of the first, behind all rows.
  var band: ConfidenceInterval?
  /// What TikTok published.
  var diamonds: [Double] = []

  /// Where dots stand, from the top of the cell, which the picture fills.
  private static let middle = 18

  func svg() -> Node {
    var parts: [Node] = [.tag("title", title)]
    if let band { parts.append(rectangle(band)) }
    for tick in axis.ticks {
      parts.append(line(tick, tick, from: "0", to: "100%", kind: "tick"))
    }
    if let zero { parts.append(line(zero, zero, from: "0", to: "100%", kind: "zero")) }
    if let interval { parts += whisker(interval) }
    for diamond in diamonds where axis.range.contains(diamond) {
      parts.append(mark("diamond", at: diamond, "M0-5.5 5.5 0 0 5.5-5.5 0Z"))
    }
    if let value, axis.range.contains(value) {
      let dot = interval == nil ? "dot open" : "dot"
      parts.append(
        .tag(
          "circle", class: dot, with: ["cx": axis.place(value), "cy": "\(Self.middle)", "r": "4.5"])
      )
    }
    return .tag(
      "svg", class: "strip \(kind)", with: ["role": "img", "width": "100%", "height": "100%"], parts
    )
  }

  private func rectangle(_ band: ConfidenceInterval) -> Node {
    let start = axis.range.lowerBound
    let span = axis.range.upperBound - start
    let share = (min(band.upper, axis.range.upperBound) - max(band.lower, start)) / span
    let width = String(format: "%.2f%%", max(0, share) * 100)
    return .tag(
      "rect",
      class: "band",
      with: ["x": axis.place(band.lower), "y": "0", "width": width, "height": "100%"])
  }

  private func whisker(_ interval: ConfidenceInterval) -> [Node] {
    let y = "\(Self.middle)"
    var parts = [line(interval.lower, interval.upper, from: y, to: y, kind: "whisker")]
    if interval.lower < axis.range.lowerBound {
      parts.append(mark("arrow", at: interval.lower, "M0-4-7 0 0 4Z"))
    }
    if interval.upper > axis.range.upperBound {
      parts.append(mark("arrow", at: interval.upper, "M0-4 7 0 0 4Z"))
    }
    return parts
  }

  private func line(
    _ start: Double, _ end: Double, from top: String, to bottom: String, kind: String
  ) -> Node {
    .tag(
      "line",
      class: kind,
      with: [
        "x1": axis.place(start), "x2": axis.place(end), "y1": top, "y2": bottom,
      ])
  }

  /// A path around the origin, moved to a place that is a percentage.
  private func mark(_ kind: String, at value: Double, _ path: String) -> Node {
    .tag(
      "svg", with: ["x": axis.place(value), "y": "\(Self.middle)", "overflow": "visible"],
      [.tag("path", class: kind, with: ["d": path])])
  }
}
