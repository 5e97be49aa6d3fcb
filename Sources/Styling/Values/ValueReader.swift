import Diagnostics
import Markup

/// A cursor over component values that skips white space between them.
///
/// Its readers come in one shape: they return nil and leave the cursor alone when something else
/// stands there, and throw when what stands there is meant but wrong.
struct ValueReader {
  private let values: [ComponentValue]
  private var index = 0
  /// Where the whole value stands, or something that is missing when nothing else is at hand.
  package let start: SourceLocation

  package init(_ values: [ComponentValue], at start: SourceLocation) {
    self.values = values
    self.start = start
  }

  /// - Returns: whether there was any.
  @discardableResult
  mutating func skipWhitespace() -> Bool {
    let before = index
    while index < values.count, values[index].kind == .whitespace { index += 1 }
    return index > before
  }

  /// The next value that is not white space, left where it is.
  package mutating func peek() -> ComponentValue? {
    skipWhitespace()
    return index < values.count ? values[index] : nil
  }

  package mutating func next() -> ComponentValue? {
    let value = peek()
    if value != nil { index += 1 }
    return value
  }

  package mutating func skip() { index = min(index + 1, values.count) }

  package var isAtEnd: Bool {
    mutating get { peek() == nil }
  }

  var isAfterWhitespace: Bool {
    index > 0 && index <= values.count && values[index - 1].kind == .whitespace
  }

  /// Where the next value stands, or the whole one when there is none.
  package var location: SourceLocation {
    mutating get { peek()?.location ?? values.last?.location ?? start }
  }

  /// What has not been read, without white space before it.
  package var rest: [ComponentValue] {
    mutating get {
      skipWhitespace()
      return Array(values[index...])
    }
  }

  /// What has not been read, as text.
  var remainder: String {
    mutating get {
      skipWhitespace()
      return values[index...].cssText
    }
  }

  package var text: String { values.cssText }
}

extension ValueReader {
  /// The next identifier in lower case, left where it is.
  mutating func peekIdentifier() -> String? {
    guard let value = peek(), case .identifier(let name) = value.kind else { return nil }
    return name.lowercased()
  }

  mutating func identifier() -> String? {
    let name = peekIdentifier()
    if name != nil { skip() }
    return name
  }

  /// - Parameter keyword: lower case.
  package mutating func take(_ keyword: String) -> Bool {
    guard peekIdentifier() == keyword else { return false }
    skip()
    return true
  }

  /// The case of `Keyword` whose raw value is the identifier in camel case (`flex-start` is
  /// `flexStart`).
  package mutating func keyword<Keyword: RawRepresentable<String>>(_: Keyword.Type) -> Keyword? {
    guard let name = peekIdentifier(), let keyword = Keyword(rawValue: camelCased(name)) else {
      return nil
    }
    skip()
    return keyword
  }

  /// - Parameter meanings: by keyword, lower case.
  package mutating func keyword<Meaning>(_ meanings: KeyValuePairs<String, Meaning>) -> Meaning? {
    guard let name = peekIdentifier(), let meaning = meanings.first(where: { $0.key == name })
    else { return nil }
    skip()
    return meaning.value
  }

  package mutating func take(_ kind: ComponentValue.Kind) -> Bool {
    guard let value = peek(), value.kind == kind else { return false }
    skip()
    return true
  }

  package mutating func comma() -> Bool { take(.comma) }

  mutating func slash() -> Bool { take(.delimiter("/")) }

  /// The arguments of the next function if it has this name.
  package mutating func function(_ name: String) -> ValueReader? {
    guard let value = peek(), case .function(name, let arguments) = value.kind else { return nil }
    skip()
    return ValueReader(arguments, at: value.location)
  }

  package mutating func string() -> String? {
    guard let value = peek(), case .string(let text) = value.kind else { return nil }
    skip()
    return text
  }

  /// One or more items separated by commas.
  ///
  /// - Returns: nil when the first item, or one after a comma, is not there.
  mutating func commaSeparated<Item>(
    _ item: (inout ValueReader) throws(Diagnostic) -> Item?
  ) throws(Diagnostic) -> [Item]? {
    var items: [Item] = []
    repeat {
      guard let next = try item(&self) else { return nil }
      items.append(next)
    } while comma()
    return items
  }

  /// One to four values as for `margin`: missing ones are those across.
  mutating func fourSides<Item>(
    _ item: (inout ValueReader) throws(Diagnostic) -> Item?
  ) throws(Diagnostic) -> [Item]? {
    var items: [Item] = []
    while items.count < 4, let next = try item(&self) { items.append(next) }
    switch items.count {
    case 1: return [items[0], items[0], items[0], items[0]]
    case 2: return [items[0], items[1], items[0], items[1]]
    case 3: return [items[0], items[1], items[2], items[1]]
    case 4: return items
    default: return nil
    }
  }

  /// One or two values; a missing second is the first.
  package mutating func pair<Item>(
    _ item: (inout ValueReader) throws(Diagnostic) -> Item?
  ) throws(Diagnostic) -> (Item, Item)? {
    guard let first = try item(&self) else { return nil }
    return (first, try item(&self) ?? first)
  }
}

/// `flex-start` → `flexStart`; a leading hyphen is kept as a word border (`-webkit-box` →
/// `webkitBox`).
private func camelCased(_ name: String) -> String {
  guard name.contains("-") else { return name }
  let words = name.split(separator: "-")
  guard let first = words.first else { return name }
  return words.dropFirst().reduce(String(first)) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
}
