public import Diagnostics
public import Feeds
import Files
public import Templates

extension Feed {
  /// Reads a feed from a file.
  ///
  /// - Parameters:
  ///   - map: `field=Column`, as on the command line.
  ///   - template: which its rows are for; a column it needs that no row has is found out here, not
  ///     told once a row.
  public static func load(
    _ path: String, for template: Template, map: [String], currency: String,
    includesUnpublished: Bool
  ) throws(DiagnosticsError) -> Feed {
    let columns = try columns(of: map, for: template)
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileSystem.read(path, limit: Feed.maximumFileBytes)
    } catch {
      throw DiagnosticsError(error)
    }
    var feed = try Feed.read(
      bytes, file: path,
      options: FeedOptions(
        columnOfField: columns, defaultCurrency: currency.uppercased(),
        includesUnpublished: includesUnpublished))
    if feed.items.isEmpty { feed.headerDiagnostics.append(.noRows(path)) }
    try feed.checkColumns(path, for: template)
    return feed
  }

  private static func columns(
    of map: [String], for template: Template
  ) throws(DiagnosticsError) -> [(field: String, column: String)] {
    var log = DiagnosticLog()
    var columns: [(field: String, column: String)] = []
    // A row's own name may be mapped too.
    let fields =
      template.fields.map(\.name) + template.labels.map(\.name)
      + ["key", "id", "handle", Row.languageField]
    for entry in map {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count != 2 {
        log.add(.notAMapping(entry))
      } else if !fields.contains(parts[0]) {
        log.add(.mappingOfUnknownField(entry, field: parts[0], template: template))
      } else {
        columns.append((parts[0], parts[1]))
      }
    }
    try log.throwIfErrors()
    return columns
  }

  /// Looks for fields that no row has; a single row's own message with its line says more.
  private func checkColumns(_ path: String, for template: Template) throws(DiagnosticsError) {
    let rows = rows
    guard rows.count > 1 else { return }
    var log = DiagnosticLog()
    for field in template.fields where field.isRequired && field.standard == nil {
      if rows.contains(where: { $0[field.name] != nil }) { continue }
      log.add(.noColumn(of: field.name, in: path, first: rows[0], template: template))
    }
    try log.throwIfErrors()
  }
}
