/// The cells of one sheet; formulas count by their stored results.
final class SheetConsumer: XMLConsumer {
  private(set) var rows: [CellTable.Row] = []

  private let part: String
  private let texts: [String]
  private let formats: [NumberFormat]
  private var row = 0
  private var column = 0
  private var cells: [CellTable.Cell] = []
  private var cellCount = 0
  /// The cell's `t`: nil is a number.
  private var type: String?
  private var style = 0
  private var value = ""
  private var isInValue = false
  private var inline = CellText()
  private var isInline = false

  package init(part: String, texts: [String], formats: [NumberFormat]) {
    self.part = part
    self.texts = texts
    self.formats = formats
  }

  package func start(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    switch name {
    case "row":
      let number = attributes["r"].map { Int($0) ?? 0 } ?? row + 1
      guard number > row, number <= CellReference.maximumRow else {
        throw .malformed(part, "rows out of order")
      }
      (row, column, cells) = (number, 0, [])
    case "c":
      let reference = try reference(attributes["r"])
      column = reference
      type = attributes["t"]
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
      inline = CellText()
    case "v": isInValue = true
    case "is": isInline = true
    default: if isInline { inline.start(name) }
    }
  }

  package func text(_ piece: String) throws(WorkbookFault) {
    if isInValue {
      value += piece
      if value.utf8.count > CellText.maximumBytes { throw .tooLarge }
    } else if isInline {
      try inline.add(piece)
    }
  }

  package func end(_ name: String) throws(WorkbookFault) {
    switch name {
    case "v": isInValue = false
    case "is": isInline = false
    case "c":
      guard let content = try content() else { return }
      cells.append(
        CellTable.Cell(column: column - 1, content: content, line: row, place: column))
      cellCount += 1
      if cellCount > CellTable.maximumCells { throw .tooLarge }
    case "row":
      if cells.isEmpty { return }
      rows.append(CellTable.Row(number: row, cells: cells))
      cells = []
      if rows.count > CellTable.maximumRows { throw .tooLarge }
    default: if isInline { inline.end(name) }
    }
  }

  /// The cell's column, from 1: written as `C14`, or the next one.
  private func reference(_ text: String?) throws(WorkbookFault) -> Int {
    var found = column + 1
    if let text {
      guard let reference = CellReference(text), reference.row == row else {
        throw .malformed(part, "a cell out of its row")
      }
      found = reference.column
    }
    guard found > column, found <= CellReference.maximumColumn else {
      throw .malformed(part, "cells out of order")
    }
    if found > CellTable.maximumColumns { throw .tooLarge }
    return found
  }

  /// nil for an empty cell.
  private func content() throws(WorkbookFault) -> CellTable.Cell.Content? {
    switch type {
    case "s":
      guard let index = Int(value), texts.indices.contains(index) else {
        throw .malformed(part, "a cell without its text")
      }
      return Self.text(texts[index])
    case "inlineStr": return Self.text(inline.value)
    case "str", "d": return Self.text(CellText.unescaped(value))
    case "b": return .text(value == "1" ? "TRUE" : "FALSE")
    // `#N/A` and its kin are what a spreadsheet does not know.
    case "e": return nil
    case nil, "n":
      if value.isEmpty { return nil }
      guard DecimalText(value) != nil else { throw .malformed(part, "a number that is none") }
      return .number(value, formats.indices.contains(style) ? formats[style] : .plain)
    default: throw .malformed(part, "a cell of an unknown type")
    }
  }

  private static func text(_ text: String) -> CellTable.Cell.Content? {
    let text = text.trimmed
    return text.isEmpty ? nil : .text(text)
  }
}

/// `C14`: a column's letters and a row's number.
struct CellReference: Equatable {
  /// From 1.
  package var column: Int
  package var row: Int

  /// Excel's own limits.
  static let maximumColumn = 16_384
  static let maximumRow = 1_048_576

  package init?(_ text: String) {
    guard text.utf8.count <= 10 else { return nil }
    column = 0
    row = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard (1...Self.maximumColumn).contains(column), (1...Self.maximumRow).contains(row) else {
      return nil
    }
  }
}
