extension LayoutEngine {
  /// Lays out the items of a flex container whose content box has the width `space.width`.
  func layOutFlexContent(_ box: Box, in space: FlexSpace) -> FlexContent {
    fatalError("not implemented")
  }

  /// The content box's min-content and max-content width (CSS Flexbox §9.9.1), gaps included.
  func flexContentWidths(of box: Box) -> IntrinsicWidths {
    fatalError("not implemented")
  }
}
