extension Element {
  /// Whether this is a `section` of class `slide`; one inside of another is no slide of its own.
  public var isSlide: Bool { name == "section" && classes.contains("slide") }

  /// The slides in document order, those inside of a slide left out.
  public var slides: [Element] {
    isSlide ? [self] : childElements.flatMap(\.slides)
  }
}
