import Pixels
import Styling

extension FlexContainer {
  /// Flex base size, limits and hypothetical main size of an item (CSS Flexbox §9.2, step 3).
  func determineMainSizes(of item: inout FlexItem) {
    let content = MainContentSize(of: item, in: self)
    let basis = definiteBasis(of: item)
    item.baseSize = basis ?? content.base()
    item.basisIsContent = basis == nil
    item.mainLimits = mainLimits(of: item, content: content)
    item.hypotheticalMainSize = item.mainLimits.clamp(item.baseSize)
    item.mainSize = item.hypotheticalMainSize
    // An item is as definite as its basis: by §9.8 only where it is inflexible, in Chromium always.
    item.mainSizeIsDefinite =
      axes.mainIsHorizontal || space.definiteHeight != nil || basis != nil
  }

  /// The used flex basis as a border-box size; nil for `content` (§7.2.1).
  private func definiteBasis(of item: FlexItem) -> Double? {
    let style = item.box.style
    let value: SizeValue
    switch style.flex.basis {
    case .content: return nil
    case .auto: value = axes.mainIsHorizontal ? style.box.width : style.box.height
    case .size(let size):
      // In Chromium a content keyword means `content` to the container's intrinsic width.
      if percentageWidth == nil, size.isContentKeyword { return nil }
      value = size
    }
    return definiteMainSize(value, of: item)
  }

  private func definiteMainSize(_ value: SizeValue, of item: FlexItem) -> Double? {
    if axes.mainIsHorizontal {
      return engine.borderBoxWidth(
        value, of: item.box, edges: item.edges, percentageWidth: percentageWidth,
        availableWidth: availableWidth)
    }
    return engine.borderBoxHeight(
      value, of: item.box, edges: item.edges, percentageHeight: space.definiteHeight)
  }

  /// `min-` and `max-` main size; `min: auto` is the content-based minimum (§4.5).
  private func mainLimits(of item: FlexItem, content: MainContentSize) -> Limits {
    let style = item.box.style.box
    var limits: Limits
    if axes.mainIsHorizontal {
      limits = engine.widthLimits(
        of: item.box, edges: item.edges, percentageWidth: percentageWidth,
        availableWidth: availableWidth)
    } else {
      limits = engine.heightLimits(
        of: item.box, edges: item.edges, percentageHeight: space.definiteHeight)
      if style.minHeight.isContentKeyword { limits.min = content.minimum() }
      if style.maxHeight?.isContentKeyword == true { limits.max = content.minimum() }
    }
    let minimum = axes.mainIsHorizontal ? style.minWidth : style.minHeight
    if minimum == .auto, style.overflow == .visible {
      limits.min = max(limits.min, automaticMinimum(of: item, content: content, limits: limits))
    }
    return limits
  }

  private func automaticMinimum(
    of item: FlexItem, content: MainContentSize, limits: Limits
  ) -> Double {
    let style = item.box.style.box
    let size = axes.mainIsHorizontal ? style.width : style.height
    var minimum = content.minimum()
    if case .length = size, let specified = definiteMainSize(size, of: item) {
      minimum = min(minimum, specified)
    } else if case .image = item.box.content, let transferred = content.transferred() {
      minimum = min(minimum, transferred)
    }
    return min(minimum, limits.max ?? minimum)
  }

  /// What `fit-content` fills at most.
  var availableWidth: ConstraintSpace.AvailableWidth {
    percentageWidth.map { .definite($0) } ?? .maxContent
  }

  /// The item's cross size where it is definite before layout (§9.8): its own, or its line's in a
  /// container of one line.
  func definiteCrossSize(of item: FlexItem) -> Double? {
    let style = item.box.style.box
    if axes.mainIsHorizontal {
      let limits = engine.heightLimits(
        of: item.box, edges: item.edges, percentageHeight: space.definiteHeight)
      if let height = engine.borderBoxHeight(
        style.height, of: item.box, edges: item.edges, percentageHeight: space.definiteHeight)
      {
        return limits.clamp(height)
      }
      guard !isMultiLine, item.stretches(axes), let room = space.definiteHeight else { return nil }
      return limits.clamp(room - item.margin.vertical)
    }
    guard let percentageWidth else { return nil }
    let limits = engine.widthLimits(
      of: item.box, edges: item.edges, percentageWidth: percentageWidth,
      availableWidth: availableWidth)
    if !style.width.isContentKeyword,
      let width = engine.borderBoxWidth(
        style.width, of: item.box, edges: item.edges, percentageWidth: percentageWidth,
        availableWidth: availableWidth)
    {
      return limits.clamp(width)
    }
    guard !isMultiLine, item.stretches(axes) else { return nil }
    return limits.clamp(percentageWidth - item.margin.horizontal)
  }
}

extension SizeValue {
  fileprivate var isContentKeyword: Bool {
    switch self {
    case .minContent, .maxContent, .fitContent: true
    case .auto, .length: false
    }
  }
}

/// How long its content makes an item on the main axis, border box, its own size and limits there
/// left aside.
private struct MainContentSize {
  let item: FlexItem
  let container: FlexContainer

  init(of item: FlexItem, in container: FlexContainer) {
    self.item = item
    self.container = container
  }

  /// With a used flex basis of `content` (§9.2, step 3, B and E).
  func base() -> Double {
    if let transferred = transferred() { return transferred }
    return container.axes.mainIsHorizontal ? withinTransferredLimits(widths.max) : height
  }

  /// The content size suggestion (§4.5).
  func minimum() -> Double {
    guard container.axes.mainIsHorizontal else { return height }
    let content = withinTransferredLimits(widths.min)
    if !isImage, let transferred = transferred() { return max(transferred, content) }
    return content
  }

  /// What a definite cross size means through the aspect ratio; nil without both.
  func transferred() -> Double? {
    guard let ratio = item.ratio, let cross = container.definiteCrossSize(of: item) else {
      return nil
    }
    return container.axes.mainIsHorizontal ? ratio.width(height: cross) : ratio.height(width: cross)
  }

  private var isImage: Bool { if case .image = item.box.content { true } else { false } }

  private var widths: IntrinsicWidths {
    let height = container.definiteCrossSize(of: item)
    return container.engine.contentWidths(
      of: item.box, height: height.map { max(0, $0 - item.edges.inner.vertical) })
      + item.edges.inner.horizontal
  }

  private var height: Double {
    let definiteWidth = container.definiteCrossSize(of: item)
    if case .image(let image) = item.box.content, let ratio = item.ratio {
      return ratio.height(width: definiteWidth ?? naturalWidth(of: image))
    }
    var space = container.itemSpace()
    space.fixedWidth = definiteWidth
    space.ignoresHeight = true
    return container.engine.layOut(item.box, in: space).size.height
  }

  /// The width of an image's border box, its height left aside.
  private func naturalWidth(of image: ReplacedImage) -> Double {
    container.engine.widthLimits(
      of: item.box, edges: item.edges, percentageWidth: container.percentageWidth,
      availableWidth: container.availableWidth
    ).clamp(finite(image.naturalSize.width) + item.edges.inner.horizontal)
  }

  /// The limits of the height mean limits of the width through the ratio.
  private func withinTransferredLimits(_ width: Double) -> Double {
    guard let ratio = item.ratio else { return width }
    let heights = container.engine.heightLimits(
      of: item.box, edges: item.edges, percentageHeight: container.space.definiteHeight)
    let most = heights.max.map { ratio.width(height: max($0, heights.min)) } ?? width
    return max(min(width, most), ratio.width(height: heights.min))
  }
}
