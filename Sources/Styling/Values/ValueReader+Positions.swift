import Diagnostics
import Markup

/// A `<position>` as declared.
struct SpecifiedPosition: Hashable, Sendable {
  package var x: SpecifiedLength
  package var y: SpecifiedLength

  package static let center = SpecifiedPosition(x: .percent(50), y: .percent(50))
  package static let topLeft = SpecifiedPosition(x: .percent(0), y: .percent(0))

  package func computed(in context: StyleContext) -> PositionValue {
    PositionValue(x: x.computed(in: context), y: y.computed(in: context))
  }
}

extension ValueReader {
  private enum Side: String { case left, right, top, bottom, center }

  /// One, two or four parts: keywords, lengths, or sides with offsets (CSS Values 4 §8.3).
  ///
  /// - Parameter allowsThree: a side without offset beside one with (only `background-position`).
  package mutating func position(allowsThree: Bool = false) throws(Diagnostic) -> SpecifiedPosition?
  {
    var parts: [(side: Side?, offset: SpecifiedLength?)] = []
    while parts.count < 4 {
      if let side = keyword(Side.self) {
        parts.append((side, nil))
      } else if let length = try lengthPercentage() {
        parts.append((nil, length))
      } else {
        break
      }
    }
    switch parts.count {
    case 1: return Self.position(parts[0], (.center, nil))
    case 2: return Self.position(parts[0], parts[1])
    case 3: return allowsThree ? Self.offsetPosition(parts) : nil
    case 4: return Self.offsetPosition(parts)
    default: return nil
    }
  }

  /// Keywords may come in either order; with a length the first is horizontal.
  private static func position(
    _ first: (side: Side?, offset: SpecifiedLength?),
    _ second: (side: Side?, offset: SpecifiedLength?)
  ) -> SpecifiedPosition? {
    if let x = horizontal(first), let y = vertical(second) { return SpecifiedPosition(x: x, y: y) }
    guard first.side != nil, second.side != nil, let x = horizontal(second), let y = vertical(first)
    else { return nil }
    return SpecifiedPosition(x: x, y: y)
  }

  /// `right 10px bottom 20px`, `left 10px top`, `center bottom 5px`.
  private static func offsetPosition(
    _ parts: [(side: Side?, offset: SpecifiedLength?)]
  ) -> SpecifiedPosition? {
    var sides: [(side: Side, offset: SpecifiedLength?)] = []
    for part in parts {
      if let side = part.side {
        sides.append((side, nil))
      } else if let last = sides.last, last.side != .center, last.offset == nil {
        sides[sides.count - 1].offset = part.offset
      } else {
        return nil
      }
    }
    guard sides.count == 2 else { return nil }
    if let x = horizontal(sides[0]), let y = vertical(sides[1]) {
      return SpecifiedPosition(x: x, y: y)
    }
    guard let x = horizontal(sides[1]), let y = vertical(sides[0]) else { return nil }
    return SpecifiedPosition(x: x, y: y)
  }

  private static func horizontal(
    _ part: (side: Side?, offset: SpecifiedLength?)
  ) -> SpecifiedLength? {
    switch part.side {
    case nil: part.offset
    case .left?: part.offset ?? .percent(0)
    case .right?: fromEnd(part.offset)
    case .center?: .percent(50)
    case .top?, .bottom?: nil
    }
  }

  private static func vertical(
    _ part: (side: Side?, offset: SpecifiedLength?)
  ) -> SpecifiedLength? {
    switch part.side {
    case nil: part.offset
    case .top?: part.offset ?? .percent(0)
    case .bottom?: fromEnd(part.offset)
    case .center?: .percent(50)
    case .left?, .right?: nil
    }
  }

  private static func fromEnd(_ offset: SpecifiedLength?) -> SpecifiedLength {
    guard let offset else { return .percent(100) }
    return .sum([.percent(100), .scaled(offset, by: -1)])
  }
}
