import Diagnostics

extension HTMLTokenizer {
  /// The start tag whose `<` is next, with its attributes.
  mutating func readStartTag() -> HTMLTag {
    let location = place
    offset += 1
    var tag = HTMLTag(name: readTagName(), location: location)
    while true {
      while peek().isASCIIWhitespace { offset += 1 }
      switch peek() {
      case UInt8(ascii: ">"):
        offset += 1
        return tag
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: ">"):
        offset += 2
        tag.isSelfClosing = true
        return tag
      case 0, UInt8(ascii: "<"):
        report(.startTagNotEnded(tag.name, at: location))
        return tag
      case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
        report(.unexpectedInTag(source.string(offset..<(offset + 1)), tag: tag.name, at: place))
        offset += 1
      case UInt8(ascii: "{") where templateEnd() != nil:
        report(.templateInTag(at: place))
        offset = templateEnd() ?? offset + 1
      default:
        readAttribute(into: &tag)
      }
      if isStopped { return tag }
    }
  }

  private mutating func readAttribute(into tag: inout HTMLTag) {
    let location = place
    let name = readAttributeName()
    var attribute = Attribute(name: name, value: "", location: location, valueLocation: place)
    let behindName = offset
    while peek().isASCIIWhitespace { offset += 1 }
    if peek() == UInt8(ascii: "=") {
      offset += 1
      while peek().isASCIIWhitespace { offset += 1 }
      readAttributeValue(into: &attribute)
    } else {
      offset = behindName
    }
    if tag.attributes.contains(where: { $0.name == name }) {
      report(.duplicateAttribute(name, at: location))
    } else if tag.attributes.count >= Budget.attributesPerElement {
      stop(.tooManyAttributes(at: location))
    } else {
      tag.attributes.append(attribute)
    }
  }

  private mutating func readAttributeName() -> String {
    let start = offset
    while true {
      switch peek() {
      case 0, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "="):
        return source.string(start..<offset).asciiLowercased
      case let byte where byte.isASCIIWhitespace:
        return source.string(start..<offset).asciiLowercased
      default: offset += 1
      }
    }
  }

  private mutating func readAttributeValue(into attribute: inout Attribute) {
    attribute.valueLocation = place
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let quote = offset
      offset += 1
      attribute.valueLocation = place
      let end = quotedValueEnd(from: quote)
      attribute.value = readValue(upTo: end)
      if peek() == source.bytes[quote] {
        offset += 1
        if isValueByte(peek()) { report(.spaceMissingBetweenAttributes(at: place)) }
      }
    case 0, UInt8(ascii: ">"):
      report(.attributeValueMissing(attribute.name, at: attribute.location))
    default:
      attribute.value = readUnquotedValue()
    }
  }

  /// Where the value ends whose opening quotation mark is at `quote`.
  ///
  /// When its closing mark was forgotten, the mark found belongs to a later attribute: there is a
  /// tag inside and the text goes on right behind. Then the value ends with its own tag.
  private mutating func quotedValueEnd(from quote: Int) -> Int {
    var end = quote + 1
    var tagEnd: Int?
    var hasTag = false
    while end < source.bytes.count, source.bytes[end] != source.bytes[quote] {
      if source.bytes[end] == UInt8(ascii: ">"), tagEnd == nil { tagEnd = end }
      if source.bytes[end] == UInt8(ascii: "<") { hasTag = true }
      end += 1
    }
    let isClosed = end < source.bytes.count
    if isClosed, tagEnd == nil || !hasTag || !isValueByte(source.byte(at: end + 1)) { return end }
    report(.unclosedAttributeValue(at: source.location(at: quote)))
    return tagEnd ?? end
  }

  /// Whether `byte`, behind a quoted value, shows that no tag goes on there.
  private func isValueByte(_ byte: UInt8) -> Bool {
    byte != 0 && !byte.isASCIIWhitespace && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
  }

  private mutating func readValue(upTo end: Int) -> String {
    var content: [UInt8] = []
    while offset < end {
      if peek() == UInt8(ascii: "&") {
        readReference(in: .attribute, into: &content)
      } else if let templateEnd = templateEnd(), templateEnd <= end {
        readTemplate(upTo: templateEnd, into: &content)
      } else {
        content.append(peek())
        offset += 1
      }
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func readUnquotedValue() -> String {
    let start = offset
    var end = offset
    var wrong: Int?
    while isUnquotedByte(source.byte(at: end)) {
      let byte = source.bytes[end]
      let isWrong =
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "<")
        || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "`")
      if isWrong, wrong == nil { wrong = end }
      if source.byte(at: end) == UInt8(ascii: "{"), source.byte(at: end + 1) == UInt8(ascii: "{"),
        wrong == nil
      {
        wrong = end
      }
      end += 1
    }
    if let wrong {
      let character = source.string(wrong..<(wrong + 1))
      report(.unquotedValue(character, at: source.location(at: start)))
    }
    return readValue(upTo: end)
  }

  private func isUnquotedByte(_ byte: UInt8) -> Bool {
    byte != 0 && !byte.isASCIIWhitespace && byte != UInt8(ascii: ">")
  }
}
