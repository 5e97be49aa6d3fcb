import Diagnostics
import Layout
import Pixels
import Rendering

/// What the eye sees of a slide's letters though their boxes are in order.
struct InkProblem {
  enum Kind { case collision, clipped, mixedFonts }

  var kind: Kind
  /// One sentence, lower case, no full stop.
  var message: String
  /// What to do about it, for people with a template first, then for its author.
  var remedy: String
  var element: ElementIdentity?
  /// Where on the slide; nil when that is not known.
  var bounds: PixelRect?
  /// The blocks that touch, as in `MeasuredText`.
  var blocks: Set<Int> = []

  /// For people who draw: what they get may be what they want.
  func warning(onSlide number: Int) -> Diagnostic {
    .warning("slide \(number): \(message)", at: element?.location, hints: [remedy])
  }
}

extension SlideArtist {
  /// Letters that touch, letters that lose a part, words in two typefaces.
  ///
  /// - Returns: also whether all letters were compared.
  func inkProblems(of slide: ResolvedSlide) -> (problems: [InkProblem], isComplete: Bool) {
    let start = ContinuousClock.now
    defer { times.ink += ContinuousClock.now - start }
    let ink = painter.measureInk(of: slide.layout.root, in: slide.scene)
    let cut = slide.layout.cutElements
    let problems =
      ink.collisions.map { InkProblem($0) }
      // Text that does not fit loses letters too; one report is enough.
      + ink.cuts.filter { !cut.contains($0.word.blockElement?.index ?? -1) }.map { InkProblem($0) }
      + [InkProblem](mixed: slide.layout.mixedWords)
    return (problems, ink.isComplete)
  }

  /// What drawing says of the slides' letters.
  func inkWarnings(of slides: [ResolvedSlide]) -> [Diagnostic] {
    slides.enumerated().flatMap { index, slide in
      inkProblems(of: slide).problems.map { $0.warning(onSlide: index + 1) }
    }
  }
}
