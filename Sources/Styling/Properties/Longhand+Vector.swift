import Diagnostics
import Markup
import Pixels

extension Longhand {
  /// SVG 2's painting properties, for the shapes of an inline `svg`.
  package static let vector: [Longhand] = [
    paint("fill", \.style.vector.fill), paint("stroke", \.style.vector.stroke),
    Longhand(
      "fill-rule", \.style.vector.fillRule, inherited: true, expects: "nonzero or evenodd"
    ) { (reader) throws(Diagnostic) in
      reader.keyword(["nonzero": .nonZero, "evenodd": .evenOdd]).map { .constant($0) }
    },
    opacity("fill-opacity", \.style.vector.fillOpacity),
    opacity("stroke-opacity", \.style.vector.strokeOpacity),
    Longhand(
      "stroke-width", \.style.vector.strokeWidth, inherited: true,
      expects: "a length or a number such as 2"
    ) { (reader) throws(Diagnostic) in
      try reader.userLength(.nonNegative)
    },
    Longhand(
      "stroke-linecap", keyword: \.style.vector.cap, inherited: true,
      expects: "butt, round or square"),
    Longhand(
      "stroke-linejoin", keyword: \.style.vector.join, inherited: true,
      expects: "miter, round or bevel"),
    Longhand(
      "stroke-miterlimit", \.style.vector.miterLimit, inherited: true,
      expects: "a number of at least 1"
    ) { (reader) throws(Diagnostic) in
      guard let limit = try reader.number(), limit >= 1 else { return nil }
      return .constant(limit)
    },
    Longhand(
      "stroke-dasharray", \.style.vector.dashes, inherited: true,
      expects: "none, or lengths of dashes and gaps such as 4 2"
    ) { (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant([]) }
      var lengths: [Specified<Double>] = []
      while lengths.count < 100, let length = try reader.userLength(.nonNegative) {
        lengths.append(length)
        _ = reader.comma()
      }
      let list = lengths
      return list.isEmpty ? nil : .computed { context in list.map { $0.value(in: context) } }
    },
    Longhand(
      "stroke-dashoffset", \.style.vector.dashOffset, inherited: true,
      expects: "a length or a number such as 2"
    ) { (reader) throws(Diagnostic) in
      try reader.userLength()
    },
  ]

  private static func paint(
    _ name: String, _ place: any WritableKeyPath<StyleDraft, VectorStyle.Paint> & Sendable
  ) -> Longhand {
    Longhand(name, place, inherited: true, expects: "none or a color") {
      (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant(.none) }
      return try reader.color().map { color in
        color.specifiedOrCurrent.map { $0.map { .color($0) } ?? .currentColor }
      }
    }
  }

  private static func opacity(
    _ name: String, _ place: any WritableKeyPath<StyleDraft, Double> & Sendable
  ) -> Longhand {
    Longhand(name, place, inherited: true, expects: "a number from 0 to 1 or a percentage") {
      (reader) throws(Diagnostic) in
      try reader.numberOrFraction().map { .constant(min(max($0, 0), 1)) }
    }
  }
}

extension ValueReader {
  /// A length, or a number of the drawing's own units.
  fileprivate mutating func userLength(
    _ range: ValueRange = .all
  ) throws(Diagnostic) -> Specified<Double>? {
    if let number = try number(range) { return .constant(number) }
    return try length(range).map { Specified(px: $0) }
  }
}
