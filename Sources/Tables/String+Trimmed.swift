extension String {
  /// Without white space (no-break spaces too) around it.
  package var trimmed: String {
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return self
    }
    var view = unicodeScalars[...]
    while let first = view.first, Self.isBlank(first) { view.removeFirst() }
    while let last = view.last, Self.isBlank(last) { view.removeLast() }
    return String(view)
  }

  /// White space, and marks that nobody sees.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}
