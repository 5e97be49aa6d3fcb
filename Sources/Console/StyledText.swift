/// Text of several lines for a person: bold on a terminal, broken at blanks.
package enum StyledText {
  package static func bold(_ text: String) -> String {
    Terminal.outputHasColor ? "\u{1b}[1m\(text)\u{1b}[0m" : text
  }

  /// Lines no wider than `width` cells, each line of the text for itself; never empty.
  ///
  /// Control characters are made visible. A word that is wider stands alone and is not broken.
  package static func lines(_ text: String, width: Int) -> [String] {
    VisibleText.of(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { line -> [String] in
        var lines = [""]
        var used = 0
        for word in line.split(separator: " ") {
          let cells = String(word).cells
          if used > 0, used + 1 + cells > width {
            lines.append("")
            used = 0
          }
          lines[lines.count - 1] += used == 0 ? String(word) : " \(word)"
          used += used == 0 ? cells : cells + 1
        }
        return lines
      }
  }

  /// A label, and beside it a text whose further lines stand below its first.
  ///
  /// - Parameter head: with the blanks behind it; counted in cells.
  package static func block(_ head: String, _ text: String, width: Int) -> String {
    let indent = String(repeating: " ", count: head.cells)
    return lines(text, width: max(20, width - head.cells)).enumerated()
      .map { ($0 == 0 ? head : $1.isEmpty ? "" : indent) + $1 + "\n" }.joined()
  }
}
