import Diagnostics

extension HTMLTokenizer {
  /// Where a character reference stands; HTML is more lenient in attributes.
  enum ReferenceContext {
    case text, attribute
    /// Inside `{{ … }}`, where an `&` may also be meant as such.
    case template
  }

  /// Takes over the reference that begins with the `&` here, or the `&` itself: HTML §13.2.5.72.
  mutating func readReference(in context: ReferenceContext, into content: inout [UInt8]) {
    let start = offset
    offset += 1
    if peek() == UInt8(ascii: "#") {
      readNumericReference(from: start, in: context, into: &content)
    } else if peek().isASCIILetter {
      readNamedReference(from: start, in: context, into: &content)
    } else {
      content.append(UInt8(ascii: "&"))
    }
  }

  private mutating func readNamedReference(
    from start: Int, in context: ReferenceContext, into content: inout [UInt8]
  ) {
    while peek().isASCIILetter || peek().isASCIIDigit { offset += 1 }
    let name = source.string((start + 1)..<offset)
    if peek() == UInt8(ascii: ";") {
      offset += 1
      if let character = CharacterReferences.character(named: name) {
        content.append(contentsOf: String(character).utf8)
        return
      }
      if context != .template {
        report(.unknownReference(name, at: source.location(at: start)))
      }
    } else if let known = CharacterReferences.prefixWithoutSemicolon(of: name),
      context == .text || context == .attribute && known == name && peek() != UInt8(ascii: "=")
    {
      report(.referenceWithoutSemicolon("&\(known)", at: source.location(at: start)))
    }
    content.append(contentsOf: source.bytes[start..<offset])
  }

  private mutating func readNumericReference(
    from start: Int, in context: ReferenceContext, into content: inout [UInt8]
  ) {
    offset += 1
    let isHexadecimal = peek() | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { offset += 1 }
    let digits = offset
    var value: UInt32 = 0
    while let digit = peek().hexDigitValue, isHexadecimal || digit < 10 {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      offset += 1
    }
    let text = source.string(start..<offset)
    let hasDigits = offset > digits
    if hasDigits, peek() == UInt8(ascii: ";") {
      offset += 1
      if let scalar = Unicode.Scalar(value), CharacterReferences.isAllowed(scalar) {
        content.append(contentsOf: String(scalar).utf8)
        return
      }
      report(.referenceToNoCharacter("\(text);", at: source.location(at: start)))
    } else if context != .template {
      let place = source.location(at: start)
      report(
        hasDigits ? .referenceWithoutSemicolon(text, at: place) : .unknownReference("#", at: place))
    }
    content.append(contentsOf: source.bytes[start..<offset])
  }
}
