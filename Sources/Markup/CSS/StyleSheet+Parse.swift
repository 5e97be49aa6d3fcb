public import Diagnostics

extension StyleSheet {
  /// Reads a CSS file: CSS Syntax 3, with every departure from the profile's syntax reported.
  ///
  /// Properties and values are not judged here. A rule whose selectors are wrong stays, without
  /// selectors, so that its declarations can still be checked.
  /// - Returns: what could be read; not to be used when an error is among the diagnostics.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) -> (styleSheet: StyleSheet, diagnostics: [Diagnostic]) {
    parse(bytes, startingAt: SourceLocation(file: file, line: 1, column: 1))
  }

  /// Reads CSS that stands inside another file, such as a `<style>` element's text.
  public static func parse(
    _ text: String, startingAt start: SourceLocation
  ) -> (styleSheet: StyleSheet, diagnostics: [Diagnostic]) {
    parse(Array(text.utf8), startingAt: start)
  }

  private static func parse(
    _ bytes: [UInt8], startingAt start: SourceLocation
  ) -> (styleSheet: StyleSheet, diagnostics: [Diagnostic]) {
    var problems = Problems()
    let source = SourceText(bytes, startingAt: start, problems: &problems)
    var parser = CSSParser(source, problems: problems)
    let sheet = parser.parseStyleSheet()
    return (sheet, parser.diagnostics)
  }

  /// Reads the value of a `style` attribute, which begins at `start`.
  public static func parseDeclarations(
    _ text: String, startingAt start: SourceLocation
  ) -> (declarations: [Declaration], diagnostics: [Diagnostic]) {
    var problems = Problems()
    let source = SourceText(text, startingAt: start, problems: &problems)
    var parser = CSSParser(source, problems: problems)
    let declarations = parser.parseStyleAttribute()
    return (declarations, parser.diagnostics)
  }
}
