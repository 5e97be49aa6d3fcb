import Diagnostics

// What is looked at before the parser may see a text.

extension YAMLNode {
  /// Refuses what no editor shows and YAML forbids (YAML 1.2 §5.1).
  static func refuseControlCharacters(
    in text: String, file: String
  ) throws(DiagnosticsError) {
    let isSuspicious = text.utf8.contains { byte in
      (byte < 0x20 && byte != 9 && byte != 10 && byte != 13) || byte == 0x7F || byte == 0xC2
        || byte == 0xEF
    }
    guard isSuspicious else { return }
    var place = SourceLocation(file: file, line: 1, column: 1)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10, 13, 0x85: break
      case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF:
        throw DiagnosticsError(.controlCharacter(scalar.value, at: place))
      default: break
      }
      place.advance(over: scalar)
    }
  }

  /// Where the first byte stands that is not UTF-8.
  static func endOfValidText(in bytes: some Collection<UInt8>, file: String) -> SourceLocation {
    var place = SourceLocation(file: file, line: 1, column: 1)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { place.advance(over: scalar) }
    return place
  }

  /// Refuses texts whose aliases could multiply: see `maximumAliases`.
  ///
  /// Counts what looks like an alias (`*name` where a value may start) in a text with something like
  /// an anchor (`&name`). Ordinary text hardly ever looks so, let alone nine times.
  static func refuseManyAliases(in text: String, file: String) throws(DiagnosticsError) {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
      return
    }
    var anchors = 0
    var aliases: [SourceLocation] = []
    var before: Unicode.Scalar = "\n"
    var lastVisible: Unicode.Scalar = "\n"
    var place = SourceLocation(file: file, line: 1, column: 1)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&" where before.properties.isWhitespace || "[{,".unicodeScalars.contains(before):
        anchors += 1
      case "*" where "\n-?:[{,".unicodeScalars.contains(lastVisible): aliases.append(place)
      default: break
      }
      place.advance(over: scalar)
      before = scalar
      if scalar != " ", scalar != "\t", scalar != "\r" { lastVisible = scalar }
    }
    if anchors > 0, aliases.count > maximumAliases {
      throw DiagnosticsError(.anchor(at: aliases[0]))
    }
  }
}

extension SourceLocation {
  mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}
