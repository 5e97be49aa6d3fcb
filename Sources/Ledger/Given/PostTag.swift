public import Diagnostics

/// A word that posts are gathered by.
public enum PostTag {
  /// UTF-8 bytes.
  package static let mostBytes = 80

  /// A tag as it is kept: in lower case, without `#` and white space around it.
  ///
  /// - Throws: when nothing is left, or it is too long, or holds what a list cannot show.
  public static func normalized(_ text: String) throws(Diagnostic) -> String {
    try CodeMask.refuse(text, in: "the tag")
    var rest = text.lowercased()[...]
    while rest.first?.isWhitespace == true || rest.first == "#" { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    let isClean = rest.unicodeScalars.allSatisfy { scalar in
      scalar != "," && !scalar.properties.isWhitespace
        && ![.control, .format, .surrogate, .privateUse].contains(
          scalar.properties.generalCategory)
    }
    guard !rest.isEmpty, isClean, rest.utf8.count <= mostBytes else { throw .notATag(text) }
    return String(rest)
  }
}
