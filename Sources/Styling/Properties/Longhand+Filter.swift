import Diagnostics
import Markup
import Pixels

extension Longhand {
  /// Filter Effects, Compositing and Blending.
  package static let filters: [Longhand] = [
    Longhand("filter", \.style.paint.effects.filters, expects: filterExpected, parse: filter),
    Longhand(
      "backdrop-filter", \.style.paint.effects.backdropFilters, expects: filterExpected,
      parse: filter),
    Longhand(
      "mix-blend-mode", \.style.paint.effects.blendMode,
      expects: "a blend mode: normal, multiply, screen, overlay, darken, lighten, color-dodge, "
        + "color-burn, hard-light, soft-light, difference, exclusion, hue, saturation, color, "
        + "luminosity or plus-lighter"
    ) { (reader) throws(Diagnostic) in
      guard let mode = reader.peekIdentifier().flatMap(BlendMode.init) else { return nil }
      reader.skip()
      return .constant(mode)
    },
    Longhand("isolation", \.style.paint.effects.isIsolated, expects: "auto or isolate") {
      (reader) throws(Diagnostic) in
      reader.keyword(["auto": false, "isolate": true]).map { .constant($0) }
    },
  ]

  private static let filterExpected =
    "none, or functions such as blur(8px) brightness(0.8) saturate(120%)"

  /// More would be a mistake.
  private static let mostFunctions = 16

  @Sendable private static func filter(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[FilterFunction]>? {
    if reader.take("none") { return .constant([]) }
    var functions: [Specified<FilterFunction>] = []
    while functions.count < mostFunctions, let next = try filterFunction(&reader) {
      functions.append(next)
    }
    if functions.isEmpty { return nil }
    let list = functions
    return .computed { context in list.map { $0.value(in: context) } }
  }

  private static func filterFunction(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<FilterFunction>? {
    guard let value = reader.peek(), case .function(let name, let arguments) = value.kind,
      let example = filterExamples[name]
    else { return nil }
    var inner = ValueReader(arguments, at: value.location)
    let function: Specified<FilterFunction>?
    switch name {
    case "blur":
      let length = inner.isAtEnd ? .zero : try inner.length(.nonNegative)
      function = length.map { length in .computed { .blur(length.px(in: $0)) } }
    case "hue-rotate":
      let angle = inner.isAtEnd ? 0 : try inner.angle()
      function = angle.map { .constant(.hueRotate($0)) }
    case "drop-shadow": function = try dropShadow(&inner)
    default:
      let amount = inner.isAtEnd ? 1 : try inner.numberOrFraction()
      function = amount.flatMap { filterFunction(name, amount: $0) }.map { .constant($0) }
    }
    guard let function, inner.isAtEnd else {
      throw .badFunction(value.cssText, expected: example, at: value.location)
    }
    reader.skip()
    return function
  }

  private static let filterExamples: [String: String] = [
    "blur": "blur(8px)", "brightness": "brightness(0.8)", "contrast": "contrast(120%)",
    "saturate": "saturate(1.5)", "grayscale": "grayscale(100%)", "sepia": "sepia(60%)",
    "hue-rotate": "hue-rotate(90deg)", "invert": "invert(1)", "opacity": "opacity(0.5)",
    "drop-shadow": "drop-shadow(0 4px 8px rgb(0 0 0 / 40%))",
  ]

  private static func filterFunction(_ name: String, amount: Double) -> FilterFunction? {
    guard amount >= 0 else { return nil }
    let share = min(amount, 1)
    return switch name {
    case "brightness": .brightness(amount)
    case "contrast": .contrast(amount)
    case "saturate": .saturate(amount)
    case "grayscale": .grayscale(share)
    case "sepia": .sepia(share)
    case "invert": .invert(share)
    case "opacity": .opacity(share)
    default: nil
    }
  }

  private static func dropShadow(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<FilterFunction>? {
    var color = try reader.color()
    guard let x = try reader.length(), let y = try reader.length() else { return nil }
    let sigma = try reader.length(.nonNegative) ?? .zero
    if color == nil { color = try reader.color() }
    let ink = color ?? .current
    return .computed { context in
      .dropShadow(
        x: x.px(in: context), y: y.px(in: context), sigma: sigma.px(in: context),
        ink.computed(in: context))
    }
  }
}
