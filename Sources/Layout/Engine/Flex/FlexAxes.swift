import Pixels
import Styling

/// Which way a flex container's axes run on the slide (CSS Flexbox §2, §5.1, §5.2).
///
/// The algorithm itself is flow-relative: it knows main and cross, start and end only.
struct FlexAxes {
  /// `row` and `row-reverse`.
  let mainIsHorizontal: Bool
  /// Main-start is the right side or the bottom.
  let mainIsReversed: Bool
  /// Cross-start is the right side or the bottom.
  let crossIsReversed: Bool
  /// The container's own writing direction.
  let isRightToLeft: Bool

  init(_ style: ComputedStyle) {
    let direction = style.flex.direction
    isRightToLeft = style.text.direction == .rtl
    mainIsHorizontal = direction == .row || direction == .rowReverse
    let wrapsBackwards = style.flex.wrap == .wrapReverse
    if mainIsHorizontal {
      mainIsReversed = isRightToLeft != (direction == .rowReverse)
      crossIsReversed = wrapsBackwards
    } else {
      mainIsReversed = direction == .columnReverse
      crossIsReversed = isRightToLeft != wrapsBackwards
    }
  }

  func main(_ size: Size) -> Double { mainIsHorizontal ? size.width : size.height }
  func cross(_ size: Size) -> Double { mainIsHorizontal ? size.height : size.width }

  func main(_ edges: Edges<Double>) -> Double {
    mainIsHorizontal ? edges.horizontal : edges.vertical
  }
  func cross(_ edges: Edges<Double>) -> Double {
    mainIsHorizontal ? edges.vertical : edges.horizontal
  }

  func mainStart<Value>(_ edges: Edges<Value>) -> Value {
    mainIsHorizontal
      ? (mainIsReversed ? edges.right : edges.left) : (mainIsReversed ? edges.bottom : edges.top)
  }
  func mainEnd<Value>(_ edges: Edges<Value>) -> Value {
    mainIsHorizontal
      ? (mainIsReversed ? edges.left : edges.right) : (mainIsReversed ? edges.top : edges.bottom)
  }
  func crossStart<Value>(_ edges: Edges<Value>) -> Value {
    mainIsHorizontal
      ? (crossIsReversed ? edges.bottom : edges.top) : (crossIsReversed ? edges.right : edges.left)
  }
  func crossEnd<Value>(_ edges: Edges<Value>) -> Value {
    mainIsHorizontal
      ? (crossIsReversed ? edges.top : edges.bottom) : (crossIsReversed ? edges.left : edges.right)
  }

  /// The top left corner of a box from its flow-relative offsets in a container of a known size.
  func origin(main: Double, cross: Double, of box: Size, in container: Size) -> Point {
    let main = mainIsReversed ? self.main(container) - main - self.main(box) : main
    let cross = crossIsReversed ? self.cross(container) - cross - self.cross(box) : cross
    return mainIsHorizontal ? Point(x: main, y: cross) : Point(x: cross, y: main)
  }

  /// Width and height from a main and a cross size.
  func size(main: Double, cross: Double) -> Size {
    mainIsHorizontal ? Size(width: main, height: cross) : Size(width: cross, height: main)
  }
}

// MARK: - Alignment values in flow-relative terms

/// `justify-content` and `align-content` (CSS Box Alignment §4.3) from an axis' own start.
enum FlexDistribution {
  case start, center, end, spaceBetween, spaceAround, spaceEvenly, stretch
}

/// `align-self` from the cross axis' own start.
enum FlexAlignment {
  case start, center, end, stretch, firstBaseline, lastBaseline
}

extension FlexAxes {
  func mainDistribution(_ value: FlexStyle.Justify) -> FlexDistribution {
    // On a vertical axis left and right mean start (CSS Box Alignment §4.3).
    let leftIsMainStart = mainIsHorizontal ? !mainIsReversed : startIsMainStart
    return switch value {
    case .normal, .flexStart, .stretch: .start
    case .flexEnd: .end
    case .start: startIsMainStart ? .start : .end
    case .end: startIsMainStart ? .end : .start
    case .left: leftIsMainStart ? .start : .end
    case .right: leftIsMainStart == mainIsHorizontal ? .end : .start
    case .center: .center
    case .spaceBetween: .spaceBetween
    case .spaceAround: .spaceAround
    case .spaceEvenly: .spaceEvenly
    }
  }

  func crossDistribution(_ value: FlexStyle.Justify) -> FlexDistribution {
    return switch value {
    case .normal, .stretch: .stretch
    case .flexStart: .start
    case .flexEnd: .end
    // `left` and `right` are not values of `align-content`.
    case .start, .left: startIsCrossStart ? .start : .end
    case .end, .right: startIsCrossStart ? .end : .start
    case .center: .center
    case .spaceBetween: .spaceBetween
    case .spaceAround: .spaceAround
    case .spaceEvenly: .spaceEvenly
    }
  }

  /// - Parameter item: of the item, whose direction `self-start` and `self-end` follow.
  func alignment(_ value: FlexStyle.Align, item: ComputedStyle) -> FlexAlignment {
    let selfIsRightToLeft = item.text.direction == .rtl
    return switch value {
    case .auto, .normal, .stretch: .stretch
    case .flexStart: .start
    case .flexEnd: .end
    case .start: startIsCrossStart ? .start : .end
    case .end: startIsCrossStart ? .end : .start
    case .selfStart: startIsCrossStart(isRightToLeft: selfIsRightToLeft) ? .start : .end
    case .selfEnd: startIsCrossStart(isRightToLeft: selfIsRightToLeft) ? .end : .start
    case .center: .center
    case .baseline: .firstBaseline
    case .lastBaseline: .lastBaseline
    }
  }

  /// Whether main-start is where the writing mode starts.
  var startIsMainStart: Bool {
    mainIsHorizontal ? mainIsReversed == isRightToLeft : !mainIsReversed
  }

  /// Whether cross-start is where the writing mode starts.
  var startIsCrossStart: Bool { startIsCrossStart(isRightToLeft: isRightToLeft) }

  private func startIsCrossStart(isRightToLeft: Bool) -> Bool {
    mainIsHorizontal ? !crossIsReversed : crossIsReversed == isRightToLeft
  }
}
