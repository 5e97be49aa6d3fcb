import Diagnostics
import Markup
import Pixels

/// What attributes say about style (HTML standard §15): `dir`, `width` and `height` of `img`, and
/// `href` of `a`.
enum PresentationalHints {
  /// They lose against every rule of an author.
  package static func values(of element: Element, problems: inout [Diagnostic]) -> [ParsedValue] {
    var values: [ParsedValue] = []
    if let attribute = element.attributes.first(where: { $0.name == "dir" }),
      element.direction == nil
    {
      problems.append(.wrongDirection(attribute.value, at: attribute.valueLocation))
    }
    if let direction = element.direction { values += self.direction(direction) }
    if element.name == "a", element[attribute: "href"] != nil {
      values.append(value("color") { draft, _ in draft.style.text.color = Color(rgb: 0x0000ee) })
      values.append(
        value("text-decoration-line") { draft, _ in draft.style.line.decoration.underline = true })
    }
    if element.name == "img" { values += imageSize(of: element, problems: &problems) }
    if HTMLProfile.isVector(element.name) {
      values += VectorHints.values(of: element, problems: &problems)
    }
    return values
  }

  private static func direction(_ direction: TextDirection) -> [ParsedValue] {
    let direction: InheritedTextStyle.Direction = direction == .rtl ? .rtl : .ltr
    return [
      value("direction") { draft, _ in draft.style.text.direction = direction },
      value("unicode-bidi") { draft, _ in draft.style.line.isolatesBidi = true },
    ]
  }

  private static func imageSize(
    of element: Element, problems: inout [Diagnostic]
  ) -> [ParsedValue] {
    var values: [ParsedValue] = []
    let width = dimension("width", of: element, problems: &problems)
    let height = dimension("height", of: element, problems: &problems)
    if let width {
      values.append(value("width") { draft, _ in draft.style.box.width = .length(width) })
    }
    if let height {
      values.append(value("height") { draft, _ in draft.style.box.height = .length(height) })
    }
    if case .px(let width)? = width, case .px(let height)? = height, width > 0, height > 0 {
      let ratio = width / height
      values.append(
        value("aspect-ratio") { draft, _ in draft.style.box.aspectRatio = .autoOr(ratio) })
    }
    return values
  }

  /// A number of px, or a percentage.
  private static func dimension(
    _ name: String, of element: Element, problems: inout [Diagnostic]
  ) -> LengthPercentage? {
    guard let attribute = element.attributes.first(where: { $0.name == name }) else { return nil }
    let isPercentage = attribute.value.hasSuffix("%")
    let digits = isPercentage ? attribute.value.dropLast() : attribute.value[...]
    guard let number = Double(digits), number.isFinite, number >= 0 else {
      problems.append(.wrongDimension(attribute.value, of: name, at: attribute.valueLocation))
      return nil
    }
    let limited = min(number, ValueLimits.length)
    return isPercentage ? .percent(limited) : .px(limited)
  }

  private static func value(_ longhand: String, _ setter: @escaping Setter) -> ParsedValue {
    ParsedValue(longhand: PropertyTable.index(of: longhand), direction: nil, value: .set(setter))
  }
}
