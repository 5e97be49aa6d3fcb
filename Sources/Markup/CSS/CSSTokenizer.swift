import Diagnostics

/// Cuts a CSS text into tokens as CSS Syntax 3 §4.3 says, one at a time.
///
/// Strings, addresses and comments that never end are reported here; everything else is the
/// parser's to judge.
struct CSSTokenizer {
  let source: SourceText
  var problems: Problems
  private var offset = 0

  init(_ source: SourceText, problems: Problems) {
    self.source = source
    self.problems = problems
  }

  /// The next token; `.end` for ever behind the last.
  mutating func next() -> CSSToken {
    skipComments()
    let start = offset
    let kind = consumeToken()
    return CSSToken(kind: kind, start: start, end: offset)
  }

  // MARK: - §4.3.1 one token

  private mutating func consumeToken() -> CSSToken.Kind {
    guard offset < source.bytes.count else { return .end }
    let byte = source.bytes[offset]
    if byte.isASCIIWhitespace {
      while peek().isASCIIWhitespace { offset += 1 }
      return .whitespace
    }
    if startsNumber(at: offset) { return consumeNumeric() }
    if byte == UInt8(ascii: "-"), source.hasPrefix(Array("-->".utf8), at: offset) {
      offset += 3
      return .commentDelimiter
    }
    if startsIdentifier(at: offset) { return consumeIdentifierLike() }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return consumeString(quote: byte)
    case UInt8(ascii: "("): return single(.open(.parenthesis))
    case UInt8(ascii: ")"): return single(.close(.parenthesis))
    case UInt8(ascii: "["): return single(.open(.square))
    case UInt8(ascii: "]"): return single(.close(.square))
    case UInt8(ascii: "{"): return single(.open(.brace))
    case UInt8(ascii: "}"): return single(.close(.brace))
    case UInt8(ascii: ","): return single(.comma)
    case UInt8(ascii: ":"): return single(.colon)
    case UInt8(ascii: ";"): return single(.semicolon)
    case UInt8(ascii: "#") where isNamePart(at: offset + 1):
      offset += 1
      let isIdentifier = startsIdentifier(at: offset)
      return .hash(consumeName(), isIdentifier: isIdentifier)
    case UInt8(ascii: "@") where startsIdentifier(at: offset + 1):
      offset += 1
      return .atKeyword(consumeName().asciiLowercased)
    case UInt8(ascii: "<") where source.hasPrefix(Array("<!--".utf8), at: offset):
      offset += 4
      return .commentDelimiter
    default: return single(.delimiter(Character(Unicode.Scalar(byte))))
    }
  }

  private mutating func single(_ kind: CSSToken.Kind) -> CSSToken.Kind {
    offset += 1
    return kind
  }

  private mutating func skipComments() {
    while peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
      if let end = source.find("*/", from: offset + 2) {
        offset = end + 2
      } else {
        problems.add(.unclosedComment(at: source.location(at: offset)))
        offset = source.bytes.count
      }
    }
  }

  // MARK: - §4.3.3 numbers

  private mutating func consumeNumeric() -> CSSToken.Kind {
    let (value, isInteger) = consumeNumber()
    if startsIdentifier(at: offset) {
      return .dimension(value, unit: consumeName().asciiLowercased)
    }
    if peek() == UInt8(ascii: "%") { return single(.percentage(value)) }
    return .number(value, isInteger: isInteger)
  }

  private mutating func consumeNumber() -> (value: Double, isInteger: Bool) {
    let start = offset
    var isInteger = true
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
    while peek().isASCIIDigit { offset += 1 }
    if peek() == UInt8(ascii: "."), peek(1).isASCIIDigit {
      isInteger = false
      offset += 1
      while peek().isASCIIDigit { offset += 1 }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
      if peek(1 + sign).isASCIIDigit {
        isInteger = false
        offset += 1 + sign
        while peek().isASCIIDigit { offset += 1 }
      }
    }
    // Browsers keep numbers in single precision; its largest keeps sums and products finite here.
    let largest = Double(Float.greatestFiniteMagnitude)
    let value = Double(source.string(start..<offset)) ?? 0
    return (min(max(value, -largest), largest), isInteger)
  }

  // MARK: - §4.3.4–4.3.6 names, strings, addresses

  private mutating func consumeIdentifierLike() -> CSSToken.Kind {
    let name = consumeName()
    guard peek() == UInt8(ascii: "(") else { return .identifier(name) }
    offset += 1
    let lowercased = name.asciiLowercased
    guard lowercased == "url" else { return .function(lowercased) }
    var first = offset
    while source.byte(at: first).isASCIIWhitespace { first += 1 }
    let quote = source.byte(at: first)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { return .function(lowercased) }
    return consumeURL()
  }

  private mutating func consumeString(quote: UInt8) -> CSSToken.Kind {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while true {
      let byte = peek()
      switch byte {
      case quote:
        offset += 1
        return .string(String(decoding: text, as: UTF8.self))
      case 0, UInt8(ascii: "\n"):
        problems.add(.unclosedString(at: source.location(at: start)))
        return .badString
      case UInt8(ascii: "\\"):
        offset += 1
        if peek() == UInt8(ascii: "\n") {
          offset += 1
        } else if peek() != 0 {
          consumeEscape(into: &text)
        }
      default:
        text.append(byte)
        offset += 1
      }
    }
  }

  private mutating func consumeURL() -> CSSToken.Kind {
    let start = offset
    while peek().isASCIIWhitespace { offset += 1 }
    var text: [UInt8] = []
    while true {
      let byte = peek()
      switch byte {
      case UInt8(ascii: ")"):
        offset += 1
        return .url(String(decoding: text, as: UTF8.self))
      case 0:
        problems.add(.unclosedURL(at: source.location(at: start)))
        return .badURL
      case _ where byte.isASCIIWhitespace:
        while peek().isASCIIWhitespace { offset += 1 }
        if peek() != UInt8(ascii: ")"), peek() != 0 { return consumeBadURL() }
      case UInt8(ascii: "\\") where isEscape(at: offset):
        offset += 1
        consumeEscape(into: &text)
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "\\"),
        1...0x1F, 0x7F:
        return consumeBadURL()
      default:
        text.append(byte)
        offset += 1
      }
    }
  }

  /// §4.3.14.
  private mutating func consumeBadURL() -> CSSToken.Kind {
    problems.add(
      .badURL(source.string(offset..<scalarEnd(at: offset)), at: source.location(at: offset)))
    while peek() != 0, peek() != UInt8(ascii: ")") {
      offset += isEscape(at: offset) ? 2 : 1
    }
    offset = min(offset + 1, source.bytes.count)
    return .badURL
  }

  /// §4.3.11; the name may be empty only where no name starts.
  private mutating func consumeName() -> String {
    let start = offset
    while isNameByte(peek()) { offset += 1 }
    guard isEscape(at: offset) else { return source.string(start..<offset) }
    var text = Array(source.bytes[start..<offset])
    while true {
      if isNameByte(peek()) {
        text.append(peek())
        offset += 1
      } else if isEscape(at: offset) {
        offset += 1
        consumeEscape(into: &text)
      } else {
        return String(decoding: text, as: UTF8.self)
      }
    }
  }

  /// §4.3.7, behind the backslash; not at the end of the text.
  private mutating func consumeEscape(into text: inout [UInt8]) {
    guard peek().hexDigitValue != nil else {
      let end = scalarEnd(at: offset)
      text.append(contentsOf: source.bytes[offset..<end])
      offset = end
      return
    }
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let digit = peek().hexDigitValue {
      value = value * 16 + digit
      digits += 1
      offset += 1
    }
    if peek().isASCIIWhitespace { offset += 1 }
    let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: String(scalar).utf8)
  }

  // MARK: - §4.3.8–4.3.10 looking ahead

  private func peek(_ distance: Int = 0) -> UInt8 { source.byte(at: offset + distance) }

  private func isNameStart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte.isASCIIDigit || byte == UInt8(ascii: "-")
  }

  private func isNamePart(at index: Int) -> Bool {
    isNameByte(source.byte(at: index)) || isEscape(at: index)
  }

  private func isEscape(at index: Int) -> Bool {
    guard source.byte(at: index) == UInt8(ascii: "\\") else { return false }
    let next = source.byte(at: index + 1)
    return next != 0 && next != UInt8(ascii: "\n")
  }

  private func startsIdentifier(at index: Int) -> Bool {
    let first = source.byte(at: index)
    if isNameStart(first) { return true }
    if first == UInt8(ascii: "-") {
      let second = source.byte(at: index + 1)
      return isNameStart(second) || second == UInt8(ascii: "-") || isEscape(at: index + 1)
    }
    return isEscape(at: index)
  }

  private func startsNumber(at index: Int) -> Bool {
    let first = source.byte(at: index)
    if first.isASCIIDigit { return true }
    let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    let next = source.byte(at: isSigned ? index + 1 : index)
    if isSigned, next.isASCIIDigit { return true }
    return next == UInt8(ascii: ".") && source.byte(at: index + (isSigned ? 2 : 1)).isASCIIDigit
  }

  private func scalarEnd(at index: Int) -> Int {
    var end = index + 1
    while source.byte(at: end) & 0xC0 == 0x80 { end += 1 }
    return min(end, source.bytes.count)
  }
}
