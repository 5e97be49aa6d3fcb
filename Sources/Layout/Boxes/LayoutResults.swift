import Typography

/// What layout remembers about one box.
struct LayoutResults {
  var fragments: [ConstraintSpace: Fragment] = [:]
  var contentWidths: IntrinsicWidths?
  var inlineSource: InlineSource?
  /// Shaped content, newest last; several because atomic boxes change width with the space.
  var paragraphs: [Paragraph] = []
}
