import Diagnostics

extension String {
  static func unknownCommand(_ word: String, known: [String]) -> String {
    "unknown command \"\(word)\"" + didYouMean(word, among: known)
  }

  /// - Parameter name: without its dashes, as are those known.
  static func unknownOption(_ name: String, known: [String]) -> String {
    "unknown option \"--\(name)\"" + didYouMean(name, among: known, prefix: "--")
  }

  /// - Parameter label: `--format`, or `<status>` for one without an option.
  static func unknownValue(_ value: String, of label: Substring, known: [String]) -> String {
    "unknown \(label) \"\(value)\"" + didYouMean(value, among: known)
  }

  static func oneOf(_ values: [String]) -> String {
    "it is one of \(values.joined(separator: ", "))"
  }

  private static func didYouMean(
    _ word: String, among known: [String], prefix: String = ""
  ) -> String {
    Spelling.nearest(to: word, among: known).map { "; did you mean \"\(prefix)\($0)\"?" } ?? ""
  }
}
