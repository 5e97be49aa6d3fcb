import Pixels
import Styling

/// A grid container at one size: what each step of its layout asks for.
struct GridContainer {
  let engine: LayoutEngine
  let box: Box
  let space: ItemsSpace
  /// The width of the content box; nil while the container's own intrinsic width is sought.
  let width: Double?
  let placement: GridPlacement
  var items: [GridItem]

  init(_ box: Box, in space: ItemsSpace, engine: LayoutEngine, isMeasuringWidth: Bool = false) {
    self.engine = engine
    self.box = box
    self.space = space
    width = isMeasuringWidth ? nil : space.width
    let children = Self.children(of: box)
    let style = box.style
    let widthLimits =
      isMeasuringWidth ? Self.contentWidthLimits(of: box, engine: engine) : Limits(min: 0)
    let repetitions = GridRepetitions(
      columns: style.grid.templateColumns.repetitions(
        room: width, limits: widthLimits, gap: style.flex.columnGap),
      rows: style.grid.templateRows.repetitions(
        room: space.definiteHeight, limits: Limits(min: space.minHeight, max: space.maxHeight),
        gap: style.flex.rowGap))
    let results = engine.results(of: box)
    if let known = results.gridPlacements[repetitions] {
      placement = known
    } else {
      placement = GridPlacement(of: box, children: children, repetitions: repetitions)
      results.gridPlacements[repetitions] = placement
    }
    items = placement.items.map { GridItem($0, in: box) }
  }

  static func children(of box: Box) -> [Box] {
    if case .grid(let children) = box.content { children } else { [] }
  }

  private static func contentWidthLimits(of box: Box, engine: LayoutEngine) -> Limits {
    let edges = engine.edges(of: box, percentageWidth: nil)
    let style = box.style.box
    func content(_ value: SizeValue?) -> Double? {
      guard let value, case .length = value else { return nil }
      let width = engine.borderBoxWidth(
        value, of: box, edges: edges, percentageWidth: nil, availableWidth: .maxContent)
      return width.map { max(0, $0 - edges.inner.horizontal) }
    }
    return Limits(min: content(style.minWidth) ?? 0, max: content(style.maxWidth))
  }

  var columnGap: Double { gap(box.style.flex.columnGap, of: width) }

  /// - Parameter height: of the content box; nil makes percentages 0.
  func rowGap(height: Double?) -> Double { gap(box.style.flex.rowGap, of: height) }

  private func gap(_ gap: LengthPercentage?, of room: Double?) -> Double {
    max(0, finite(gap.map { $0.resolved(against: room ?? 0) as Double } ?? 0))
  }

  // MARK: - Columns

  /// - Parameter rows: where they are known already.
  func sizedColumns(
    for constraint: GridTrackSizing.Constraint, rows: GridTrackPositions?
  ) -> [GridTrack] {
    let gap = columnGap
    var sizing = GridTrackSizing(
      tracks: placement.columns.tracks(room: width), gap: gap, room: width,
      limits: Limits(min: 0), constraint: constraint,
      stretches: stretches(box.style.flex.justifyContent))
    let contributions = items.compactMap { item in
      columnContribution(of: item, sizing.tracks, gap: gap, rows: rows)
    }
    sizing.run(contributions)
    return sizing.tracks
  }

  private func columnContribution(
    of item: GridItem, _ tracks: [GridTrack], gap: Double, rows: GridTrackPositions?
  ) -> GridContribution? {
    let spanned = tracks[item.columns]
    guard spanned.contains(where: { $0.dependsOnContent(room: width) }) else { return nil }
    let style = item.box.style.box
    let edges = engine.edges(of: item.box, percentageWidth: nil)
    let margin = edges.marginOrZero.horizontal
    let areaHeight = rows?.extent(of: item.rows) ?? fixedHeight(of: item)
    let stretched =
      item.mayStretchHeight
      ? areaHeight.map {
        engine.heightLimits(of: item.box, edges: edges, percentageHeight: $0)
          .clamp($0 - edges.marginOrZero.vertical)
      } : nil
    let widths = engine.intrinsicWidths(
      of: item.box, percentageHeight: areaHeight, stretchedHeight: stretched)
    var minimum = widths.min
    if style.width == .auto || style.width.length?.hasPercentage == true {
      let limits = engine.widthLimits(
        of: item.box, edges: edges, percentageWidth: nil, availableWidth: .minContent)
      if style.minWidth != .auto {
        minimum = limits.clamp(edges.inner.horizontal)
      } else if hasAutomaticMinimum(item, spanned) {
        minimum = min(widths.min, stretchFit(spanned, gap: gap, margin: margin))
        minimum = limits.clamp(max(minimum, edges.inner.horizontal))
      } else {
        minimum = limits.clamp(edges.inner.horizontal)
      }
    }
    return GridContribution(
      range: item.columns, minimum: minimum + margin, minContent: widths.min + margin,
      maxContent: widths.max + margin)
  }

  /// The room in tracks of fixed greatest sizes; infinite in others.
  private func stretchFit(_ tracks: ArraySlice<GridTrack>, gap: Double, margin: Double) -> Double {
    var room = gap * Double(tracks.count - 1) - margin
    for track in tracks {
      guard let most = track.fixedMaximum else { return .infinity }
      room += most
    }
    return max(0, room)
  }

  /// Whether `min-width: auto` or `min-height: auto` is more than 0 (CSS Grid 2 §6.6).
  private func hasAutomaticMinimum(_ item: GridItem, _ tracks: ArraySlice<GridTrack>) -> Bool {
    (item.box.style.box.overflow == .visible || item.box.isImage)
      && tracks.contains { $0.minimum == .auto }
      && (tracks.count == 1 || !tracks.contains(where: \.isFlexible))
  }

  /// The height of an item's area where its rows are of fixed sizes.
  private func fixedHeight(of item: GridItem) -> Double? {
    var height = rowGap(height: space.definiteHeight) * Double(item.rows.count - 1)
    for size in placement.rows.sizes[item.rows] {
      let track = GridTrack(size, room: space.definiteHeight, isCollapsed: false)
      guard let fixed = track.fixedSize else { return nil }
      height += fixed
    }
    return height
  }

  // MARK: - Rows

  /// - Parameters:
  ///   - columns: all placed.
  ///   - height: of the content box; nil when it is as high as the rows.
  mutating func sizedRows(columns: GridTrackPositions, height: Double?) -> [GridTrack] {
    let gap = rowGap(height: height)
    var sizing = GridTrackSizing(
      tracks: placement.rows.tracks(room: height), gap: gap, room: height,
      limits: Limits(min: space.minHeight, max: space.maxHeight), constraint: .layout,
      stretches: stretches(box.style.flex.alignContent))
    determineShims(columns: columns)
    let contributions = items.compactMap { item in
      rowContribution(of: item, sizing, columns: columns)
    }
    sizing.run(contributions)
    return sizing.tracks
  }

  private func rowContribution(
    of item: GridItem, _ sizing: GridTrackSizing, columns: GridTrackPositions
  ) -> GridContribution? {
    let spanned = sizing.tracks[item.rows]
    guard spanned.contains(where: { $0.dependsOnContent(room: sizing.room) }) else { return nil }
    let width = columns.extent(of: item.columns)
    let edges = engine.edges(of: item.box, percentageWidth: width)
    let margin = edges.marginOrZero.vertical + item.shim
    let height = engine.layOut(
      item.box, in: itemSpace(of: item, width: width, height: nil)
    ).size.height
    let style = item.box.style.box
    var minimum = height
    if style.height.length == nil || style.height.length?.hasPercentage == true {
      let limits = engine.heightLimits(of: item.box, edges: edges, percentageHeight: nil)
      if style.minHeight == .auto, hasAutomaticMinimum(item, spanned) {
        minimum = min(height, stretchFit(spanned, gap: sizing.gap, margin: margin))
        minimum = limits.clamp(max(minimum, edges.inner.vertical))
      } else {
        minimum = limits.clamp(edges.inner.vertical)
      }
    }
    return GridContribution(
      range: item.rows, minimum: minimum + margin, minContent: height + margin,
      maxContent: height + margin)
  }

  private func stretches(_ content: FlexStyle.Justify) -> Bool {
    content == .normal || content == .stretch
  }

  // MARK: - Items

  /// The room in which an item is laid out.
  ///
  /// - Parameter height: of its area; nil while rows are sized.
  func itemSpace(of item: GridItem, width: Double, height: Double?) -> ConstraintSpace {
    let edges = engine.edges(of: item.box, percentageWidth: width)
    var room = ConstraintSpace(
      availableWidth: .definite(width), percentageWidth: width, percentageHeight: height,
      shrinksToFit: true)
    if item.stretchesWidth {
      room.fixedWidth = engine.widthLimits(
        of: item.box, edges: edges, percentageWidth: width, availableWidth: room.availableWidth
      ).clamp(max(width - edges.marginOrZero.horizontal, edges.inner.horizontal))
    }
    if let height, item.stretchesHeight {
      room.fixedHeight = engine.heightLimits(
        of: item.box, edges: edges, percentageHeight: height
      ).clamp(max(height - edges.marginOrZero.vertical - item.shim, edges.inner.vertical))
    }
    return room
  }
}

extension GridTemplate {
  /// How often the automatic repetition fits (CSS Grid 2 §7.2.3.2): once at least.
  fileprivate func repetitions(room: Double?, limits: Limits, gap: LengthPercentage?) -> Int {
    guard let repetition else { return 0 }
    let basis = room ?? limits.max
    let gap = max(0, finite(gap.map { $0.resolved(against: basis ?? 0) as Double } ?? 0))
    func size(_ list: GridTrackList) -> Double {
      list.sizes.reduce(0) { $0 + max(1 / 64, $1.definiteSize(room: basis) + gap) }
    }
    let others = before.sizes.count + after.sizes.count
    let each = size(repetition.tracks)
    let fixed = size(before) + size(after) - gap
    let most = max(1, (4 * GridLimits.tracks - others) / repetition.tracks.sizes.count)
    if let basis {
      return min(most, max(1, Int(finite((basis - fixed) / each + 1e-6))))
    }
    // As few as make it large enough.
    return min(most, max(1, Int(finite((limits.min - fixed) / each - 1e-6).rounded(.up))))
  }
}

extension GridTrackSize {
  /// The greatest size where that is definite, else the least one.
  fileprivate func definiteSize(room: Double?) -> Double {
    func px(_ breadth: GridBreadth) -> Double? {
      guard case .length(let length) = breadth else { return nil }
      return length.resolved(against: room).map { max(0, finite($0)) }
    }
    let least = px(minimum)
    return px(maximum).map { max($0, least ?? 0) } ?? least ?? 0
  }
}
