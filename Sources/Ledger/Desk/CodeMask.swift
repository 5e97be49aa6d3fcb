import Posts

/// The last guard of secrets: a Spark code typed or pasted where none belongs.
public enum CodeMask {
  /// Everything that looks like a code, masked: `#`, or its percent-encoding, and eight or more of
  /// base64's characters.
  public static func hiding(_ text: String) -> String {
    guard text.contains("#") || text.contains("%23") else { return text }
    return text.replacing(/(?:#|%23)[A-Za-z0-9+\/%]{8,}={0,2}/) { match in
      let word = String(match.output)
      return looksLikeCode(word) ? SparkCode(secret: word).masked : word
    }
  }

  /// What ends as base64 does is one; without that end, letter case, digits and signs have to be
  /// mixed as nobody mixes them in a hashtag.
  private static func looksLikeCode(_ word: String) -> Bool {
    if word.hasSuffix("=") || word.lowercased().hasSuffix("%3d") { return true }
    let isMixed =
      word.contains(where: \.isUppercase) && word.contains(where: \.isLowercase)
      && word.contains(where: \.isNumber)
    guard word.count > 10, isMixed else { return false }
    let hasSign = word.dropFirst().contains { "+/%".contains($0) }
    return hasSign || word.matches(of: /[A-Za-z][0-9](?=[A-Za-z])/).count > 1
  }
}
