/// How much of a page or style sheet is read; a text that asks for more is refused, not slow.
///
/// The figures are some fifty times what a rich template needs. Whatever walks a document or a
/// value may recurse, because nothing is deeper than `nesting`.
public enum Budget {
  /// Bytes of a page or a style sheet.
  public static let bytesPerFile = 5_000_000
  /// Elements of a page.
  public static let elements = 10_000
  /// Elements inside elements, and in CSS blocks, functions and brackets inside each other.
  public static let nesting = 200
  /// Attributes of one element.
  static let attributesPerElement = 100
  /// Declarations of a style sheet.
  public static let declarations = 50_000
  /// Tokens of one selector list or one value: far above any written by hand.
  static let tokensPerValue = 50_000
  /// Compounds of one selector: matching recurses once for each.
  static let compoundsPerSelector = 50
  /// `:not()`, `:is()` and `:where()` inside each other.
  static let selectorNesting = 3
  /// Style sheets that import each other in a chain, and imported by one in all.
  static let importDepth = 8
  static let imports = 100
  /// Problems reported of one text; nobody reads more.
  static let problems = 1_000
}
