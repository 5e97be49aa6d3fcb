extension SparkCode {
  /// A code read from what a person pasted, and what there is to say about it.
  public struct Reading: Equatable, Sendable {
    public var code: SparkCode
    /// Each kind once, in the order in which it was done.
    public var cleanings: [Cleaning]
    public var doubts: [Doubt]
  }

  /// What was taken away or undone; nothing else of the text is ever changed.
  public enum Cleaning: Equatable, Sendable {
    case surroundingWhiteSpace
    /// How many zero-width characters, marks of direction, soft hyphens.
    case invisibleCharacters(Int)
    /// `%23`, `%2B`, `%2F`, `%3D` became `#`, `+`, `/`, `=`; once.
    case percentEncoding
    /// `&#43;`, `&#x2b;`, `&plus;`, `&quot;` became what they stand for; once.
    case entities
    /// Quotes, back-ticks, brackets around it.
    case quotes
    /// A period, comma or the like after it.
    case punctuation
    /// `Spark code:` before it.
    case label
    /// The lines of one code were put together.
    case lineBreaks
    /// It stood in a sentence, or was chosen among several.
    case surroundingWords
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
    case cannotBeCode(Kind)
    /// A `+` became a blank, as forms and links do; only the code's source knows where.
    case blankForPlus
    /// Several texts that can be the code, masked, in the order of the text; never fewer than two.
    case several([String])
    /// A choice from 1 among those that can be the code, which are shown masked; may be one only.
    case noSuchPick(Int, among: [String])
  }

  /// What was given instead of a code.
  public enum Kind: Equatable, Sendable {
    case url
    /// `#REF!`, `#NAME?`, `########`.
    case spreadsheetError
    /// `1.79E+18`: a spreadsheet took the text for a number and rounded it.
    case roundedNumber
    case digits
    /// How many characters there are, and the fewest that a code has.
    case tooShort(Int, fewest: Int)
    /// A word, a hashtag, a sentence.
    case words
  }

  /// Bytes; a file given by mistake is refused before it is looked through.
  public static let mostBytes = 4_096

  /// As `CodeShapes.read(_:pick:)`, by the shapes that are built in.
  public static func read(_ text: String) throws(Fault) -> Reading {
    try CodeShapes.builtIn.read(text)
  }
}
