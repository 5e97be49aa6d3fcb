package import Diagnostics
package import Markup
package import Pixels

/// A color as CSS writes it, outside of any style.
package enum CSSColor {
  /// - Returns: nil when the text is something else, or a color only amid others (`currentColor`).
  /// - Throws: for a color that is meant but wrong, such as `#12345`.
  package static func parse(_ text: String) throws(Diagnostic) -> Color? {
    let place = SourceLocation(file: "<command line>")
    let parsed = StyleSheet.parseDeclarations("color: \(text)", startingAt: place)
    if let problem = parsed.diagnostics.first(where: { $0.severity == .error }) { throw problem }
    guard parsed.declarations.count == 1, let declaration = parsed.declarations.first else {
      return nil
    }
    return try color(of: declaration)
  }

  /// The color that a declaration's value is by itself; nil for any other value.
  package static func value(of declaration: Declaration) -> Color? {
    // What is wrong with it is told where it is used.
    (try? color(of: declaration)) ?? nil
  }

  private static func color(of declaration: Declaration) throws(Diagnostic) -> Color? {
    var reader = ValueReader(declaration.value, at: declaration.valueLocation)
    guard case .color(let color)? = try reader.color(), reader.isAtEnd else { return nil }
    return color
  }
}
