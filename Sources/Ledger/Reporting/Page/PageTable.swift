import Markup

/// A table whose cells keep their roles where the style sheet lays them out as a grid.
struct PageTable {
  /// Classes of the style sheet.
  var kind: String
  /// Empty for none.
  var caption: String
  /// The first one's cells are the heads of their rows.
  var columns: [Column]
  var rows: [Row]

  struct Column {
    /// A class of the style sheet.
    var kind: String
    var head: [Node]

    init(_ kind: String, _ head: [Node]) {
      self.kind = kind
      self.head = head
    }

    init(_ kind: String, _ head: String) { self.init(kind, [.plain(head)]) }
  }

  struct Row {
    /// A class of the style sheet.
    var kind: String?
    /// As many as columns.
    var cells: [[Node]]

    init(_ cells: [[Node]], kind: String? = nil) {
      self.cells = cells
      self.kind = kind
    }
  }

  func node() -> Node {
    let head = columns.map {
      Node.tag("th", class: $0.kind, with: ["scope": "col", "role": "columnheader"], $0.head)
    }
    let parts: [Node] = [
      .tag("thead", with: ["role": "rowgroup"], [.tag("tr", with: ["role": "row"], head)]),
      .block("tbody", with: ["role": "rowgroup"], rows.map(node)),
    ]
    let title: [Node] = caption.isEmpty ? [] : [.tag("caption", caption)]
    return .block("table", class: kind, with: ["role": "table"], title + parts)
  }

  private func node(of row: Row) -> Node {
    let cells = zip(columns, row.cells).enumerated().map { index, cell in
      index == 0
        ? Node.tag("th", class: cell.0.kind, with: ["scope": "row", "role": "rowheader"], cell.1)
        : Node.tag("td", class: cell.0.kind, with: ["role": "cell"], cell.1)
    }
    return .tag("tr", class: row.kind, with: ["role": "row"], cells)
  }
}
