import Diagnostics
import Markup

/// The attributes of an inline `svg` and its shapes that are CSS properties (SVG 2 §6.6).
enum VectorHints {
  package static func values(of element: Element, problems: inout [Diagnostic]) -> [ParsedValue] {
    var values: [ParsedValue] = []
    for attribute in element.attributes {
      let isSize = attribute.name == "width" || attribute.name == "height"
      let isProperty = HTMLProfile.vectorProperties.contains(attribute.name)
      guard isProperty || isSize && element.name == "svg" else { continue }
      // Sizes are in px when they name no unit.
      let unit = isSize && Double(attribute.value) != nil ? "px" : ""
      let (declarations, syntax) = StyleSheet.parseDeclarations(
        "\(attribute.name):\(attribute.value)\(unit)", startingAt: attribute.location)
      problems += syntax
      guard declarations.count == 1, declarations[0].name == attribute.name else {
        if syntax.isEmpty {
          problems.append(.badVectorAttribute(attribute, hint: "write one value"))
        }
        continue
      }
      do throws(Diagnostic) {
        values += try DeclarationParser.values(of: declarations[0])
      } catch {
        problems.append(error)
      }
    }
    return values
  }
}
