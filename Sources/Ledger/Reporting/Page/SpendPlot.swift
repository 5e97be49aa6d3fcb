import Foundation
import Markup
import Posts

/// Spend over time as two stepped lines: the Spark Ads' with its area, the In-Feed ads' beside it.
struct SpendPlot {
  var spending: SpendByDay

  private static let height = 190
  /// So that the topmost amount has room.
  private static let head = 8.0
  /// Room for the labels of days.
  private static let foot = 20

  func node() -> Node {
    let most = spending.steps.map { max($0.spark, $0.standard) }.max() ?? 0
    let axis = StripAxis(covering: 0...max(most, 1), ticks: 4)
    let top = axis.range.upperBound
    let plotHeight = Double(Self.height - Self.foot)
    var labels: [Node] = []
    var parts: [Node] = [
      .tag("title", title), .tag("desc", "The figures are in the table below."),
    ]
    for tick in axis.ticks {
      let y = place(Self.head + (plotHeight - Self.head) * (1 - tick / top))
      let text = ReportNumbers.money(tick, spending.currency, like: top)
      labels.append(.tag("text", with: ["x": "0", "y": y, "dy": "4"], text))
      parts.append(.tag("line", class: "tick", with: ["x1": "0", "x2": "100%", "y1": y, "y2": y]))
    }
    parts.append(
      .tag(
        "svg",
        with: [
          "x": "0", "y": place(Self.head), "width": "100%", "height": place(plotHeight - Self.head),
          "viewbox": "0 0 1000 1000", "preserveaspectratio": "none",
        ],
        curve(\.spark, top: top, kind: "spark", filled: true)
          + curve(\.standard, top: top, kind: "standard", filled: false)))
    parts += dayLabels()
    let height = "\(Self.height)"
    return .tag(
      "div", class: "spend",
      [
        .tag(
          "svg", class: "amounts", with: ["width": "64", "height": height, "aria-hidden": "true"],
          labels),
        .tag("svg", with: ["role": "img", "width": "100%", "height": height], parts),
      ])
  }

  private var title: String {
    guard let first = spending.steps.first, let last = spending.steps.last else { return "" }
    let days = ReportNumbers.days(first.days.lowerBound...last.days.upperBound)
    return "Spend a day in \(spending.currency), \(days)"
  }

  /// A step for each of the spending's, over a square of 1,000.
  private func curve(
    _ value: (SpendByDay.Step) -> Double, top: Double, kind: String, filled: Bool
  ) -> [Node] {
    guard spending.steps.contains(where: { value($0) > 0 }) else { return [] }
    let width = 1000 / Double(spending.steps.count)
    var path = ""
    for (index, step) in spending.steps.enumerated() {
      let y = place(1000 * (1 - min(1, max(0, value(step) / top))))
      let start = place(Double(index) * width)
      path += index == 0 ? "M\(start) \(y)" : "V\(y)"
      path += "H\(place(Double(index + 1) * width))"
    }
    let line = Node.tag(
      "path", class: "line \(kind)", with: ["vector-effect": "non-scaling-stroke", "d": path])
    guard filled else { return [line] }
    return [.tag("path", class: "area \(kind)", with: ["d": "\(path)V1000H0Z"]), line]
  }

  private func dayLabels() -> [Node] {
    let steps = spending.steps
    let indices = steps.count < 3 ? [0] : [0, steps.count / 2, steps.count - 1]
    return indices.enumerated().map { position, index in
      let share = (Double(index) + 0.5) / Double(steps.count)
      let anchor = position == 0 ? "start" : position == indices.count - 1 ? "end" : "middle"
      let x =
        position == 0 ? "0" : position == indices.count - 1 ? "100%" : "\(place(share * 100))%"
      let day = ReportNumbers.day(steps[index].days.lowerBound)
      return .tag("text", with: ["x": x, "y": "\(Self.height - 4)", "text-anchor": anchor], day)
    }
  }

  private func place(_ value: Double) -> String { String(format: "%.1f", value) }
}
