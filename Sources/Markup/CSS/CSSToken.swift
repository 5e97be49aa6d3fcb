/// A token of CSS Syntax 3 §4 and the bytes it was read from.
struct CSSToken: Equatable {
  enum Bracket: Equatable { case parenthesis, square, brace }

  enum Kind: Equatable {
    case identifier(String)
    /// `name(`, in lower case; the parenthesis is part of the token.
    case function(String)
    case atKeyword(String)
    case hash(String, isIdentifier: Bool)
    case string(String)
    case badString
    case url(String)
    case badURL
    case delimiter(Character)
    case number(Double, isInteger: Bool)
    case percentage(Double)
    /// `unit` is lower case.
    case dimension(Double, unit: String)
    case whitespace
    case commentDelimiter
    case colon
    case semicolon
    case comma
    case open(Bracket)
    case close(Bracket)
    case end
  }

  var kind: Kind
  /// Offsets in the source text; `end` is behind the last byte.
  var start: Int
  var end: Int
}

extension CSSToken.Bracket {
  var opening: Character {
    switch self {
    case .parenthesis: "("
    case .square: "["
    case .brace: "{"
    }
  }

  var closing: Character {
    switch self {
    case .parenthesis: ")"
    case .square: "]"
    case .brace: "}"
    }
  }
}
