import Diagnostics

extension Diagnostic {
  static func missingInCodes(
    _ key: String, of part: String, at place: SourceLocation
  ) -> Self {
    .error("\(part) does not say \"\(key)\"", at: place)
  }

  static func lettersAreMissing(
    _ letters: Set<Unicode.Scalar>, at place: SourceLocation
  ) -> Self {
    .error(
      "\"characters\" lacks \(letters.sorted().map { "\"\($0)\"" }.joined(separator: ", "))",
      at: place, hints: ["codes have all letters and digits, \"+\" and \"/\""])
  }

  static func endsAreAmongLetters(at place: SourceLocation) -> Self {
    .error(
      "\"start\" and \"end\" have to be two signs that are not among \"characters\"", at: place)
  }

  static func notOneSign(
    _ text: String, key: String, at place: SourceLocation
  ) -> Self {
    .error("\"\(key)\" is \"\(text.prefix(20))\", not one character", at: place)
  }
}
