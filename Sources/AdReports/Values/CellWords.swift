import Tables

/// What a cell says besides its value.
enum CellWords {
  /// Nothing is known: blank, a dash, `N/A`.
  static func isEmpty(_ text: String) -> Bool {
    // None of the words is longer; comparing with each costs more than all else of a report.
    if text.utf8.count > 4 { return false }
    return switch text {
    case "", "-", "--", "—", "–", "\u{2212}", "N/A", "n/a", "NA", "#N/A": true
    default: false
    }
  }

  /// `<5`: too few to be told, which is not zero.
  static func isMasked(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "<" || first == "＜" else { return false }
    return text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// `Total`, `Total of 12 results`, `Summary`.
  static func isTotal(_ text: String) -> Bool {
    // Nearly no cell begins like one of them.
    guard let first = text.trimmed.utf8.first, "tgos".utf8.contains(first | 0x20)
    else { return false }
    let words = ReportColumn.normalized(text)
    let whole: Set<String> = ["total", "totals", "grand total", "overall", "summary"]
    return whole.contains(words)
      || ["total of ", "total:", "total (", "summary of "].contains { words.hasPrefix($0) }
  }
}
