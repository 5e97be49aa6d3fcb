import Diagnostics
import Markup

/// Says what is wrong with a value that does not fit its property's grammar.
enum ValueProblem {
  /// - Parameters:
  ///   - reader: where reading stopped.
  ///   - isWhole: nothing fitted, rather than something being left over.
  static func diagnose(
    _ values: [ComponentValue], of property: Property, reader: ValueReader,
    at location: SourceLocation, isWhole: Bool
  ) -> Diagnostic {
    for value in values {
      guard let name = value.name else { continue }
      let hint = UnsupportedProperties.hint(for: property.name, value: name)
      guard let hint else { continue }
      return .unsupportedValue(name, of: property.name, hint: hint, at: value.location)
    }
    var reader = reader
    guard !isWhole, let rest = reader.next() else {
      return .wrongValue(
        values.cssText, of: property.name, expected: property.expected, at: location,
        hints: hints(for: values, expected: property.expected))
    }
    return .unexpectedAfterValue(
      rest.cssText, of: property.name, expected: property.expected, at: rest.location,
      hints: hints(for: [rest], expected: property.expected))
  }

  /// A unit that is missing, or a keyword or color that was mistyped.
  private static func hints(for values: [ComponentValue], expected: String) -> [String] {
    for value in values {
      switch value.kind {
      case .number(let number, _) where number != 0 && expected.contains("length"):
        return ["a length needs a unit: write \(cssNumber(number))px"]
      case .identifier(let name):
        var candidates = keywords(in: expected)
        if expected.contains("color") { candidates += NamedColors.byName.keys.sorted() }
        if let guess = Spelling.nearest(to: name, among: candidates), guess != name.lowercased() {
          return ["did you mean \"\(guess)\"?"]
        }
      default: continue
      }
    }
    return []
  }

  /// The words of an expectation, without those that only make it a sentence.
  private static func keywords(in expected: String) -> [String] {
    let prose: Set<String> = [
      "a", "an", "as", "and", "or", "of", "to", "in", "one", "two", "four", "each", "such", "both",
      "length", "lengths", "percentage", "percentages", "number", "whole", "values", "value",
      "color", "ratio", "position", "shadows", "name", "names", "lines", "layers", "px", "the",
      "after", "vertical", "ones", "images", "image", "also", "last", "boxes", "weight", "style",
      "families", "size", "width", "direction", "features", "axes", "spaces",
    ]
    return expected.split { !($0.isLetter || $0 == "-") }.map(String.init)
      .filter { !prose.contains($0) }
  }
}

extension ComponentValue {
  /// The name of an identifier or function, in lower case.
  fileprivate var name: String? {
    switch kind {
    case .identifier(let name): name.lowercased()
    case .function(let name, _): name
    case .url: "url"
    default: nil
    }
  }
}
