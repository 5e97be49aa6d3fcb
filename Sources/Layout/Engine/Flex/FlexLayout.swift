import Pixels
import Styling

extension LayoutEngine {
  /// Lays out the items of a flex container whose content box has the width `space.width`
  /// (CSS Flexbox §9).
  func layOutFlexContent(_ box: Box, in space: ItemsSpace) -> ItemsContent {
    let container = FlexContainer(box, in: space, engine: self)
    var (lines, mainSize) = container.sizedLines()
    let naturalCrossSize = container.outerCrossSize(of: lines)
    let crossSize = container.crossSize(natural: naturalCrossSize)
    container.stretchLines(&lines, crossSize: crossSize)
    for index in lines.indices {
      container.stretchItems(&lines[index])
      container.alignOnMainAxis(&lines[index], mainSize: mainSize)
      container.alignOnCrossAxis(&lines[index])
    }
    container.alignLines(&lines, crossSize: crossSize)
    return container.content(of: lines, size: container.axes.size(main: mainSize, cross: crossSize))
  }
}

extension LayoutEngine {
  /// Makes a height that comes from `aspect-ratio` no less than the content's own.
  func growWithContent(_ space: inout ItemsSpace, of box: Box) {
    guard let height = space.height else { return }
    let container = FlexContainer(box, in: space, engine: self)
    space.height = max(height, container.contentHeight(of: container.sizedLines().lines))
  }
}

extension FlexContainer {
  /// The lines with their items' main sizes and hypothetical cross sizes, and the container's own
  /// main size (§9.2 – §9.4).
  func sizedLines() -> (lines: [FlexLine], mainSize: Double) {
    var lines = collectLines(makeItems())
    let mainSize = self.mainSize(of: lines)
    for index in lines.indices {
      resolveFlexibleLengths(&lines[index], room: mainSize)
      determineCrossSizes(&lines[index])
      determineCrossSize(of: &lines[index])
    }
    return (lines, mainSize)
  }

  /// The content box's main size: given, or the longest line's (§9.2, step 4).
  private func mainSize(of lines: [FlexLine]) -> Double {
    if axes.mainIsHorizontal { return space.width }
    if let height = space.height { return height }
    return space.clampHeight(longestLine(of: lines))
  }

  private func longestLine(of lines: [FlexLine]) -> Double {
    let sizes = lines.map { $0.outerMainSize(gap: mainGap, axes, of: \.hypotheticalMainSize) }
    return max(0, sizes.max() ?? 0)
  }

  /// How high the items make the content box: stretched items of a single line as high as they
  /// are told.
  func contentHeight(of lines: [FlexLine]) -> Double {
    guard axes.mainIsHorizontal else { return longestLine(of: lines) }
    if isMultiLine { return outerCrossSize(of: lines) }
    let unstretched = lines.flatMap(\.items).filter { !$0.stretches(axes) }
    return unstretched.map { $0.outerCross(axes) }.max() ?? 0
  }

  /// The content box's cross size: given, or what the lines need (§9.6, step 15).
  func crossSize(natural: Double) -> Double {
    guard axes.mainIsHorizontal else { return space.width }
    return space.height ?? space.clampHeight(max(0, natural))
  }

  func content(of lines: [FlexLine], size: Size) -> ItemsContent {
    var placed: [(index: Int, child: PlacedFragment)] = []
    for line in lines {
      for item in line.items {
        guard let fragment = item.fragment else { continue }
        let origin = axes.origin(
          main: item.mainOffset, cross: line.crossOffset + item.crossOffset, of: fragment.size,
          in: size)
        placed.append((item.index, PlacedFragment(fragment: fragment, origin: origin)))
      }
    }
    placed.sort { $0.index < $1.index }
    return ItemsContent(
      children: placed.map(\.child), outOfFlow: staticPositions(in: size), height: size.height,
      firstBaseline: baseline(of: lines, size: size, .firstBaseline),
      lastBaseline: baseline(of: lines, size: size, .lastBaseline))
  }

  /// The container's first or last baseline from its content box's top (§8.5): that of the
  /// uppermost or lowest line's baseline-aligned items, else of its outermost item.
  private func baseline(
    of lines: [FlexLine], size: Size, _ wanted: FlexAlignment
  ) -> Double? {
    let style = box.style.flex
    let linesAreReversed = style.wrap == .wrapReverse
    let takesFirstLine = (wanted == .firstBaseline) != linesAreReversed
    guard let line = takesFirstLine ? lines.first : lines.last else { return nil }
    let shared = line.items.filter { $0.baselineOffset(axes) != nil }
    if axes.mainIsHorizontal,
      let item = shared.first(where: { $0.alignment == wanted }) ?? shared.first
    {
      return baseline(of: item, in: line, size: size, item.alignment)
    }
    let isReversed = style.direction == .rowReverse || style.direction == .columnReverse
    let takesFirstItem = (wanted == .firstBaseline) != isReversed
    return (takesFirstItem ? line.items.first : line.items.last).flatMap {
      baseline(of: $0, in: line, size: size, wanted)
    }
  }

  private func baseline(
    of item: FlexItem, in line: FlexLine, size: Size, _ wanted: FlexAlignment
  ) -> Double? {
    guard let fragment = item.fragment else { return nil }
    let origin = axes.origin(
      main: item.mainOffset, cross: line.crossOffset + item.crossOffset, of: fragment.size,
      in: size)
    let own = wanted == .firstBaseline ? fragment.firstBaseline : fragment.lastBaseline
    return origin.y + (own ?? fragment.size.height)
  }
}
