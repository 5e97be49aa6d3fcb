import Diagnostics

/// Cuts a page into tags and text: HTML §13.2.5, every parse error reported.
struct HTMLTokenizer {
  let source: SourceText
  private(set) var problems: Problems
  var offset = 0
  private(set) var isStopped = false

  init(_ source: SourceText, problems: Problems) {
    self.source = source
    self.problems = problems
  }

  var place: SourceLocation { source.location(at: offset) }

  func peek(_ distance: Int = 0) -> UInt8 { source.byte(at: offset + distance) }

  /// Collects a problem; after too many of them reading ends.
  /// - Returns: its number, for `replaceProblem`.
  @discardableResult
  mutating func report(_ diagnostic: Diagnostic) -> Int {
    guard !isStopped else { return problems.diagnostics.count - 1 }
    problems.add(diagnostic)
    if problems.isFull { stop() }
    return problems.diagnostics.count - 1
  }

  mutating func replaceProblem(_ index: Int, by diagnostic: Diagnostic) {
    problems.replace(at: index, with: diagnostic)
  }

  /// Reports a budget used up and reads no further.
  mutating func stop(_ diagnostic: Diagnostic) {
    report(diagnostic)
    stop()
  }

  private mutating func stop() {
    isStopped = true
    offset = source.bytes.count
  }

  // MARK: - Tokens

  mutating func next() -> HTMLToken {
    while offset < source.bytes.count {
      guard startsMarkup(at: offset) else { return readText() }
      switch peek(1) {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skipUnknownMarkup()
      case UInt8(ascii: "/"):
        if let tag = readEndTag() { return tag }
      default:
        return .startTag(readStartTag())
      }
    }
    return .end
  }

  /// Whether the byte at `index` is a `<` that begins a tag, a comment or the like; any other one
  /// is text, as in a browser.
  private func startsMarkup(at index: Int) -> Bool {
    guard source.bytes[index] == UInt8(ascii: "<") else { return false }
    let next = source.byte(at: index + 1)
    return next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  private mutating func readText() -> HTMLToken {
    let location = place
    var content: [UInt8] = []
    var isBlank = true
    var hadReference = false
    while offset < source.bytes.count, !startsMarkup(at: offset) {
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: "&") {
        isBlank = false
        hadReference = true
        readReference(in: .text, into: &content)
      } else if byte == UInt8(ascii: "{"), let end = templateEnd() {
        if hadReference { break }
        isBlank = false
        readTemplate(upTo: end, into: &content)
      } else {
        if !byte.isASCIIWhitespace { isBlank = false }
        content.append(byte)
        offset += 1
      }
    }
    let text = Text(content: String(decoding: content, as: UTF8.self), location: location)
    return .text(text, isBlank: isBlank)
  }

  /// Where the `{{ … }}` that begins here ends; nil when none begins or it does not end in its
  /// line. Its content is no markup.
  func templateEnd() -> Int? {
    guard peek() == UInt8(ascii: "{"), peek(1) == UInt8(ascii: "{") else { return nil }
    var index = offset + 2
    while true {
      switch (source.byte(at: index), source.byte(at: index + 1)) {
      case (UInt8(ascii: "}"), UInt8(ascii: "}")): return index + 2
      case (UInt8(ascii: "{"), UInt8(ascii: "{")), (0, _), (UInt8(ascii: "\n"), _): return nil
      default: index += 1
      }
    }
  }

  /// Takes over a `{{ … }}`: references in it count, since a browser would resolve them too, but
  /// an `&` that begins none is an operator.
  mutating func readTemplate(upTo end: Int, into content: inout [UInt8]) {
    while offset < end {
      if peek() == UInt8(ascii: "&") {
        readReference(in: .template, into: &content)
      } else {
        content.append(peek())
        offset += 1
      }
    }
  }

  /// The text up to `</name`, which is left to be read, and the place of its first character; nil,
  /// with nothing read, when no such end tag follows.
  mutating func readRawText(of name: String) -> (text: String, location: SourceLocation)? {
    let pattern = Array("</\(name)".utf8)
    var from = offset
    while let end = source.find(pattern, from: from) {
      let next = source.byte(at: end + pattern.count)
      if next.isASCIIWhitespace || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") {
        let result = (text: source.string(offset..<end), location: place)
        offset = end
        return result
      }
      from = end + 1
    }
    return nil
  }

  /// As `readRawText`, with character references resolved, which HTML has in a `title`.
  mutating func readEscapableText(of name: String) -> (text: String, location: SourceLocation)? {
    let start = offset
    guard let location = readRawText(of: name)?.location else { return nil }
    let end = offset
    offset = start
    var content: [UInt8] = []
    while offset < end {
      if peek() == UInt8(ascii: "&") {
        readReference(in: .text, into: &content)
      } else {
        content.append(peek())
        offset += 1
      }
    }
    return (String(decoding: content, as: UTF8.self), location)
  }

  // MARK: - Comments, doctype and the like

  private mutating func skipDeclaration() {
    if source.hasPrefix(Array("<!--".utf8), at: offset) {
      skipComment()
    } else if source.hasPrefix(Array("<!doctype".utf8), at: offset) {
      skipToTagEnd()
    } else {
      skipUnknownMarkup()
    }
  }

  private mutating func skipComment() {
    // `<!-->` and `<!--->` are whole comments.
    for whole in ["<!-->", "<!--->"] where source.hasPrefix(Array(whole.utf8), at: offset) {
      offset += whole.utf8.count
      return
    }
    var end = source.find("--", from: offset + 4)
    while let dashes = end {
      if source.byte(at: dashes + 2) == UInt8(ascii: ">") {
        offset = dashes + 3
        return
      }
      if source.byte(at: dashes + 2) == UInt8(ascii: "!"),
        source.byte(at: dashes + 3) == UInt8(ascii: ">")
      {
        offset = dashes + 4
        return
      }
      end = source.find("--", from: dashes + 1)
    }
    report(.unclosedHTMLComment(at: place))
    offset = source.bytes.count
  }

  private mutating func skipUnknownMarkup() {
    let end = min(offset + 10, source.bytes.count)
    report(.unknownMarkup(source.string(offset..<end), at: place))
    skipToTagEnd()
  }

  /// Moves behind the next `>`.
  private mutating func skipToTagEnd() {
    while offset < source.bytes.count, peek() != UInt8(ascii: ">") { offset += 1 }
    offset = min(offset + 1, source.bytes.count)
  }

  // MARK: - Tags

  /// nil, after a report, for `</>` and `</ x>`.
  private mutating func readEndTag() -> HTMLToken? {
    let location = place
    guard peek(2).isASCIILetter else {
      report(.nameExpectedInEndTag(at: location))
      skipToTagEnd()
      return nil
    }
    offset += 2
    let name = readTagName()
    while peek().isASCIIWhitespace { offset += 1 }
    if peek() == UInt8(ascii: ">") {
      offset += 1
    } else {
      report(.endTagNotEnded(name, at: location))
      if peek() != UInt8(ascii: "<") { skipToTagEnd() }
    }
    return .endTag(name: name, location: location)
  }

  mutating func readTagName() -> String {
    let start = offset
    while true {
      let byte = peek()
      if byte == 0 || byte.isASCIIWhitespace || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<")
      {
        return source.string(start..<offset).asciiLowercased
      }
      offset += 1
    }
  }
}
