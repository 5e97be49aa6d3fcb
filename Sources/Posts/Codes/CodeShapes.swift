/// What a text has to look like to be taken for a Spark code, and what only resembles one.
///
/// The one detector of codes: `read(_:pick:)` takes what a person pasted, `codes(in:)` and
/// `masking(_:)` find codes where none belongs. TikTok fixes no shape, so `data/codes.yaml` says it,
/// with sources and a date.
public struct CodeShapes: Hashable, Sendable {
  /// Letters, digits and signs between a code's start and its end.
  public var alphabet: Set<Unicode.Scalar>
  public var start: Unicode.Scalar
  /// Once or more.
  public var end: Unicode.Scalar
  /// Characters of a whole code with its start and end; others are refused.
  public var lengths: ClosedRange<Int>
  /// Characters from which a text is a code that has only its start, or only its end.
  public var shortestWithOneEnd: Int
  /// Characters from which a text is a code that has neither; as long as names and words rarely are.
  public var shortestBare: Int
  /// What people write before a code, in small letters.
  public var labels: Set<String>
  /// What spreadsheets show instead of a value, in capitals.
  public var spreadsheetErrors: Set<String>

  public init(
    alphabet: Set<Unicode.Scalar>, start: Unicode.Scalar, end: Unicode.Scalar,
    lengths: ClosedRange<Int>, shortestWithOneEnd: Int, shortestBare: Int, labels: Set<String>,
    spreadsheetErrors: Set<String>
  ) {
    self.alphabet = alphabet
    self.start = start
    self.end = end
    self.lengths = lengths
    self.shortestWithOneEnd = shortestWithOneEnd
    self.shortestBare = shortestBare
    self.labels = labels
    self.spreadsheetErrors = spreadsheetErrors
  }

  /// As `data/codes.yaml` has them, which a test holds to; for where nothing could be loaded, so
  /// that no missing file ever lets a code through unmasked.
  public static let builtIn = CodeShapes(
    alphabet: Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars),
    start: "#", end: "=", lengths: 8...512, shortestWithOneEnd: 10, shortestBare: 16,
    labels: [
      "ad authorization code", "ad code", "auth code", "auth_code", "authorization code", "code",
      "spark ad code", "spark ads code", "spark code", "spark-code", "tiktok code", "video code",
      "your code",
    ],
    spreadsheetErrors: [
      "#REF!", "#NAME?", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
      "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#ERROR!", "#GETTING_DATA",
      "#BEZUG!", "#WERT!", "#ZAHL!", "#NV", "#NOM?", "#VALEUR!", "#NOMBRE!", "#NUL!",
      "#¡REF!", "#¿NOMBRE?", "#¡VALOR!", "#¡NUM!", "#¡DIV/0!", "#RIF!", "#NOME?", "#VALORE!",
    ])
}
