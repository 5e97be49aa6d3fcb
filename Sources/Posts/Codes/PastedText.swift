/// What a person pasted, peeled step by step to the code, with what was done to it.
struct PastedText {
  private(set) var scalars: [Unicode.Scalar]
  private(set) var cleanings: [SparkCode.Cleaning] = []
  private let shapes: CodeShapes

  init(_ text: String, shapes: CodeShapes) {
    self.shapes = shapes
    scalars = Array(text.unicodeScalars)
    dropWhiteSpace()
    dropInvisible()
    dropWhiteSpace()
  }

  var text: String { Self.text(scalars) }
  var words: [ArraySlice<Unicode.Scalar>] {
    scalars.split(whereSeparator: \.properties.isWhitespace)
  }

  static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  mutating func note(_ cleaning: SparkCode.Cleaning) {
    if !cleanings.contains(cleaning) { cleanings.append(cleaning) }
  }

  /// Escapes once: what they make is never an escape again.
  mutating func undoEscapes() {
    let whole = Substring(text).unicodeScalars
    var result: [Unicode.Scalar] = []
    var rest = whole
    while let first = rest.first {
      if let escape = CodeEscape.decoded(rest, again: false) {
        note(escape.kind == .percent ? .percentEncoding : .entities)
        result.append(escape.scalar)
        rest = rest[escape.end...]
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    scalars = result
    dropInvisible()
    dropWhiteSpace()
  }

  /// Labels, quotes and punctuation from the outside in.
  mutating func peel() {
    var before = -1
    while scalars.count != before, !scalars.isEmpty {
      before = scalars.count
      drop(Self.quotes, as: .quotes)
      dropLabel()
      dropPunctuation()
      dropWhiteSpace()
    }
  }

  private static let quotes = Set(
    "\"'`´“”„‟‘’‚‛«»‹›「」『』〝〞〟＂＇()[]{}<>《》〈〉（）［］【】*".unicodeScalars)
  private static let punctuation = Set(",.;:!?…、。，；：！？".unicodeScalars)

  private mutating func drop(_ set: Set<Unicode.Scalar>, as cleaning: SparkCode.Cleaning) {
    let before = scalars.count
    while let last = scalars.last, set.contains(last) { scalars.removeLast() }
    scalars.removeFirst(scalars.prefix { set.contains($0) }.count)
    if scalars.count < before { note(cleaning) }
  }

  private mutating func dropPunctuation() {
    let before = scalars.count
    while let last = scalars.last, Self.punctuation.contains(last) { scalars.removeLast() }
    if scalars.count < before { note(.punctuation) }
  }

  /// `Spark code:`, `code=`; what is before the sign has to be a label word by word.
  private mutating func dropLabel() {
    let longest = shapes.labels.map(\.unicodeScalars.count).max() ?? 0
    let head = scalars.prefix(longest + 2)
    guard let sign = head.firstIndex(where: { ":=：".unicodeScalars.contains($0) }) else { return }
    let written = Self.text(scalars[..<sign]).lowercased()
    let label = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard shapes.labels.contains(label) else { return }
    scalars.removeFirst(sign + 1)
    note(.label)
  }

  private mutating func dropWhiteSpace() {
    let before = scalars.count
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    scalars.removeFirst(scalars.prefix(while: \.properties.isWhitespace).count)
    if scalars.count < before { note(.surroundingWhiteSpace) }
  }

  private mutating func dropInvisible() {
    let before = scalars.count
    scalars.removeAll(where: CodeEscape.isInvisible)
    let hidden = before - scalars.count
    if hidden > 0 { note(.invisibleCharacters(hidden)) }
  }
}
