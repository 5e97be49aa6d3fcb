public import Diagnostics
public import Markup
public import Pixels
public import Typography

/// One slide of a page, laid out.
public struct SlideLayout: Equatable, Sendable {
  /// The box of the `html` element.
  public var root: LayoutBox
  /// Warnings, e.g. missing glyphs that were allowed.
  public var warnings: [Diagnostic]
}

/// What gives the natural size of a picture by its path; the caller knows where pictures may lie.
public typealias NaturalSize = (_ path: String, _ location: SourceLocation) throws(Diagnostic) ->
  Size

extension SlideLayout {
  /// Lays out one slide alone: `html` and `body` are its ancestors, the other slides are as if
  /// `display: none`, and the viewport is the slide's size.
  ///
  /// - Parameters:
  ///   - slide: index among the document's `section.slide` elements; nil for a page without any.
  ///   - size: of the slide, CSS px.
  ///   - allowsMissingGlyphs: for drafts: a warning and a placeholder instead of an error.
  /// - Throws: all problems of the slide at once.
  public init(
    document: Document, rules: StyleRules, slide: Int?, size: Size, fonts: FontCatalog,
    allowsMissingGlyphs: Bool = false, naturalSize: NaturalSize
  ) throws(DiagnosticsError) {
    fatalError("not implemented")
  }
}
