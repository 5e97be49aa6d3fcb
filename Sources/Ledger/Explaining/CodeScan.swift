import Posts

/// Finds what looks like a Spark code in a text that somebody pasted, so that it is never shown.
public enum CodeScan {
  public static func holdsCode(_ text: String) -> Bool { CodeShapes.builtIn.holdsCode(text) }

  /// Each code replaced by a blank.
  static func withoutCodes(_ text: String) -> String {
    CodeShapes.builtIn.replacingCodes(in: text) { _ in " " }
  }
}
