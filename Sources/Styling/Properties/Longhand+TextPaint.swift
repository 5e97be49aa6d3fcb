import Diagnostics
import Pixels

extension Longhand {
  /// How letters are filled and outlined: the Compatibility Standard's `-webkit-text-…`, and
  /// `paint-order` of SVG 2.
  static let textPaint: [Longhand] = [
    Longhand(
      "-webkit-text-fill-color", \.style.text.fillColor, inherited: true, expects: colorExpected,
      parse: optionalColor),
    Longhand(
      "-webkit-text-stroke-color", \.style.text.strokeColor, inherited: true,
      expects: colorExpected, parse: optionalColor),
    Longhand(
      "-webkit-text-stroke-width", \.style.text.strokeWidth, inherited: true,
      expects: "a length such as 2px, thin, medium or thick"
    ) { (reader) throws(Diagnostic) in
      if let width = reader.keyword(["thin": 1.0, "medium": 3, "thick": 5]) {
        return .constant(width)
      }
      return try reader.length(.nonNegative).map { Specified(px: $0) }
    },
    Longhand(
      "text-decoration-skip-ink", \.style.text.skipsInk, inherited: true, expects: "auto or none"
    ) { (reader) throws(Diagnostic) in
      reader.keyword(["auto": true, "none": false]).map { .constant($0) }
    },
    Longhand(
      "paint-order", \.style.text.strokesFirst, inherited: true,
      expects: "normal, or fill, stroke and markers in the order they are painted"
    ) { (reader) throws(Diagnostic) in
      if reader.take("normal") { return .constant(false) }
      var order: [String] = []
      while let part = reader.keyword(["fill": "fill", "stroke": "stroke", "markers": "markers"]) {
        if order.contains(part) { return nil }
        order.append(part)
      }
      if order.isEmpty { return nil }
      // Those left out come after, in their usual order.
      order += ["fill", "stroke"].filter { !order.contains($0) }
      return .constant(order.first { $0 != "markers" } == "stroke")
    },
  ]
}
