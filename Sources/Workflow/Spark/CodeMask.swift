import Posts

/// The last guard of secrets: a Spark code typed or pasted where none belongs.
public enum CodeMask {
  /// Everything that looks like a whole code (`#`, letters and digits, `=`), masked.
  public static func hiding(_ text: String) -> String {
    guard text.contains("#"), text.contains("=") else { return text }
    return text.replacing(/#[A-Za-z0-9+\/]{8,}={1,2}/) { match in
      SparkCode(secret: String(match.output)).masked
    }
  }
}
