import Foundation

/// The few pieces of HTML that a report is made of; text never becomes markup.
enum PageMarkup {
  /// Text of ours or of a user as HTML: nothing in it is read as markup or moves the cursor.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A user's words, apart from the direction of the words around them.
  package static func words(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }

  package static func element(_ name: String, _ kind: String? = nil, _ content: String) -> String {
    "<\(name)\(kind.map { " class=\"\($0)\"" } ?? "")>\(content)</\(name)>"
  }

  /// A table whose cells keep their roles where the style sheet lays them out as a grid.
  package static func table(
    _ kind: String, caption: String, columns: [String], head: [String], rows: [[String]],
    rowKinds: [String] = []
  ) -> String {
    let header = zip(columns, head).map { column, text in
      "<th scope=\"col\" role=\"columnheader\" class=\"\(column)\">\(text)</th>"
    }
    let body = rows.enumerated().map { index, cells in
      let kind = index < rowKinds.count ? " class=\"\(rowKinds[index])\"" : ""
      let content = zip(columns, cells).enumerated().map { position, cell in
        position == 0
          ? "<th scope=\"row\" role=\"rowheader\" class=\"\(cell.0)\">\(cell.1)</th>"
          : "<td role=\"cell\" class=\"\(cell.0)\">\(cell.1)</td>"
      }
      return "<tr role=\"row\"\(kind)>\(content.joined())</tr>\n"
    }
    return """
      <table class="\(kind)" role="table">
      \(caption.isEmpty ? "" : "<caption>\(caption)</caption>")
      <thead role="rowgroup"><tr role="row">\(header.joined())</tr></thead>
      <tbody role="rowgroup">
      \(body.joined())</tbody>
      </table>

      """
  }
}
