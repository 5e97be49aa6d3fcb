import Markup
import Tables

/// The words of a product description in HTML, without its markup.
///
/// Not a parser of pages: descriptions hold whatever an editor pasted, so every tag is either a
/// break between paragraphs, a list item, a line break or nothing, and nothing can be wrong.
struct HTMLText: Equatable {
  /// Paragraphs outside lists; never empty ones. `<br>` is a `\n`.
  var paragraphs: [String] = []
  /// List items, in order, of all lists.
  var items: [String] = []

  init(_ html: String) {
    var scanner = HTMLTextScanner(bytes: Array(html.utf8))
    scanner.scan()
    paragraphs = scanner.paragraphs
    items = scanner.items
  }

  /// All of it as plain text; the items only when nothing else is there.
  var description: String {
    paragraphs.isEmpty
      ? items.map { "• \($0)" }.joined(separator: "\n") : paragraphs.joined(separator: "\n\n")
  }

  /// The list items, or else the sentences, at most `limit`.
  func bullets(limit: Int) -> [String] {
    if !items.isEmpty { return Array(items.prefix(limit)) }
    return Array(
      paragraphs.flatMap { $0.split(separator: "\n") }.flatMap { Self.sentences($0) }.prefix(limit))
  }

  /// Cut after `.`, `!` or `?` before white space that no small letter follows, and after the full
  /// stops of Chinese and Japanese; a single full stop at the end is left out.
  static func sentences(_ text: some StringProtocol) -> [String] {
    var sentences: [String] = []
    var current = String.UnicodeScalarView()
    func finish() {
      var sentence = String(current).trimmingSpaces()
      if sentence.hasSuffix("."), !sentence.hasSuffix("..") { sentence.removeLast() }
      if !sentence.isEmpty { sentences.append(sentence) }
      current = String.UnicodeScalarView()
    }
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      current.append(scalar)
      if "。！？".unicodeScalars.contains(scalar) { finish() }
      guard ".!?".unicodeScalars.contains(scalar), index + 1 < scalars.count,
        scalars[index + 1].properties.isWhitespace
      else { continue }
      let following = scalars[(index + 1)...].first { !$0.properties.isWhitespace }
      if following?.properties.isLowercase != true { finish() }
    }
    finish()
    return sentences
  }
}

private struct HTMLTextScanner {
  let bytes: [UInt8]
  var paragraphs: [String] = []
  var items: [String] = []
  private var position = 0
  private var current: [UInt8] = []
  private var isInItem = false
  /// White space is owed before the next word.
  private var owesSpace = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func scan() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<"): if !passTag() { take(bytes[position]) }
      case UInt8(ascii: "&"): if !passReference() { take(bytes[position]) }
      default: take(bytes[position])
      }
    }
    finishBlock()
  }

  private mutating func take(_ byte: UInt8) {
    position += 1
    append(byte)
  }

  private mutating func append(_ byte: UInt8) {
    if byte == 0x20 || (9...13).contains(byte) {
      owesSpace = !current.isEmpty && current.last != .lineFeed
      return
    }
    if owesSpace { current.append(0x20) }
    owesSpace = false
    current.append(byte)
  }

  private mutating func finishBlock() {
    while current.last == .lineFeed { current.removeLast() }
    if !current.isEmpty {
      let text = String(decoding: current, as: UTF8.self)
      if isInItem { items.append(text) } else { paragraphs.append(text) }
    }
    current = []
    owesSpace = false
  }

  /// Passes a tag or comment; false when the `<` is an ordinary character.
  private mutating func passTag() -> Bool {
    let rest = bytes[(position + 1)...]
    if rest.starts(with: Array("!--".utf8)) {
      pass(until: "-->")
      return true
    }
    guard let first = rest.first else { return false }
    let isEnd = first == UInt8(ascii: "/")
    let nameStart = position + (isEnd ? 2 : 1)
    let name = bytes[min(nameStart, bytes.count)...].prefix { Self.isNameByte($0) }
    guard !name.isEmpty || first == UInt8(ascii: "!") else { return false }
    // A `>` inside a quoted attribute value does not end the tag.
    var quote: UInt8?
    var end = name.endIndex
    while end < bytes.count {
      let byte = bytes[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == .quote || byte == UInt8(ascii: "'") {
        quote = byte
      }
      end += 1
    }
    position = min(end + 1, bytes.count)
    apply(String(decoding: name.map { $0 | 0x20 }, as: UTF8.self), isEnd: isEnd)
    return true
  }

  private mutating func apply(_ name: String, isEnd: Bool) {
    switch name {
    case "br":
      owesSpace = false
      if !current.isEmpty { current.append(.lineFeed) }
    case "li":
      finishBlock()
      isInItem = !isEnd
    case "ul", "ol":
      finishBlock()
      isInItem = false
    case "script", "style", "iframe":
      if !isEnd { pass(until: "</\(name)>") }
    case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer",
      "blockquote", "table", "tr", "pre", "hr", "dl", "dt", "dd", "figure", "figcaption", "form":
      // A paragraph inside a list item is still the item.
      if !isInItem {
        finishBlock()
      } else {
        append(0x20)
      }
    case "td", "th", "img", "video":
      append(0x20)
    default: break
    }
  }

  /// Moves behind the next `text`, or to the end; letter case is ignored.
  private mutating func pass(until text: String) {
    let wanted = Array(text.utf8)
    while position < bytes.count {
      let isHere =
        position + wanted.count <= bytes.count
        && zip(bytes[position...], wanted).allSatisfy { $0 == $1 || ($0 | 0x20) == $1 }
      if isHere {
        position += wanted.count
        return
      }
      position += 1
    }
  }

  /// Passes `&name;`, `&#233;` or `&#xE9;`; false when it is none that is known.
  private mutating func passReference() -> Bool {
    let body = bytes[(position + 1)...].prefix(Self.longestReference).prefix {
      $0 != UInt8(ascii: ";")
    }
    guard body.endIndex < bytes.count, bytes[body.endIndex] == UInt8(ascii: ";") else {
      return false
    }
    guard let text = Self.character(String(decoding: body, as: UTF8.self)) else { return false }
    position = body.endIndex + 1
    for byte in text.utf8 { append(byte) }
    return true
  }

  /// As long as the longest name; a number fits with its zeros.
  private static let longestReference = CharacterReferences.longestName

  private static func character(_ reference: String) -> String? {
    guard let scalar = scalar(reference) else { return nil }
    switch scalar.value {
    // Editors write no-break and wide spaces where they mean spaces.
    case 0xA0, 0x2002, 0x2003, 0x2009: return " "
    // Where a word may be broken; slides break words by themselves.
    case 0xAD: return ""
    default: return String(scalar)
    }
  }

  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    guard reference.first == "#" else { return CharacterReferences.character(named: reference) }
    let digits = reference.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = code.flatMap({ Unicode.Scalar($0) }), scalar.value >= 0x20 else {
      return nil
    }
    return scalar
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension String {
  /// Without white space at both ends.
  func trimmingSpaces() -> String {
    var view = unicodeScalars[...]
    while view.first?.properties.isWhitespace == true { view.removeFirst() }
    while view.last?.properties.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
