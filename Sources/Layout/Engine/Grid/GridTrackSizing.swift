import Pixels

/// What an item asks of the tracks it spans on one axis: of its margin box (CSS Grid 2 §12.5).
struct GridContribution {
  var range: Range<Int>
  /// The least it may have, the automatic minimum size included.
  var minimum: Double
  var minContent: Double
  var maxContent: Double
}

/// The track sizing algorithm for one axis (CSS Grid 2 §12.3 – §12.8).
struct GridTrackSizing {
  /// What the container is sized for.
  enum Constraint { case minContent, maxContent, layout }

  var tracks: [GridTrack]
  let gap: Double
  /// The content box; nil when it is as large as the tracks.
  let room: Double?
  /// The limits of the content box, where `room` is nil.
  let limits: Limits
  let constraint: Constraint
  /// `normal` and `stretch` widen `auto` tracks.
  let stretches: Bool

  /// - Parameter items: those that span a track whose size depends on content.
  mutating func run(_ items: [GridContribution]) {
    resolveIntrinsicSizes(items)
    maximize()
    expandFlexibleTracks(items)
    if stretches { stretchAutoTracks() }
  }

  private func crossesFlexible(_ item: GridContribution) -> Bool {
    tracks[item.range].contains(where: \.isFlexible)
  }

  // MARK: - §12.5

  private mutating func resolveIntrinsicSizes(_ items: [GridContribution]) {
    let rigid = items.filter { !crossesFlexible($0) }.sorted { $0.range.count < $1.range.count }
    var start = 0
    while start < rigid.count {
      let span = rigid[start].range.count
      let end = rigid[start...].firstIndex { $0.range.count != span } ?? rigid.count
      accommodate(Array(rigid[start..<end]), onlyFlexible: false)
      start = end
    }
    accommodate(items.filter(crossesFlexible), onlyFlexible: true)
    for index in tracks.indices where tracks[index].growthLimit == .infinity {
      tracks[index].growthLimit = tracks[index].base
    }
  }

  /// Steps 2 and 3 for items of one span, or step 4 for those that cross flexible tracks.
  private mutating func accommodate(_ items: [GridContribution], onlyFlexible: Bool) {
    guard !items.isEmpty else { return }
    let minimums = items.map { constraint == .layout ? $0.minimum : limited($0, to: $0.minContent) }
    let minContents = items.map(\.minContent)
    let maxContents = items.map(\.maxContent)

    tracks.growBases(
      to: minimums, of: items, gap: gap, onlyFlexible: onlyFlexible,
      affected: \.hasIntrinsicMinimum, beyondLimits: \.hasIntrinsicMaximum)
    tracks.growBases(
      to: minContents, of: items, gap: gap, onlyFlexible: onlyFlexible,
      affected: { $0.minimum == .minContent || $0.minimum == .maxContent },
      beyondLimits: \.hasIntrinsicMaximum)
    if constraint == .maxContent {
      tracks.growBases(
        to: items.map { limited($0, to: $0.maxContent) }, of: items, gap: gap,
        onlyFlexible: onlyFlexible,
        affected: { $0.minimum == .maxContent || $0.minimum == .auto },
        beyondLimits: \.hasMaxContentMaximum)
    }
    tracks.growBases(
      to: maxContents, of: items, gap: gap, onlyFlexible: onlyFlexible,
      affected: { $0.minimum == .maxContent }, beyondLimits: \.hasMaxContentMaximum)
    for index in tracks.indices {
      tracks[index].growthLimit = max(tracks[index].growthLimit, tracks[index].base)
    }
    if onlyFlexible { return }

    tracks.growLimits(
      to: minContents, of: items, gap: gap, affected: \.hasIntrinsicMaximum, isFirst: true)
    tracks.growLimits(
      to: maxContents, of: items, gap: gap, affected: \.hasMaxContentMaximum, isFirst: false)
  }

  /// A contribution limited by the tracks' own maximum, never less than the item's minimum.
  private func limited(_ item: GridContribution, to size: Double) -> Double {
    let spanned = tracks[item.range]
    var most = gap * Double(max(0, item.range.count - 1))
    for track in spanned {
      switch track.maximum {
      case .fixed(let px): most += px
      case .fitContent(let px): most += px
      default: return max(size, item.minimum)
      }
    }
    return max(min(size, most), item.minimum)
  }

  // MARK: - §12.6

  private mutating func maximize() {
    switch (constraint, room) {
    case (.minContent, _): return
    case (.layout, let room?):
      let free = room - tracks.size(gap: gap)
      guard free > 0 else { return }
      let growth = evenly(free, upTo: tracks.map { $0.growthLimit - $0.base })
      for (index, more) in growth.shares.enumerated() { tracks[index].base += more }
    default:
      for index in tracks.indices { tracks[index].base = tracks[index].growthLimit }
    }
  }

  // MARK: - §12.7

  private mutating func expandFlexibleTracks(_ items: [GridContribution]) {
    guard constraint != .minContent, tracks.contains(where: \.isFlexible) else { return }
    let all = tracks.indices
    var fraction: Double
    if constraint == .layout, let room {
      guard room > tracks.size(gap: gap) else { return }
      fraction = flexFraction(filling: room, all)
    } else {
      fraction = 0
      for track in tracks where track.isFlexible {
        fraction = max(fraction, track.base / max(1, track.flexFactor))
      }
      for item in items where crossesFlexible(item) {
        fraction = max(fraction, flexFraction(filling: item.maxContent, item.range))
      }
      let size = tracks.flexed(fraction).size(gap: gap)
      if size < limits.min {
        fraction = flexFraction(filling: limits.min, all)
      } else if let most = limits.max, size > most {
        fraction = flexFraction(filling: most, all)
      }
    }
    tracks = tracks.flexed(fraction)
  }

  /// The size of an fr (§12.7.1).
  private func flexFraction(filling space: Double, _ range: Range<Int>) -> Double {
    let spanned = Array(tracks[range])
    var isInflexible = spanned.map { !$0.isFlexible }
    while true {
      var left = space - spanned.gaps(gap)
      var factors = 0.0
      for (track, isInflexible) in zip(spanned, isInflexible) {
        if isInflexible { left -= track.base } else { factors += track.flexFactor }
      }
      let fraction = max(0, left) / max(1, factors)
      var restarts = false
      for (index, track) in spanned.enumerated()
      where !isInflexible[index] && track.flexFactor * fraction < track.base {
        isInflexible[index] = true
        restarts = true
      }
      if !restarts { return finite(fraction) }
    }
  }

  // MARK: - §12.8

  private mutating func stretchAutoTracks() {
    guard constraint == .layout else { return }
    let growing = tracks.indices.filter { tracks[$0].maximum == .auto }
    let free = (room ?? limits.min) - tracks.size(gap: gap)
    guard free > 0, !growing.isEmpty else { return }
    for index in growing { tracks[index].base += free / Double(growing.count) }
  }
}

extension [GridTrack] {
  fileprivate func flexed(_ fraction: Double) -> [GridTrack] {
    map { track in
      var track = track
      track.base = Swift.max(track.base, finite(track.flexFactor * fraction))
      return track
    }
  }
}
