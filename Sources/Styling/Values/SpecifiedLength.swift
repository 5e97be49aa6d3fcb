import Pixels
import Typography

/// A `<length-percentage>` as declared: as `LengthPercentage`, with relative units not yet px.
indirect enum SpecifiedLength: Hashable, Sendable {
  case px(Double)
  case relative(Double, RelativeUnit)
  /// What `env()` reads.
  case safeArea(SafeAreaInset)
  case percent(Double)
  case sum([SpecifiedLength])
  case scaled(SpecifiedLength, by: Double)
  case min([SpecifiedLength])
  case max([SpecifiedLength])

  package static let zero = SpecifiedLength.px(0)

  package var hasPercentage: Bool {
    switch self {
    case .px, .relative, .safeArea: false
    case .percent: true
    case .sum(let terms), .min(let terms), .max(let terms): terms.contains(where: \.hasPercentage)
    case .scaled(let term, _): term.hasPercentage
    }
  }

  var hasLength: Bool {
    switch self {
    case .px, .relative, .safeArea: true
    case .percent: false
    case .sum(let terms), .min(let terms), .max(let terms): terms.contains(where: \.hasLength)
    case .scaled(let term, _): term.hasLength
    }
  }
}

/// Units whose px depend on the element, the root or the slide (CSS Values 4 §6.1).
enum RelativeUnit: String, Sendable { case em, rem, ex, ch, vw, vh, vmin, vmax }

/// What the relative values of one element refer to.
struct StyleContext {
  /// The slide, px.
  package var viewport: Size
  /// How far the slide's safe area lies inside of each edge, px.
  package var safeArea: Edges<Double>
  var rootFontSize: Double
  /// The element's font; its parent's while its own is being computed.
  package var font: FontDescription
  /// nil in tests without fonts: `ex` and `ch` are then half an em.
  package var fonts: FontCatalog?
  /// `currentcolor`.
  package var color = Color.black

  package func px(_ value: Double, _ unit: RelativeUnit) -> Double {
    switch unit {
    case .em: value * font.sizeInPx
    case .rem: value * rootFontSize
    case .ex: value * (fonts?.metrics(for: font).xHeight ?? font.sizeInPx / 2)
    case .ch: value * (fonts?.metrics(for: font).zeroAdvance ?? font.sizeInPx / 2)
    case .vw: value * viewport.width / 100
    case .vh: value * viewport.height / 100
    case .vmin: value * Swift.min(viewport.width, viewport.height) / 100
    case .vmax: value * Swift.max(viewport.width, viewport.height) / 100
    }
  }
}

/// What keeps arithmetic far from infinity.
package enum ValueLimits {
  /// px; beyond what Chromium's layout can hold (2^25).
  package static let length = 33_554_431.0
  package static let number = 1e9

  package static func clamped(_ value: Double, to limit: Double) -> Double {
    value.isNaN ? 0 : Swift.min(Swift.max(value, -limit), limit)
  }
}

extension SpecifiedLength {
  /// In px and per cent, every leaf within `ValueLimits`, no `.scaled` left in it.
  package func computed(in context: StyleContext) -> LengthPercentage {
    computed(in: context, scale: 1)
  }

  /// For a value without percentages.
  package func px(in context: StyleContext) -> Double {
    computed(in: context).resolved(against: 0) as Double
  }

  private func computed(in context: StyleContext, scale: Double) -> LengthPercentage {
    switch self {
    case .px(let value): return .px(limited(value * scale))
    case .relative(let value, let unit): return .px(limited(context.px(value, unit) * scale))
    case .safeArea(let inset): return .px(limited(inset.px(in: context.safeArea) * scale))
    case .percent(let value): return .percent(limited(value * scale))
    case .scaled(let term, let factor):
      let product = ValueLimits.clamped(scale * factor, to: ValueLimits.number)
      return term.computed(in: context, scale: product)
    case .sum(let terms):
      return .adding(terms.map { $0.computed(in: context, scale: scale) })
    case .min(let terms):
      return .extreme(terms.map { $0.computed(in: context, scale: scale) }, isLeast: scale >= 0)
    case .max(let terms):
      return .extreme(terms.map { $0.computed(in: context, scale: scale) }, isLeast: scale < 0)
    }
  }

  private func limited(_ value: Double) -> Double {
    ValueLimits.clamped(value, to: ValueLimits.length)
  }
}

extension LengthPercentage {
  /// The sum with px and per cent terms folded.
  fileprivate static func adding(_ terms: [LengthPercentage]) -> LengthPercentage {
    var px = 0.0
    var percent = 0.0
    var hasPercent = false
    var rest: [LengthPercentage] = []
    for term in terms.flatMap(\.addends) {
      switch term {
      case .px(let value): px += value
      case .percent(let value):
        percent += value
        hasPercent = true
      default: rest.append(term)
      }
    }
    px = ValueLimits.clamped(px, to: ValueLimits.length)
    percent = ValueLimits.clamped(percent, to: ValueLimits.length)
    if rest.isEmpty, !hasPercent { return .px(px) }
    if hasPercent { rest.insert(.percent(percent), at: 0) }
    if px != 0 { rest.append(.px(px)) }
    return rest.count == 1 ? rest[0] : .sum(rest)
  }

  fileprivate static func extreme(_ terms: [LengthPercentage], isLeast: Bool) -> LengthPercentage {
    if terms.allSatisfy({ !$0.hasPercentage }) {
      let values = terms.map { $0.resolved(against: 0) as Double }
      return .px((isLeast ? values.min() : values.max()) ?? 0)
    }
    return isLeast ? .min(terms) : .max(terms)
  }

  private var addends: [LengthPercentage] {
    if case .sum(let terms) = self { terms } else { [self] }
  }
}
