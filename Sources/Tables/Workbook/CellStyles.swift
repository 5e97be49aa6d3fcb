/// What the numbers of each cell style stand for.
final class StylesConsumer: XMLConsumer {
  /// By a cell's style.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: String] = [:]
  private var isInCells = false
  private let from1904: Bool

  package init(from1904: Bool) { self.from1904 = from1904 }

  package func start(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = code
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      formats.append(format(attributes["numFmtId"].flatMap { Int($0) } ?? 0))
      // Excel has 64,000 at most.
      if formats.count > 65_536 { throw .tooLarge }
    default: break
    }
  }

  package func text(_ text: String) {}

  package func end(_ name: String) {
    if name == "cellXfs" { isInCells = false }
  }

  private func format(_ id: Int) -> NumberFormat {
    if let code = codes[id] { return Self.format(code, from1904: from1904) }
    // ECMA-376 part 1, 18.8.30; the ids between 27 and 58 are dates of East Asian versions.
    return switch id {
    case 9, 10: .percent
    case 14...22, 27...36, 45...47, 50...58: .date(from1904: from1904)
    default: .plain
    }
  }

  /// What a format code shows (ECMA-376 part 1, 18.8.31): `yyyy-mm-dd`, `0.00%`, `[$€-407] #,##0`.
  package static func format(_ code: String, from1904: Bool) -> NumberFormat {
    var literal = ""
    var bare = ""
    var scalars = code.unicodeScalars.prefix(255)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"":
        while let next = scalars.popFirst(), next != "\"" { literal.unicodeScalars.append(next) }
      case "\\", "_", "*":
        // The next one is shown, or only its width is.
        if let next = scalars.popFirst(), scalar == "\\" { literal.unicodeScalars.append(next) }
      case "[":
        var inside = ""
        while let next = scalars.popFirst(), next != "]" { inside.unicodeScalars.append(next) }
        // A currency and a country, `[$€-407]`; else a color, a condition or elapsed hours.
        if inside.hasPrefix("$") { literal += inside.dropFirst().prefix { $0 != "-" } }
      case ";":
        // Only what positive numbers look like.
        scalars = scalars[scalars.endIndex...]
      default: bare.unicodeScalars.append(scalar)
      }
    }
    if bare.contains("%") { return .percent }
    if bare.lowercased() == "general" { return .plain }
    if bare.unicodeScalars.contains(where: { "yYmMdDhH".unicodeScalars.contains($0) }) {
      return .date(from1904: from1904)
    }
    let signs = bare.unicodeScalars.filter { $0.properties.generalCategory == .currencySymbol }
    let sign = String(String.UnicodeScalarView(signs)) + literal
    let words = sign.split(whereSeparator: \.isWhitespace)
    let name = words.joined(separator: " ")
    return name.isEmpty ? .plain : .signed(name)
  }
}
