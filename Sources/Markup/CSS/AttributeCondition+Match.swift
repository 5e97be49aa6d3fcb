extension AttributeCondition {
  /// Whether an element with these attributes meets the condition.
  func holds(for attributes: [Attribute]) -> Bool {
    guard let attribute = attributes.first(where: { $0.name == name }) else { return false }
    func folded(_ text: String) -> String { ignoresCase ? text.asciiLowercased : text }
    let value = folded(attribute.value)
    switch test {
    case .exists: return true
    case .equals(let wanted): return value.utf8.elementsEqual(folded(wanted).utf8)
    case .hasWord(let word):
      let wanted = folded(word).utf8
      return !wanted.isEmpty
        && value.utf8.split(whereSeparator: \.isASCIIWhitespace).contains {
          $0.elementsEqual(wanted)
        }
    case .hasLanguage(let language):
      let wanted = folded(language).utf8
      return value.utf8.starts(with: wanted)
        && (value.utf8.count == wanted.count
          || value.utf8.dropFirst(wanted.count).first == UInt8(ascii: "-"))
    case .begins(let start):
      return !start.isEmpty && value.utf8.starts(with: folded(start).utf8)
    case .ends(let end):
      return !end.isEmpty && value.utf8.reversed().starts(with: folded(end).utf8.reversed())
    case .contains(let part): return !part.isEmpty && Self.contains(value, folded(part))
    }
  }

  /// By bytes: `String` would take canonically equivalent texts for the same.
  private static func contains(_ value: String, _ part: String) -> Bool {
    let value = Array(value.utf8)
    let part = Array(part.utf8)
    guard value.count >= part.count else { return false }
    return (0...(value.count - part.count)).contains { value[$0...].starts(with: part) }
  }
}

extension HTMLProfile {
  /// Attributes whose values selectors compare without case (HTML §4.17.2, "Case-sensitivity of
  /// selectors"), those the profile has.
  static let attributesWithoutCase: Set<String> = [
    "charset", "dir", "http-equiv", "lang", "rel", "type",
  ]
}
