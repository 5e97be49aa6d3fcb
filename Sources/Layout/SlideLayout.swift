public import Diagnostics
public import Markup
public import Pixels
public import Styling
public import Typography

/// One slide of a page, laid out.
public struct SlideLayout: Equatable, Sendable {
  /// The box of the `html` element.
  public var root: LayoutBox
  /// Warnings, e.g. missing glyphs that were allowed.
  public var warnings: [Diagnostic]
  /// Those of the warnings that are about text that does not fit.
  public var cutText: [Diagnostic]
  /// Indices (`ElementIdentity.index`) of the elements in which such text stands.
  public var cutElements: Set<Int>
  /// Words in several typefaces, in document order.
  public var mixedWords: [MixedFontWord]
  /// The font size in px that the members of each `-flint-fit-group` came down to on this slide.
  public var fitGroupSizes: [String: Double]
  /// Indices (`ElementIdentity.index`) of the elements whose text was shrunk to fit.
  public var shrunkElements: Set<Int>
}

/// What gives the natural size of a picture by its path; the caller knows where pictures may lie.
public typealias NaturalSize = (_ path: String, _ location: SourceLocation) throws(Diagnostic) ->
  Size

/// What finds a character in the source of a text that has `count` scalars and begins at `start`;
/// nil when it is not found there.
public typealias CharacterPlace = (
  _ character: Unicode.Scalar, _ count: Int, _ start: SourceLocation
) -> SourceLocation?

extension SlideLayout {
  /// Lays out one slide alone: `html` and `body` are its ancestors, the other slides are as if
  /// `display: none`, and the viewport is the slide's size.
  ///
  /// - Parameters:
  ///   - slide: index among the document's `section.slide` elements; nil for a page without any.
  ///   - size: of the slide, CSS px.
  ///   - safeArea: how far it lies inside of each edge, CSS px; what `env()` reads.
  ///   - allowsMissingGlyphs: for drafts: a warning and a placeholder instead of an error.
  ///   - allowsCutText: a warning instead of an error for text that does not fit.
  ///   - fitGroupLimits: the smallest `fitGroupSizes` of the carousel's other slides; members of a
  ///     group come down to it.
  ///   - characterPlace: makes problems with one character point at it.
  /// - Throws: all problems of the slide at once.
  public init(
    document: Document, rules: StyleRules, slide: Int?, size: Size,
    safeArea: Edges<Double> = Edges(all: 0), fonts: FontCatalog, allowsMissingGlyphs: Bool = false,
    allowsCutText: Bool = false,
    fitGroupLimits: [String: Double] = [:], characterPlace: CharacterPlace? = nil,
    naturalSize: NaturalSize
  ) throws(DiagnosticsError) {
    var log = DiagnosticLog()
    let viewport = Size(
      width: max(0, finite(size.width)), height: max(0, finite(size.height)))
    let styled = styledTree(
      document: document, rules: rules, slide: slide, viewport: viewport,
      safeArea: safeArea.map { max(0, finite($0)) }, fonts: fonts)
    log.add(contentsOf: styled.diagnostics)
    let (box, pictures) = BoxTreeBuilder.tree(of: styled.root, naturalSize: naturalSize)
    log.add(contentsOf: pictures.diagnostics)

    let engine = LayoutEngine(fonts: fonts, viewport: viewport)
    let fitter = TextFitter(root: box, engine: engine, groupLimits: fitGroupLimits)
    log.add(contentsOf: fitter.log.diagnostics)
    log.add(
      contentsOf: engine.textProblems(
        in: box, allowsMissingGlyphs: allowsMissingGlyphs, place: characterPlace))
    let clipping = TextClipping(fitter.slide, size: viewport, isError: !allowsCutText)
    // Text that is too much is cut off too; one report is enough.
    let told = Set(fitter.log.diagnostics.map(\.location))
    let cut = clipping.log.diagnostics.filter { !told.contains($0.location) }
    log.add(contentsOf: cut)
    try log.throwIfErrors()

    root = LayoutBoxBuilder.tree(of: fitter.slide)
    warnings = log.sorted
    cutText = cut
    cutElements = clipping.elements
    mixedWords = engine.mixedWords(in: box)
    fitGroupSizes = fitter.groupSizes
    shrunkElements = fitter.shrunkElements
  }
}
