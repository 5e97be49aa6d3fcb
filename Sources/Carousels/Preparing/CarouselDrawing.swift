package import Images
package import Markup
package import Pixels
package import Templates

/// A bound page, ready to be drawn: which slides, in which look.
package struct CarouselDrawing {
  package var document: Document
  /// One a slide, in order, as files are named after them; a page without `section.slide` has one.
  package var slideNames: [String]
  /// False for a page without `section.slide`.
  var hasSections: Bool
  package var style: PageStyle
  package var size: SlideSize
  /// Whose safe area the slides keep.
  package var target: PostTarget
  /// How far the safe area lies inside of each edge, px.
  package var safeArea: Edges<Double>
  package var encoding: ImageEncoding
  package var allowsMissingGlyphs: Bool
  /// Text that does not fit is a warning only.
  var allowsCutText = false
  /// SHA-256 of the row's own pictures, by path: what is drawn has these bytes.
  var pictureDigests: [String: String] = [:]
}
