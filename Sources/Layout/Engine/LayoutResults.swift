import Typography

/// What an engine remembers about one box.
final class LayoutResults {
  var fragments: [ConstraintSpace: Fragment] = [:]
  /// By the content box's height where that is definite and matters.
  var contentWidths: [Double?: IntrinsicWidths] = [:]
  /// By the number of automatic repetitions.
  var gridPlacements: [GridRepetitions: GridPlacement] = [:]
  var inlineSource: InlineSource?
  /// Shaped content, newest last; several because atomic boxes change width with the space.
  var paragraphs: [Paragraph] = []

  /// Needed when a font size anywhere has changed; shaped text stays as long as it is the same.
  func forgetSizes() {
    fragments = [:]
    contentWidths = [:]
  }
}
