extension LayoutEngine {
  /// The border box's min-content and max-content contribution to its parent, margins excluded
  /// (CSS Sizing 3 §5.2): `width`, `min-width` and `max-width` count where they are definite;
  /// percentages count as `auto`, in padding as 0.
  ///
  /// The caller adds `edges(of: box, percentageWidth: nil).marginOrZero.horizontal`.
  func intrinsicWidths(of box: Box) -> IntrinsicWidths {
    fatalError("not implemented")
  }
}
