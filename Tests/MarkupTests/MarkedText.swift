import Diagnostics

/// A text in which every `‸` marks a place; the marks themselves are taken out.
struct MarkedText {
  var text = ""
  /// One for each mark, in order.
  var places: [SourceLocation] = []

  init(_ marked: String, file: String) {
    var line = 1
    var column = 1
    for scalar in marked.unicodeScalars {
      if scalar == "‸" {
        places.append(SourceLocation(file: file, line: line, column: column))
        continue
      }
      text.unicodeScalars.append(scalar)
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }
}
