import Pixels

/// A flex container's line: its items and its place on the cross axis (CSS Flexbox §6).
struct FlexLine {
  var items: [FlexItem]
  var crossSize = 0.0
  /// From the container's cross-start, flow-relative.
  var crossOffset = 0.0
  /// Distance of the lines' shared baselines from its cross-start edge; nil without baseline
  /// aligned items.
  var firstBaseline: Double?
  var lastBaseline: Double?

  /// Items and gaps, main sizes as they are given.
  func outerMainSize(gap: Double, _ axes: FlexAxes, of size: (FlexItem) -> Double) -> Double {
    items.reduce(gap * Double(max(0, items.count - 1))) { $0 + $1.outerMain(size($1), axes) }
  }
}

extension FlexContainer {
  /// Collects the items into lines (§9.3, step 5).
  func collectLines(_ items: [FlexItem]) -> [FlexLine] {
    guard !items.isEmpty else { return [] }
    guard isMultiLine, let room = roomForLine else { return [FlexLine(items: items)] }
    var lines: [FlexLine] = []
    var line: [FlexItem] = []
    var used = 0.0
    for item in items {
      // Sizes are compared in 64ths of a px, cut, as browsers have them: three items of 33.34 %
      // fit into a line.
      let size = wholeLayoutUnits(item.outerMain(item.hypotheticalMainSize, axes))
      if !line.isEmpty, used + mainGap + size > room + layoutUnit / 2 {
        lines.append(FlexLine(items: line))
        line = []
        used = 0
      }
      used += size + (line.isEmpty ? 0 : mainGap)
      line.append(item)
    }
    lines.append(FlexLine(items: line))
    return lines
  }

  /// How long a line may get before it breaks; nil without a limit.
  private var roomForLine: Double? {
    if axes.mainIsHorizontal { return space.width }
    return space.height ?? space.maxHeight.map { max($0, space.minHeight) }
  }
}

/// The grain of browsers' lengths, px.
let layoutUnit = 1.0 / 64

private func wholeLayoutUnits(_ px: Double) -> Double {
  (px / layoutUnit + 1e-6).rounded(.towardZero) * layoutUnit
}
