extension SparkCode {
  /// A code read from what a person pasted, and what there is to say about it.
  public struct Reading: Equatable, Sendable {
    public var code: SparkCode
    public var cleanings: [Cleaning]
    public var doubts: [Doubt]
  }

  /// What was taken away; nothing else of the text is ever changed.
  public enum Cleaning: Equatable, Sendable {
    case surroundingWhiteSpace
    /// How many zero-width characters, marks of direction, soft hyphens.
    case invisibleCharacters(Int)
    /// `%23`, `%2B`, `%2F`, `%3D` became `#`, `+`, `/`, `=`; once.
    case percentEncoding
  }

  /// What makes one look again; a code with doubts is taken all the same.
  public enum Doubt: Equatable, Sendable {
    /// At a place from 1; codes have letters, digits, `#`, `+`, `/` and `=`.
    case oddCharacter(Unicode.Scalar, place: Int)
    /// A `#` at a place from 1, not the first: perhaps two codes in one.
    case hashInside(place: Int)
    case noHashAtStart
    /// Codes normally end with `=`; the last characters may be missing.
    case noEqualsAtEnd
  }

  public enum Fault: Error, Equatable, Sendable {
    case empty
    /// In bytes. TikTok fixes no length; this is far above any code.
    case tooLong(limit: Int)
    /// How many lines there are with something in them; one code is read at a time.
    case severalLines(Int)
  }

  /// Bytes; a file given by mistake is refused before it is looked through.
  public static let mostBytes = 4_096

  /// Reads a code as it comes out of a chat, a mail or a URL.
  public static func read(_ text: String) throws(Fault) -> Reading {
    guard text.utf8.count <= mostBytes else { throw .tooLong(limit: mostBytes) }
    var cleanings: [Cleaning] = []
    let visible = text.unicodeScalars.filter { !isInvisible($0) }
    let hidden = text.unicodeScalars.count - visible.count
    var scalars = Array(visible)
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    let leading = scalars.prefix { $0.properties.isWhitespace }.count
    scalars.removeFirst(leading)
    if scalars.count < visible.count { cleanings.append(.surroundingWhiteSpace) }
    if hidden > 0 { cleanings.append(.invisibleCharacters(hidden)) }
    let lines = scalars.split { $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" }
      .filter { line in !line.allSatisfy(\.properties.isWhitespace) }
    if lines.count > 1 { throw .severalLines(lines.count) }
    let decoded = percentDecoded(scalars)
    if decoded.count < scalars.count { cleanings.append(.percentEncoding) }
    guard !decoded.isEmpty else { throw .empty }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: decoded)
    return Reading(
      code: SparkCode(secret: String(view)), cleanings: cleanings, doubts: doubts(about: decoded))
  }

  private static func doubts(about scalars: [Unicode.Scalar]) -> [Doubt] {
    var doubts: [Doubt] = []
    if scalars.first != "#" { doubts.append(.noHashAtStart) }
    for (index, scalar) in scalars.enumerated() {
      if scalar == "#", index > 0 {
        doubts.append(.hashInside(place: index + 1))
      } else if !isUsual(scalar) {
        doubts.append(.oddCharacter(scalar, place: index + 1))
      }
    }
    if scalars.last != "=" { doubts.append(.noEqualsAtEnd) }
    return doubts
  }

  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "#", "+", "/", "=": true
    default: false
    }
  }

  /// Characters that chats and documents add and nobody sees.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xad, 0x34f, 0x61c, 0x180e, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f,
      0xfe00...0xfe0f, 0xfeff, 0x0...0x8, 0xe...0x1f, 0x7f:
      true
    default: false
    }
  }

  private static func percentDecoded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let escapes: [String: Unicode.Scalar] = ["23": "#", "2B": "+", "2F": "/", "3D": "="]
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if scalars[index] == "%", index + 2 < scalars.count,
        let scalar = escapes["\(scalars[index + 1])\(scalars[index + 2])".uppercased()]
      {
        result.append(scalar)
        index += 3
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return result
  }
}
