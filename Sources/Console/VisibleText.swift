/// Text from elsewhere that is safe to print on a terminal.
package enum VisibleText {
  /// Control characters as `\u{1b}`, so that hostile text neither moves the cursor nor turns the rest
  /// of the line around.
  package static func of(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
          let isControl = scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7f
          // Overrides and embeddings turn the rest of the line around; separators break it.
          let turns = (0x202a...0x202e).contains(scalar.value)
          let breaks = scalar.value == 0x2028 || scalar.value == 0x2029
          let isHidden = isControl || (0x80...0x9f).contains(scalar.value) || turns || breaks
          return isHidden
            ? Array("\\u{\(String(scalar.value, radix: 16))}".unicodeScalars) : [scalar]
        }))
  }
}
