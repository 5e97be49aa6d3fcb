public import Diagnostics
package import Typography

/// The files of a finished carousel, in memory.
public struct DrawnCarousel: Sendable {
  public var slides: [DrawnSlide]
  /// A PNG of all slides.
  public var overview: [UInt8]
  /// Those whose glyphs are on the slides.
  package var fonts: Set<Font>
  /// What is odd about the slides though they were drawn.
  public var warnings: [Diagnostic]
  /// Those of the warnings that are about letters (`InkProblem`), which a check does not forgive.
  package var inkWarnings: [Diagnostic] = []
}

/// A finished slide, in memory.
public struct DrawnSlide: Sendable {
  /// Its name on the page: `hook`.
  public var name: String
  /// `01-hook.png`, so that a folder lists slides in order.
  public var fileName: String
  public var width: Int
  public var height: Int
  public var file: [UInt8]
  /// What its pictures show.
  public var alternativeTexts: [String]
  /// The words on it, a line of text each.
  public var text: String
}
