/// Finds what looks like a Spark code in a text that somebody pasted, so that it is never shown.
///
/// TikTok does not say how codes look; those known are base64-like, begin with `#` and end with `=`.
/// When in doubt, it is one.
public enum CodeScan {
  /// Shorter ones are ordinary words and numbers.
  private static let shortest = 10

  public static func holdsCode(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { isCodeLike($0) }
  }

  /// Each code-like word replaced by a blank.
  static func withoutCodes(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).filter { !isCodeLike($0) }.joined(separator: " ")
  }

  static func isCodeLike(_ word: some StringProtocol) -> Bool {
    // Cut at what codes do not have, for `code=#Ab…=,` and "(#Ab…=)".
    word.split { !isCodeCharacter($0) }.contains { part in
      guard part.count >= shortest else { return false }
      let hasUpper = part.contains { $0.isUppercase }
      let hasLower = part.contains { $0.isLowercase }
      let hasDigit = part.contains(where: \.isNumber)
      let hasSign = part.dropFirst().contains { "+/=%".contains($0) }
      let kinds = [hasUpper, hasLower, hasDigit].count { $0 }
      if part.contains("#") || part.hasPrefix("%23") { return hasSign || kinds == 3 }
      if part.hasSuffix("=") || part.hasSuffix("%3D") { return kinds >= 2 }
      return part.count >= 16 && kinds == 3 && !part.contains("_") && !part.contains("/")
    }
  }

  private static func isCodeCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "#+/=%_".contains(character))
  }
}
