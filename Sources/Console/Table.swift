/// Rows in columns that fit the terminal.
///
/// In a pipe nothing is cut, so that every line can be searched. On a terminal the flexible columns
/// are cut first; then columns that are not essential are left out, the last ones first.
package struct Table {
  package struct Column {
    package var title: String
    package var isRightAligned = false
    /// May be cut, down to this many cells; nil for a column that is whole or left out.
    package var leastWidth: Int?
    /// Never left out.
    package var isEssential = true

    package init(
      title: String, isRightAligned: Bool = false, leastWidth: Int? = nil,
      isEssential: Bool = true
    ) {
      self.title = title
      self.isRightAligned = isRightAligned
      self.leastWidth = leastWidth
      self.isEssential = isEssential
    }
  }

  package var columns: [Column]
  package private(set) var rows: [[String]] = []

  private static let gap = 2

  package init(_ columns: [Column]) { self.columns = columns }

  /// - Parameter cells: one a column; control characters are made visible.
  package mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a cell for each column")
    rows.append(cells.map { VisibleText.of($0).replacing("\n", with: " ") })
  }

  /// With its titles; empty without rows.
  ///
  /// - Parameter width: of the terminal, in cells; nil in a pipe, where nothing is cut or bold.
  package func text(
    width: Int? = Terminal.outputIsTerminal ? Terminal.outputWidth : nil,
    hasColor: Bool = Terminal.outputHasColor
  ) -> String {
    guard !rows.isEmpty else { return "" }
    let natural = columns.indices.map { column in
      max(columns[column].title.cells, rows.map { $0[column].cells }.max() ?? 0)
    }
    let widths = width.map { Self.fit(natural, columns, into: $0) } ?? natural.map(Optional.some)
    let titles = line(columns.map(\.title), widths)
    let head = hasColor && width != nil ? "\u{1b}[1m\(titles)\u{1b}[0m" : titles
    return ([head] + rows.map { line($0, widths) }).map { $0 + "\n" }.joined()
  }

  /// nil for columns left out.
  private static func fit(_ natural: [Int], _ columns: [Column], into width: Int) -> [Int?] {
    var widths: [Int?] = natural
    func excess() -> Int {
      let kept = widths.compactMap(\.self)
      return kept.reduce(0, +) + gap * max(0, kept.count - 1) - width
    }
    for isSecondRound in [false, true] {
      for index in columns.indices.reversed() {
        guard let width = widths[index], let least = columns[index].leastWidth else { continue }
        widths[index] = max(min(width, least), width - max(0, excess()))
      }
      if isSecondRound || excess() <= 0 { break }
      for index in columns.indices.reversed() where !columns[index].isEssential {
        if excess() > 0 { widths[index] = nil }
      }
      // What was left out may have made room again.
      for index in columns.indices where columns[index].leastWidth != nil && widths[index] != nil {
        widths[index] = natural[index]
      }
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int?]) -> String {
    var parts: [String] = []
    for (index, cell) in cells.enumerated() {
      guard let width = widths[index] else { continue }
      let cut = cell.cut(toCells: width)
      let padding = String(repeating: " ", count: width - cut.cells)
      parts.append(columns[index].isRightAligned ? padding + cut : cut + padding)
    }
    var text = parts.joined(separator: String(repeating: " ", count: Self.gap))
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}

extension String {
  /// How many cells of a terminal it fills: ideographs, kana, hangul and emoji take two.
  package var cells: Int { reduce(0) { $0 + $1.cells } }

  /// With `…` at its end when it is longer.
  package func cut(toCells width: Int) -> String {
    if cells <= width { return self }
    var result = ""
    var used = 0
    for character in self {
      if used + character.cells > width - 1 { break }
      used += character.cells
      result.append(character)
    }
    return width > 0 ? result + "…" : ""
  }
}

extension Character {
  /// By the East Asian widths W and F (UAX #11), coarsely, and for pictures.
  fileprivate var cells: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    // Voicing marks of halfwidth kana stand in a cell of their own.
    let marks = unicodeScalars.dropFirst().count { (0xff9e...0xff9f).contains($0.value) }
    if marks > 0 { return 1 + marks }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x20000...0x3fffd:
      return 2
    default:
      return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
