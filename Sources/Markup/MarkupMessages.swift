import Diagnostics

// What both readers say; `MarkupMessages+HTML` and `MarkupMessages+CSS` have the rest.

extension Diagnostic {
  static func fileTooLarge(bytes: Int, at place: SourceLocation) -> Diagnostic {
    .error(
      "the file has \(bytes) bytes, more than the \(Budget.bytesPerFile) allowed", at: place,
      hints: ["put pictures and fonts into files of their own"])
  }

  static func notUTF8(byte: UInt8, at place: SourceLocation) -> Diagnostic {
    let hexadecimal = String(byte, radix: 16, uppercase: true)
    return .error(
      "byte 0x\(hexadecimal) is not UTF-8 text", at: place, hints: ["save the file as UTF-8"])
  }

  static func nulCharacter(at place: SourceLocation) -> Diagnostic {
    .error(
      "byte 0x00 is not text", at: place, hints: ["save the file as UTF-8"])
  }

  static func tooManyProblems(at place: SourceLocation?) -> Diagnostic {
    .error("more than \(Budget.problems) problems; the rest of the text was not read", at: place)
  }

  /// `; did you mean "…"?` or nothing.
  static func suggestion(_ word: String, _ candidates: some Sequence<String>) -> String {
    Spelling.nearest(to: word, among: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// What was found, quoted, or the word for what quotation marks would not show.
  static func quoted(_ text: String) -> String {
    if text.isEmpty { return "nothing" }
    return text.allSatisfy(\.isWhitespace) ? "a space" : "\"\(excerpt(text))\""
  }

  /// What was found, short and on one line.
  static func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.unicodeScalars.count <= 40
      ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(40))) + "…"
  }
}
