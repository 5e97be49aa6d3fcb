package import Diagnostics

/// Texts for messages about tables.
package enum ShownText {
  package static let exportAgain =
    "export the report again and import that file as it is, without opening and saving it"

  /// A cell's text fit for a message of one line: at most 60 characters, without controls.
  package static func of(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(60).map {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        ? " " : $0
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return text.unicodeScalars.count > 60 ? "\(String(view))…" : String(view)
  }
}

// Delimited text.

extension Diagnostic {
  static func feedTooLarge(_ bytes: Int, at place: SourceLocation) -> Diagnostic {
    .error(
      "the feed has \(bytes) bytes; \(CSVReader.maximumFileBytes) at most are read", at: place,
      hints: ["split the feed into several files"])
  }

  package static func utf16(at place: SourceLocation) -> Diagnostic {
    .error("the file is UTF-16", at: place, hints: ["save it as \"CSV UTF-8\""])
  }

  static func invalidUTF8(_ byte: UInt8, at place: SourceLocation) -> Diagnostic {
    .error(
      "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8", at: place,
      hints: ["save the file as \"CSV UTF-8\""])
  }

  static func nulByte(at place: SourceLocation) -> Diagnostic {
    .error("a NUL byte; this is not a text file", at: place)
  }

  package static func noHeader(at place: SourceLocation) -> Diagnostic {
    .error("the first line names no column", at: place)
  }

  static func duplicateColumn(
    _ name: String, first: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "a second column \"\(name)\"", at: place,
      hints: ["the first stands at \(first); rename one of the two"])
  }

  static func unclosedQuote(lastLine: Int, at place: SourceLocation) -> Diagnostic {
    .error(
      "this quote is never closed", at: place,
      hints: ["everything up to line \(lastLine) was taken for one cell"])
  }

  static func textAfterQuote(at place: SourceLocation) -> Diagnostic {
    .error(
      "text after a closing quote", at: place,
      hints: ["inside a quoted cell a quote is written twice: \"\""])
  }

  static func cellTooLarge(_ bytes: Int, at place: SourceLocation) -> Diagnostic {
    .error(
      "this cell has \(bytes) bytes; \(CSVReader.maximumCellBytes) at most are taken", at: place,
      hints: ["a quote before it may never be closed"])
  }

  static func tooManyColumns(at place: SourceLocation) -> Diagnostic {
    .error("more than \(CSVReader.maximumColumns) cells in one row", at: place)
  }
}

// Rows.

extension Diagnostic {
  package static func tooFewCells(_ count: Int, columns: Int, at place: SourceLocation)
    -> Diagnostic
  {
    .warning(
      "this row has \(count) cell\(count == 1 ? "" : "s"), the header has \(columns) columns",
      at: place, hints: ["the missing cells count as empty"])
  }

  package static func tooManyCells(_ count: Int, columns: Int, at place: SourceLocation)
    -> Diagnostic
  {
    .error(
      "this row has \(count) cells, the header has \(columns) columns", at: place,
      hints: ["put a cell that contains the separator in quotes"])
  }
}

// Workbooks.

extension Diagnostic {
  package static func tooManyCells(at place: SourceLocation) -> Diagnostic {
    .error(
      "the report has more than \(CellTable.maximumRows) rows or "
        + "\(CellTable.maximumCells) cells", at: place,
      hints: ["export fewer days at a time"])
  }

  static func damagedUTF16(at place: SourceLocation) -> Diagnostic {
    .error("the text is damaged UTF-16", at: place, hints: [ShownText.exportAgain])
  }

  package static func workbook(_ fault: WorkbookFault, at place: SourceLocation) -> Diagnostic {
    switch fault {
    case .notAWorkbook:
      .error(
        "this ZIP archive is no XLSX workbook", at: place,
        hints: ["unpack it, if the report is in it"])
    case .missingPart(let part):
      .error(
        "the workbook has no part \"\(ShownText.of(part))\"", at: place,
        hints: [ShownText.exportAgain])
    case .malformed(let part, let words):
      .error(
        "the workbook's part \"\(ShownText.of(part))\" is damaged: \(words)", at: place,
        hints: [ShownText.exportAgain])
    case .documentType(let part):
      .error(
        "the workbook's part \"\(ShownText.of(part))\" declares a document type, which no workbook does",
        at: place, hints: ["do not trust this file; \(ShownText.exportAgain)"])
    case .tooDeep(let part):
      .error(
        "the workbook's part \"\(ShownText.of(part))\" is nested deeper than "
          + "\(XMLReader.maximumDepth) elements", at: place)
    case .noSheet: .error("the workbook has no sheet", at: place, hints: [ShownText.exportAgain])
    case .tooLarge:
      .error(
        "the workbook has more than \(CellTable.maximumRows) rows, "
          + "\(CellTable.maximumCells) cells or \(CellTable.maximumColumns) columns", at: place,
        hints: ["export fewer days at a time"])
    }
  }
}
