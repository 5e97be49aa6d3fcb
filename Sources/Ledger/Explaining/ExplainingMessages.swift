public import Diagnostics

extension Diagnostic {
  public static func looksLikeCode(isAll: Bool) -> Diagnostic {
    Diagnostic(
      isAll ? .error : .warning, "the text holds what looks like a Spark code, which is a secret",
      hints: [
        "this takes what TikTok answered, or a key, not the code; a shell remembers what it is "
          + "given, so remove the line from its history",
        "to keep a code: flint code add POST --code -",
      ])
  }

  /// The text is shown only when it is short and plain: whatever else it is might be a secret.
  static func nothingKnown(_ text: String, nearest: [String]) -> Diagnostic {
    let isPlain = text.allSatisfy {
      $0.isLetter || $0.isNumber || $0.isWhitespace || "_-.,:;!?'()".contains($0)
    }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isShort = isPlain && words.count <= 60 && !words.isEmpty
    return .error(
      isShort ? "nothing is known about \"\(words)\"" : "nothing is known about this text",
      hints: [
        nearest.isEmpty
          ? "list what is known: flint explain --list"
          : "did you mean \(nearest.joined(separator: ", "))?",
        "TikTok's support can look a notice up by its request or log id",
      ])
  }

  static func unknownNumber(_ number: String) -> Diagnostic {
    .warning("nothing is known about the number \(number)")
  }

  static func onlyLikely() -> Diagnostic {
    .warning("no number or name was recognized; this is what the words suggest")
  }
}
