public import Diagnostics

extension Row {
  /// Where values of `--set` say they come from.
  public static let commandLine = SourceLocation(file: "<command line>")

  /// Reads `--set key=value` arguments; the value may hold further `=`, and may be empty, which
  /// takes a value of the row away.
  public static func assignments(
    _ arguments: [String]
  ) throws(DiagnosticsError) -> [(name: String, cell: Cell)] {
    var log = DiagnosticLog()
    var cells: [(name: String, cell: Cell)] = []
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0]).trimmingSpaces()
      guard parts.count == 2, !name.isEmpty else {
        log.add(.notAnAssignment(argument))
        continue
      }
      if cells.contains(where: { $0.name == name }) {
        log.add(.setTwice(name))
        continue
      }
      cells.append((name, Cell(.text(String(parts[1])), at: commandLine)))
    }
    try log.throwIfErrors()
    return cells
  }

  /// The row with `cells` in place of those of the same names; an empty text removes one.
  public func replacing(_ cells: [(name: String, cell: Cell)]) -> Row {
    var row = self
    for (name, cell) in cells {
      let index = row.cells.firstIndex { $0.name == name }
      if let index {
        row.cells[index].cell = cell
      } else {
        row.cells.append((name, cell))
      }
    }
    row.cells.removeAll { $0.cell.value == .text("") }
    return row
  }
}
