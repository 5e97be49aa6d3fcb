import Posts

/// The last guard of secrets: a Spark code typed or pasted where none belongs.
public enum CodeMask {
  /// Everything that looks like a code, masked, by the shapes that are built in: what a file says
  /// cannot open this guard.
  public static func hiding(_ text: String) -> String { CodeShapes.builtIn.masking(text) }
}
