extension InlineText {
  var isSpace: Bool { content.unicodeScalars.allSatisfy(\.isCollapsibleSpace) }
}

extension Unicode.Scalar {
  /// The white space that CSS collapses: never a no-break space.
  var isCollapsibleSpace: Bool {
    switch self {
    case " ", "\t", "\n", "\r", "\u{C}": true
    default: false
    }
  }
}
