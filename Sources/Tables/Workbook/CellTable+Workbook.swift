import Archives
package import Diagnostics

extension CellTable {
  /// Reads the first sheet of an XLSX (ECMA-376 part 1, SpreadsheetML).
  package init(workbook bytes: [UInt8], file: String) throws(DiagnosticsError) {
    let package = try ZIPReader(bytes, file: file, budget: .workbook)
    do throws(Diagnostic) {
      self = try Self.firstSheet(of: package)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private static func firstSheet(of package: ZIPReader) throws(Diagnostic) -> CellTable {
    let start = "_rels/.rels"
    guard package.paths.contains(start) else {
      throw .workbook(.notAWorkbook, at: SourceLocation(file: package.file))
    }
    let root = RelationshipsConsumer()
    try read(start, of: package, root)
    let main = root.target(ofType: "officeDocument", from: "") ?? "xl/workbook.xml"
    let workbook = WorkbookConsumer()
    try read(main, of: package, workbook)
    let relations = RelationshipsConsumer()
    try read(relationsPart(of: main), of: package, relations)
    guard let sheet = workbook.firstSheet,
      let path = sheet.relation.flatMap({ relations.target(ofID: $0, from: main) })
    else { throw .workbook(.noSheet, at: SourceLocation(file: package.file)) }
    let texts = SharedStringsConsumer()
    if let path = relations.target(ofType: "sharedStrings", from: main) {
      try read(path, of: package, texts)
    }
    let styles = StylesConsumer(from1904: workbook.from1904)
    if let path = relations.target(ofType: "styles", from: main) {
      try read(path, of: package, styles)
    }
    let rows = SheetConsumer(part: path, texts: texts.texts, formats: styles.formats)
    try read(path, of: package, rows)
    return CellTable(file: package.file, sheet: shownName(sheet.name), rows: rows.rows)
  }

  private static func read(
    _ part: String, of package: ZIPReader, _ consumer: any XMLConsumer
  ) throws(Diagnostic) {
    let place = SourceLocation(file: package.file)
    // Some writers do not keep to their own letter case, and Excel does not mind.
    let path = package.paths.first { $0.lowercased() == part.lowercased() }
    guard let path, let entry = try package.entry(path) else {
      throw .workbook(.missingPart(part), at: place)
    }
    do {
      try XMLReader.read(entry.bytes, part: part, consumer)
    } catch {
      throw .workbook(error, at: place)
    }
  }

  /// `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  private static func relationsPart(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[...slash])_rels/\(part[part.index(after: slash)...]).rels"
  }

  /// Excel allows 31 characters, none of them a control; other writers may not care.
  private static func shownName(_ name: String) -> String {
    let scalars = name.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return String(String(String.UnicodeScalarView(scalars)).prefix(31))
  }
}
