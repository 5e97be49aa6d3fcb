import Diagnostics

extension SourceLocation {
  /// The place that `description` wrote, which is how `post.json` has it.
  ///
  /// Numbers at the end are line and column; a file whose own name ends in `:3` is taken for a line.
  init(written text: String) {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if let cell = parts.last, let mark = cell.lastIndex(of: "!"), parts.count > 1 {
      let sheet = cell[..<mark]
      let place = cell[cell.index(after: mark)...]
      let letters = place.prefix { ("A"..."Z").contains($0) }
      if !sheet.isEmpty, let line = Int(place.dropFirst(letters.count)) {
        let isQuoted = sheet.count > 1 && sheet.hasPrefix("'") && sheet.hasSuffix("'")
        self.init(
          file: parts.dropLast().joined(separator: ":"), line: line,
          column: Self.column(letters),
          sheet: String(isQuoted ? sheet.dropFirst().dropLast() : sheet))
        return
      }
    }
    var numbers: [Int] = []
    while numbers.count < 2, parts.count > 1, let number = parts.last.flatMap({ Int($0) }) {
      numbers.insert(number, at: 0)
      parts.removeLast()
    }
    self.init(
      file: parts.joined(separator: ":"), line: max(0, numbers.first ?? 0),
      column: max(0, numbers.count > 1 ? numbers[1] : 0))
  }

  /// A spreadsheet's column by its name: 1 for `A`, 27 for `AA`, 0 for none or one beyond any.
  private static func column(_ letters: Substring) -> Int {
    guard letters.utf8.count <= 4 else { return 0 }
    return letters.utf8.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
  }
}
