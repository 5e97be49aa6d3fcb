/// Whether letters and digits stand as in words and names, or as chance throws them.
///
/// The logarithm (base 2) of how much likelier a text is as words than as random base64: how often
/// a letter is used, and what kind of character follows what. Words of any kind are well above 0,
/// `#TikTokMadeMeBuyIt` at some 30; sixteen random characters are at -25 on average.
enum Wordiness {
  static func of(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Double {
    // A year or a count before or after words says nothing.
    let text = withoutOuterDigits(scalars)
    var sum = 0.0
    var last: (scalar: Unicode.Scalar, kind: Kind)?
    for (scalar, kind) in zip(text, kinds(text)) {
      sum += use(of: scalar)
      if let last {
        sum += step(from: last.kind, to: kind)
        if kind == .small, last.kind == .small || last.kind == .capital {
          sum += sound(last.scalar, scalar)
        }
      }
      last = (scalar, kind)
    }
    return sum
  }

  /// Capitals alone are as regular as small letters, as in `#SLOWMORNINGS`, and so are those after a
  /// word in small ones, as in `#btsARMY`.
  private static func kinds(_ text: some Collection<Unicode.Scalar>) -> [Kind] {
    let kinds = text.map(kind)
    let rest = kinds.drop { $0 == .small }
    let isLoud = rest.allSatisfy { $0 == .capital } || !kinds.contains(.small)
    return isLoud ? kinds.map { $0 == .capital ? .small : $0 } : kinds
  }

  private static let mostOuterDigits = 4

  private static func withoutOuterDigits<Text: BidirectionalCollection<Unicode.Scalar>>(
    _ text: Text
  ) -> Text.SubSequence {
    let head = text.prefix { kind($0) == .digit }.count
    let tail = text.reversed().prefix { kind($0) == .digit }.count
    return text.dropFirst(head > mostOuterDigits ? 0 : head)
      .dropLast(tail > mostOuterDigits ? 0 : tail)
  }

  enum Kind { case small, capital, digit, sign }

  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "a"..."z": .small
    case "A"..."Z": .capital
    case "0"..."9": .digit
    default: .sign
    }
  }

  /// In bits: estimates from names such as `TikTokMadeMeBuyIt` and `100DaysOfCode` against chance,
  /// where 26 of 64 characters are small, 26 capital, 10 digits and 2 signs.
  private static func step(from last: Kind, to next: Kind) -> Double {
    switch (last, next) {
    case (.small, .small): 2.15
    case (.capital, .small): -0.4
    case (.small, .capital): -0.5
    case (.capital, .capital): -1.5
    case (.digit, .digit): 0
    case (.digit, _): -3
    case (_, .digit): -2.5
    case (.sign, _), (_, .sign): -3
    }
  }

  /// In bits: consonants and vowels take turns in words.
  private static func sound(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Double {
    switch (isVowel(first), isVowel(second)) {
    case (true, false), (false, true): 0.6
    case (false, false): -0.8
    case (true, true): -0.5
    }
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a", "e", "i", "o", "u", "y", "A", "E", "I", "O", "U", "Y": true
    default: false
    }
  }

  private static func use(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "a"..."z": uses[Int(scalar.value - 0x61)]
    case "A"..."Z": uses[Int(scalar.value - 0x41)]
    default: 0
    }
  }

  /// log2(26 p) of `a` to `z`, p the letter's share in English text (Lewand, Cryptological
  /// Mathematics, 2000); not below -3, for names have their own letters.
  private static let uses = [
    1.1, -1.4, -0.5, 0.1, 1.7, -0.8, -1.0, 0.7, 0.9, -3.0, -2.3, 0.1, -0.7, 0.8, 1.0, -1.0, -3.0,
    0.6, 0.7, 1.2, -0.5, -1.4, -0.7, -3.0, -1.0, -3.0,
  ]
}
