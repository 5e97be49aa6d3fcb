public import Diagnostics
public import Markup

/// A template with a row's values in it.
public struct BoundTemplate: Equatable, Sendable {
  /// Without `data-` directives and `{{ }}`; `src` of pictures are absolute paths.
  public var document: Document
  /// The `section.slide` elements of `document`, in document order. Never empty.
  public var slides: [BoundSlide]
  /// For `caption.txt`; empty when the template has none.
  public var caption: String
  /// What is odd about the values, though they can be shown.
  public var warnings: [Diagnostic]
}

/// A slide of a bound template.
public struct BoundSlide: Equatable, Sendable {
  /// For file names: the slide's `id` in small letters, digits and `-`, numbered where several
  /// slides share it (`benefit-1`, `benefit-2`). Unique in the carousel.
  public var name: String
  /// The slide of the template it was made of.
  public var template: TemplateSlide
}
