public import Diagnostics

extension SourceLocation {
  /// The place behind `text`, which begins at this place and has `\n` line ends.
  ///
  /// Inside a `Text` or an attribute value it is exact up to the first character reference.
  public func advanced(over text: some StringProtocol) -> SourceLocation {
    var result = self
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        result.line += 1
        result.column = 1
      } else {
        result.column += 1
      }
    }
    return result
  }
}
