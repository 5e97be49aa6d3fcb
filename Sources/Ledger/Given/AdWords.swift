import Diagnostics
import Posts

/// What may be written into a plan, and what TikTok calls things.
enum AdWords {
  /// Objectives of Marketing API v1.3; the first five are the ones for carousels.
  static let objectives = [
    "APP_PROMOTION", "WEB_CONVERSIONS", "TRAFFIC", "LEAD_GENERATION", "REACH", "ENGAGEMENT",
    "VIDEO_VIEWS", "PRODUCT_SALES",
  ]

  /// TikTok's limit for names, in its own count: ideographs and the like are two.
  static let longestName = 512

  /// `shop now`, `Shop_Now` and `SHOP_NOW` are one word of TikTok's; nil for anything else.
  package static func word(_ text: String) -> String? {
    let word = String(text.uppercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    let isWord =
      (2...64).contains(word.utf8.count)
      && word.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    return isWord ? word : nil
  }

  /// A line of text that a person gave; without the spaces around it.
  ///
  /// - Returns: nil when nothing is left, when it has several lines or control characters, or when
  ///   it is too long.
  package static func line(_ text: String, limit: Int = longestName) -> String? {
    let scalars = Array(text.unicodeScalars)
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return nil }
    let kept = scalars[first...last]
    let isLine = kept.allSatisfy { scalar in
      scalar.properties.generalCategory != .control && scalar.value != 0x2028
        && scalar.value != 0x2029
    }
    guard isLine, kept.reduce(0, { $0 + ($1.value < 0x1100 ? 1 : 2) }) <= limit else { return nil }
    return String(String.UnicodeScalarView(kept))
  }

  /// Somebody else's text, fit for a message of one line.
  package static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(60).map { scalar -> Unicode.Scalar in
      let category = scalar.properties.generalCategory
      return category == .control || category == .lineSeparator || category == .paragraphSeparator
        ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars)) + (text.unicodeScalars.count > 60 ? "…" : "")
  }

  /// An address that a browser opens.
  static func isLandingPage(_ text: String) -> Bool {
    guard text.utf8.count <= 2_048, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
      let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) })
    else { return false }
    let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return host.contains(".") && !host.hasPrefix(".") && !host.contains("@")
  }

  /// - Throws: when it is no id of TikTok's; one that a spreadsheet rounded is told apart.
  static func checkID(_ text: String) throws(Diagnostic) {
    if Publication.isItemID(text) { return }
    let isRounded = text.contains { $0 == "E" || $0 == "e" } && text.first?.isNumber == true
    throw isRounded ? .roundedAdID(text) : .notAnAdID(text)
  }

  /// TikTok's status, with the spaces around it taken away and nothing else.
  static func statusWord(_ text: String) throws(Diagnostic) -> String {
    guard let word = line(text, limit: 100) else { throw .notAStatusWord(text) }
    return word
  }
}
