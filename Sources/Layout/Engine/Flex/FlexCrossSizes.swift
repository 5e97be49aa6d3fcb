import Pixels
import Styling

extension FlexContainer {
  /// Lays out each item with its used main size for its hypothetical cross size (CSS Flexbox §9.4,
  /// step 7).
  func determineCrossSizes(_ line: inout FlexLine) {
    for index in line.items.indices {
      let item = line.items[index]
      var itemSpace = mainSizedSpace(of: item)
      if !axes.mainIsHorizontal, !isMultiLine, item.stretches(axes) {
        itemSpace.fixedWidth = definiteCrossSize(of: item)
      }
      lay(&line.items[index], in: itemSpace)
    }
  }

  /// The line's cross size (§9.4, step 8).
  func determineCrossSize(of line: inout FlexLine) {
    if !isMultiLine, let definite = axes.mainIsHorizontal ? space.height : space.width {
      line.crossSize = definite
      determineBaselines(of: &line)
      return
    }
    var size = 0.0
    var first = BaselineGroup()
    var last = BaselineGroup()
    for item in line.items {
      let outer = item.outerCross(axes)
      if let baseline = item.baselineOffset(axes) {
        if item.alignment == .firstBaseline {
          first.add(baseline, of: outer)
        } else {
          last.add(baseline, of: outer)
        }
      } else {
        size = max(size, outer)
      }
    }
    size = max(size, first.size, last.size)
    line.crossSize = isMultiLine ? size : space.clampHeight(size)
    determineBaselines(of: &line)
  }

  /// Gives the lines what is left of the cross size, evenly, under `align-content: stretch`
  /// (§9.4, step 9).
  func stretchLines(_ lines: inout [FlexLine], crossSize: Double) {
    guard isMultiLine, axes.crossDistribution(box.style.flex.alignContent) == .stretch,
      !lines.isEmpty
    else { return }
    let free = crossSize - outerCrossSize(of: lines)
    guard free > 0 else { return }
    for index in lines.indices {
      lines[index].crossSize += free / Double(lines.count)
      determineBaselines(of: &lines[index])
    }
  }

  /// Lays out the stretched items again, as high or wide as their line (§9.4, step 11).
  func stretchItems(_ line: inout FlexLine) {
    for index in line.items.indices {
      let item = line.items[index]
      guard item.stretches(axes) else {
        useRoomBeyondContainer(&line.items[index], in: line)
        continue
      }
      let room = line.crossSize - axes.cross(item.margin)
      var itemSpace = mainSizedSpace(of: item)
      if axes.mainIsHorizontal {
        itemSpace.fixedHeight = engine.heightLimits(
          of: item.box, edges: item.edges, percentageHeight: space.definiteHeight
        ).clamp(room)
      } else {
        itemSpace.fixedWidth = engine.widthLimits(
          of: item.box, edges: item.edges, percentageWidth: space.width,
          availableWidth: availableWidth
        ).clamp(room)
      }
      lay(&line.items[index], in: itemSpace)
    }
  }

  /// In a column that is wider than its container the items that fit their content may be so too.
  private func useRoomBeyondContainer(_ item: inout FlexItem, in line: FlexLine) {
    guard !axes.mainIsHorizontal, isMultiLine, line.crossSize > space.width else { return }
    var itemSpace = mainSizedSpace(of: item)
    itemSpace.availableWidth = .definite(line.crossSize)
    lay(&item, in: itemSpace)
  }

  /// Lines and the gaps between them.
  func outerCrossSize(of lines: [FlexLine]) -> Double {
    lines.reduce(crossGap * Double(max(0, lines.count - 1))) { $0 + $1.crossSize }
  }

  private func mainSizedSpace(of item: FlexItem) -> ConstraintSpace {
    var itemSpace = self.itemSpace()
    if axes.mainIsHorizontal {
      itemSpace.fixedWidth = item.mainSize
    } else {
      itemSpace.fixedHeight = item.mainSize
      itemSpace.fixedHeightIsDefinite = item.mainSizeIsDefinite
    }
    return itemSpace
  }

  private func lay(_ item: inout FlexItem, in space: ConstraintSpace) {
    let fragment = engine.layOut(item.box, in: space)
    item.fragment = fragment
    item.crossSize = axes.cross(fragment.size)
  }

  /// First baselines meet as near to the line's cross-start as they can, last ones to its end.
  private func determineBaselines(of line: inout FlexLine) {
    var first = BaselineGroup()
    var last = BaselineGroup()
    for item in line.items {
      guard let baseline = item.baselineOffset(axes) else { continue }
      if item.alignment == .firstBaseline {
        first.add(baseline, of: item.outerCross(axes))
      } else {
        last.add(baseline, of: item.outerCross(axes))
      }
    }
    line.firstBaseline = first.isEmpty ? nil : first.before
    line.lastBaseline = last.isEmpty ? nil : line.crossSize - last.after
  }
}

/// Items that share an alignment baseline (CSS Box Alignment §9.3).
private struct BaselineGroup {
  var isEmpty = true
  /// The largest distances of the baseline from the margin edges on either side.
  var before = 0.0
  var after = 0.0

  var size: Double { isEmpty ? 0 : before + after }

  mutating func add(_ baseline: Double, of outerSize: Double) {
    before = isEmpty ? baseline : max(before, baseline)
    after = isEmpty ? outerSize - baseline : max(after, outerSize - baseline)
    isEmpty = false
  }
}
