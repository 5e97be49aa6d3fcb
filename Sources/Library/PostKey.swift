/// The readable name of a post: its folder's name, and what a user types.
public enum PostKey {
  /// A folder's name may have 255 bytes; keys stay short enough to read and to grow a suffix.
  static let maximumLength = 80

  /// `parts` in lower case, joined by hyphens, without anything a shell or file system minds.
  ///
  /// Letters and digits of every script stay. Never empty, never starts with a hyphen or dot.
  public static func make(from parts: [String]) -> String {
    let words = parts.map(slug).filter { !$0.isEmpty }
    return words.isEmpty ? "post" : words.joined(separator: "-")
  }

  private static func slug(_ text: String) -> String {
    var result = ""
    var needsHyphen = false
    for character in text.lowercased().prefix(maximumLength) {
      if character.isLetter || character.isNumber {
        let hyphen = needsHyphen && !result.isEmpty ? "-" : ""
        // Bytes, not characters, fill a file name; one letter may carry a thousand marks.
        let length = result.utf8.count + hyphen.utf8.count + character.utf8.count
        if length > maximumLength { break }
        needsHyphen = false
        result += hyphen
        result.append(character)
      } else if character != "'" && character != "’" {
        needsHyphen = true
      }
    }
    return result
  }

  /// Each key once: a repeated one gets `-2`, `-3` … in order.
  public static func unique(_ keys: [String]) -> [String] {
    var taken: Set<String> = []
    return keys.map { key in
      var candidate = key
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(key)-\(number)"
        number += 1
      }
      return candidate
    }
  }
}
