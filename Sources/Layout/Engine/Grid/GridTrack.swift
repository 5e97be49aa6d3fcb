import Pixels
import Styling

/// A row or column while it is sized (CSS Grid 2 §12.4).
struct GridTrack {
  enum Minimum: Hashable {
    case fixed(Double)
    case minContent, maxContent, auto
  }

  enum Maximum: Hashable {
    case fixed(Double)
    case minContent, maxContent, auto
    case fitContent(Double)
    case flex(Double)
  }

  let minimum: Minimum
  let maximum: Maximum
  /// Takes no room and has no gap: an empty track of `auto-fit`.
  let isCollapsed: Bool
  /// The base size, in the end the track's size.
  var base: Double
  var growthLimit: Double
  /// Its growth limit has become finite in the step before.
  var isInfinitelyGrowable = false

  /// - Parameter room: what percentages mean; nil makes them `auto`.
  init(_ size: GridTrackSize, room: Double?, isCollapsed: Bool) {
    self.isCollapsed = isCollapsed
    var minimum = Minimum.fixed(0)
    var maximum = Maximum.fixed(0)
    if !isCollapsed {
      minimum =
        switch size.minimum {
        case .length(let length):
          length.resolved(against: room).map { .fixed(max(0, finite($0))) } ?? .auto
        case .minContent: .minContent
        case .maxContent: .maxContent
        case .auto, .flex: .auto
        }
      maximum =
        switch size.maximum {
        case .length(let length):
          length.resolved(against: room).map { .fixed(max(0, finite($0))) } ?? .auto
        case .flex(let factor): .flex(factor)
        case .minContent: .minContent
        case .auto: .auto
        case .maxContent:
          size.fitLimit.map {
            .fitContent($0.resolved(against: room).map { max(0, finite($0)) } ?? .infinity)
          } ?? .maxContent
        }
    }
    self.minimum = minimum
    self.maximum = maximum
    base = if case .fixed(let px) = minimum { px } else { 0 }
    growthLimit = if case .fixed(let px) = maximum { max(px, base) } else { .infinity }
  }

  var flexFactor: Double { if case .flex(let factor) = maximum { factor } else { 0 } }
  var isFlexible: Bool { if case .flex = maximum { true } else { false } }
  var hasIntrinsicMinimum: Bool { if case .fixed = minimum { false } else { true } }

  var hasIntrinsicMaximum: Bool {
    switch maximum {
    case .minContent, .maxContent, .auto, .fitContent: true
    case .fixed, .flex: false
    }
  }

  /// - Parameter room: nil where flexible tracks are as large as their content asks.
  func dependsOnContent(room: Double?) -> Bool {
    hasIntrinsicMinimum || hasIntrinsicMaximum || (room == nil && isFlexible)
  }

  /// `max-content`, or `auto` and `fit-content()`, which grow like it.
  var hasMaxContentMaximum: Bool {
    switch maximum {
    case .maxContent, .auto, .fitContent: true
    case .fixed, .flex, .minContent: false
    }
  }

  var fitLimit: Double {
    if case .fitContent(let limit) = maximum { max(limit, base) } else { .infinity }
  }

  var fixedMaximum: Double? { if case .fixed(let px) = maximum { px } else { nil } }

  /// Its size when that depends on nothing but itself.
  var fixedSize: Double? {
    guard case .fixed(let least) = minimum, case .fixed(let most) = maximum, most <= least
    else { return nil }
    return least
  }
}

extension GridAxisTracks {
  func tracks(room: Double?) -> [GridTrack] {
    sizes.enumerated().map { index, size in
      GridTrack(size, room: room, isCollapsed: collapsed.contains(index))
    }
  }
}

extension [GridTrack] {
  /// Gaps between the tracks that are there.
  func gaps(_ gap: Double) -> Double {
    gap * Double(Swift.max(0, count { !$0.isCollapsed } - 1))
  }

  func size(gap: Double) -> Double { reduce(gaps(gap)) { $0 + $1.base } }
}
