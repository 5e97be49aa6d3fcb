import Diagnostics

extension FeedReader {
  /// The columns a row may take its name from, best first.
  static let keyFields = ["key", "id", "handle"]

  /// One line as a row: each cell that is not empty, under its column's field name.
  func plainRow(_ record: FeedRecord) -> Row {
    var cells: [(name: String, cell: Row.Cell)] = []
    for (field, index) in mapped {
      if let cell = record.cell(index) { cells.append((field, cell)) }
    }
    for (index, field) in plainFields.enumerated() {
      if let field, let cell = record.cell(index) { cells.append((field, cell)) }
    }
    var key: String?
    for field in Self.keyFields where key == nil {
      if case .text(let text)? = cells.first(where: { $0.name == field })?.cell.value { key = text }
    }
    return Row(key: key, cells: cells, location: record.location)
  }
}
