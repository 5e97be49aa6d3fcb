/// A currency of ISO 4217 and how its amounts are written.
public struct Currency: Hashable, Sendable {
  /// ISO 4217, upper case.
  public let code: String
  /// Digits after the decimal mark; ISO 4217's minor unit.
  public let minorDigits: Int
  /// A sign no other currency of the table shares, except `kr` and `Rs`.
  public let symbol: String
  /// Whether amounts are written "$5" rather than "5 kr".
  public let symbolIsBefore: Bool

  /// - Parameter code: in any letter case.
  public init?(code: String) {
    guard let known = Self.byCode[code.uppercased()] else { return nil }
    self = known
  }

  private init(_ code: String, _ minorDigits: Int, _ symbol: String, before: Bool) {
    self.code = code
    self.minorDigits = minorDigits
    self.symbol = symbol
    symbolIsBefore = before
  }

  /// Minor units in one major unit: 1, 100 or 1,000.
  public var minorUnitsPerMajor: Int { [1, 10, 100, 1_000][minorDigits] }

  /// Every currency Flint knows, by code.
  public static let all: [Currency] = byCode.values.sorted { $0.code < $1.code }

  /// Code, minor digits, symbol; `after` when the symbol follows the number in its own country.
  private static let byCode: [String: Currency] = {
    let before: [(String, Int, String)] = [
      ("USD", 2, "$"), ("EUR", 2, "€"), ("GBP", 2, "£"), ("JPY", 0, "¥"), ("CNY", 2, "CN¥"),
      ("CAD", 2, "CA$"), ("AUD", 2, "A$"), ("NZD", 2, "NZ$"), ("HKD", 2, "HK$"),
      ("SGD", 2, "S$"), ("TWD", 2, "NT$"), ("MXN", 2, "MX$"), ("BRL", 2, "R$"),
      ("INR", 2, "₹"), ("KRW", 0, "₩"), ("PHP", 2, "₱"), ("THB", 2, "฿"), ("IDR", 2, "Rp"),
      ("MYR", 2, "RM"), ("TRY", 2, "₺"), ("ILS", 2, "₪"), ("ZAR", 2, "R"), ("NGN", 2, "₦"),
      ("KES", 2, "KSh"), ("GHS", 2, "GH₵"), ("EGP", 2, "E£"), ("CHF", 2, "CHF"),
      ("AED", 2, "AED"), ("SAR", 2, "SAR"), ("QAR", 2, "QAR"), ("KWD", 3, "KWD"),
      ("BHD", 3, "BHD"), ("OMR", 3, "OMR"), ("JOD", 3, "JOD"), ("TND", 3, "TND"),
      ("IQD", 3, "IQD"), ("LYD", 3, "LYD"), ("MAD", 2, "MAD"), ("LBP", 2, "LBP"),
      ("CLP", 0, "CLP$"), ("COP", 2, "COL$"), ("ARS", 2, "AR$"), ("UYU", 2, "$U"),
      ("PEN", 2, "S/"), ("PYG", 0, "₲"), ("BOB", 2, "Bs"), ("CRC", 2, "₡"), ("GTQ", 2, "Q"),
      ("DOP", 2, "RD$"), ("JMD", 2, "J$"), ("TTD", 2, "TT$"), ("PKR", 2, "Rs"),
      ("LKR", 2, "Rs"), ("NPR", 2, "Rs"), ("BDT", 2, "৳"), ("XOF", 0, "XOF"),
      ("XAF", 0, "XAF"), ("UGX", 0, "UGX"), ("TZS", 2, "TSh"), ("RWF", 0, "RF"),
      ("ETB", 2, "Br"), ("MUR", 2, "MUR"), ("MOP", 2, "MOP$"), ("BND", 2, "B$"),
    ]
    let after: [(String, Int, String)] = [
      ("SEK", 2, "kr"), ("NOK", 2, "kr"), ("DKK", 2, "kr"), ("ISK", 0, "kr"), ("PLN", 2, "zł"),
      ("CZK", 2, "Kč"), ("HUF", 2, "Ft"), ("RON", 2, "lei"), ("BGN", 2, "лв."),
      ("RSD", 2, "дин."), ("UAH", 2, "₴"), ("RUB", 2, "₽"), ("KZT", 2, "₸"), ("GEL", 2, "₾"),
      ("AMD", 2, "֏"), ("AZN", 2, "₼"), ("VND", 0, "₫"),
    ]
    let currencies =
      before.map { Currency($0.0, $0.1, $0.2, before: true) }
      + after.map { Currency($0.0, $0.1, $0.2, before: false) }
    return Dictionary(uniqueKeysWithValues: currencies.map { ($0.code, $0) })
  }()

  /// What a sign in a feed may mean, likeliest first: a shop of the second kind says so by its
  /// default currency.
  static func candidates(forSymbol symbol: String) -> [String] {
    switch symbol {
    case "$":
      [
        "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS", "UYU", "DOP",
        "JMD", "TTD", "BND",
      ]
    case "US$": ["USD"]
    case "C$": ["CAD"]
    case "AU$": ["AUD"]
    case "¥", "\u{FFE5}": ["JPY", "CNY"]
    case "円": ["JPY"]
    case "元": ["CNY"]
    case "£": ["GBP", "EGP"]
    case "Fr", "Fr.", "SFr.": ["CHF"]
    case "kr.", "Kr", "Kr.": ["SEK", "NOK", "DKK", "ISK"]
    case "TL": ["TRY"]
    case "zl": ["PLN"]
    case "đ": ["VND"]
    default: all.filter { $0.symbol == symbol }.map(\.code)
    }
  }
}
