/// A text value with the spans that may stand in one: `**bold**`, `==highlight==`, line breaks.
///
/// Two stars or equals signs open a span when a visible character follows and the same sign closes
/// it behind a visible character later; otherwise they are ordinary characters. Spans may overlap.
public struct RichText: Equatable, Sendable {
  /// A stretch of text under the same spans.
  public struct Run: Equatable, Sendable {
    /// Not empty; line breaks are `\n`.
    public var text: String
    /// Whether it stands in `**bold**`.
    public var isStrong = false
    /// Whether it stands in `==highlight==`.
    public var isMarked = false
  }

  /// The runs in order; empty for an empty text.
  public var runs: [Run]

  init(runs: [Run]) { self.runs = runs }

  /// Takes every character as it is.
  init(plain text: String) { runs = text.isEmpty ? [] : [Run(text: text)] }

  /// Reads the spans; line ends of any kind become `\n`.
  public init(parsing text: String) {
    let text = Self.withPlainLineEnds(text)
    guard text.utf8.contains(UInt8(ascii: "*")) || text.utf8.contains(UInt8(ascii: "=")) else {
      self.init(plain: text)
      return
    }
    let scalars = Array(text.unicodeScalars)
    let stars = Self.pairs(of: "*", in: scalars)
    let equals = Self.pairs(of: "=", in: scalars)
    var runs: [Run] = []
    var current = String.UnicodeScalarView()
    var isStrong = false
    var isMarked = false
    func finish() {
      if !current.isEmpty {
        runs.append(Run(text: String(current), isStrong: isStrong, isMarked: isMarked))
      }
      current = String.UnicodeScalarView()
    }
    var index = 0
    while index < scalars.count {
      if stars.contains(index) {
        finish()
        isStrong.toggle()
        index += 2
      } else if equals.contains(index) {
        finish()
        isMarked.toggle()
        index += 2
      } else {
        current.append(scalars[index])
        index += 1
      }
    }
    finish()
    self.init(runs: runs)
  }

  /// Whether there is no character in it; a space is one.
  public var isEmpty: Bool { runs.isEmpty }

  /// Without the spans.
  public var plain: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

  /// Each run's text changed; runs that become empty go.
  func map(_ change: (String) -> String) -> RichText {
    RichText(
      runs: runs.compactMap { run in
        let text = change(run.text)
        return text.isEmpty
          ? nil : Run(text: text, isStrong: run.isStrong, isMarked: run.isMarked)
      })
  }

  /// At most `limit` characters, the ellipsis included; cut between words when one ends in the last
  /// third.
  func truncated(to limit: Int) -> RichText {
    let whole = plain
    guard limit >= 1, whole.count > limit else { return self }
    let room = whole.prefix(limit - 1)
    var kept = room.count
    let isWordEnd = whole.dropFirst(limit - 1).first?.isWhitespace == true
    if !isWordEnd, let space = room.lastIndex(where: \.isWhitespace) {
      let words = room.distance(from: room.startIndex, to: space)
      if words * 3 >= limit * 2 { kept = words }
    }
    var runs: [Run] = []
    var left = kept
    for run in self.runs where left > 0 {
      var run = run
      let count = run.text.count
      if count > left { run.text = String(run.text.prefix(left)) }
      left -= min(count, left)
      runs.append(run)
    }
    while let last = runs.last?.text.last, last.isWhitespace || ",;:.–—-".contains(last) {
      runs[runs.count - 1].text.removeLast()
      if runs[runs.count - 1].text.isEmpty { runs.removeLast() }
    }
    if runs.isEmpty { return RichText(plain: "…") }
    runs[runs.count - 1].text += "…"
    return RichText(runs: runs)
  }

  /// Where the doubled `sign`s stand that open and close spans, two by two.
  private static func pairs(of sign: Unicode.Scalar, in scalars: [Unicode.Scalar]) -> Set<Int> {
    var pairs: Set<Int> = []
    var open: Int?
    var index = 0
    while index + 1 < scalars.count {
      guard scalars[index] == sign, scalars[index + 1] == sign else {
        index += 1
        continue
      }
      if let start = open {
        if index > start + 2, !scalars[index - 1].properties.isWhitespace {
          pairs.formUnion([start, index])
          open = nil
        }
      } else if index + 2 < scalars.count, !scalars[index + 2].properties.isWhitespace {
        open = index
      }
      index += 2
    }
    return pairs
  }

  private static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(13) else { return text }
    var plain = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        plain.append("\n")
      } else if scalar != "\n" || before != "\r" {
        plain.append(scalar)
      }
      before = scalar
    }
    return String(plain)
  }
}
