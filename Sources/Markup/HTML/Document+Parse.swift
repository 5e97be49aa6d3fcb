public import Diagnostics

extension Document {
  /// Reads an HTML page: the elements and attributes of the profile, by the HTML standard's rules
  /// for implied tags, with everything a browser would repair in silence reported.
  ///
  /// `{{ … }}` in text and attribute values stays as written. A text node begins anew at a
  /// `{{` behind a character reference, so places inside a node can be counted from its start.
  /// - Returns: what could be read; not to be used when an error is among the diagnostics.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    var problems = Problems()
    let start = SourceLocation(file: file, line: 1, column: 1)
    let source = SourceText(bytes, startingAt: start, problems: &problems)
    var builder = HTMLTreeBuilder(HTMLTokenizer(source, problems: problems))
    let document = builder.build()
    return (document, builder.diagnostics)
  }

  /// Reads a page that is a text already.
  public static func parse(
    _ text: String, file: String
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    parse(Array(text.utf8), file: file)
  }
}
