public import Diagnostics
import Posts
import Tables

/// Reads a product feed item by item, so that a large feed needs little more memory than its bytes.
public struct FeedReader {
  /// How the columns are read, whether asked for or found out.
  public let dialect: FeedDialect
  /// Warnings about the header, such as cells under a column without a name.
  public let headerDiagnostics: [Diagnostic]

  let header: CSVHeader
  let options: FeedOptions
  /// Each mapped field with the index of its column.
  let mapped: [(field: String, index: Int)]
  let shopify: ShopifyColumns
  /// The normalized field name of each column; nil where the column has none or a map took it.
  let plainFields: [String?]
  private var csv: CSVReader
  private var held: FeedRecord?
  private var firstLineOfKey: [String: Int] = [:]

  /// - Throws: when the file as a whole cannot be read: its encoding, header or options.
  public init(
    _ bytes: [UInt8], file: String, options: FeedOptions = FeedOptions()
  ) throws(DiagnosticsError) {
    let place = SourceLocation(file: file)
    if Currency(code: options.defaultCurrency) == nil {
      throw DiagnosticsError(.unknownCurrency(options.defaultCurrency))
    }
    var delimiter: UInt8?
    if let character = options.delimiter {
      guard let ascii = character.asciiValue, ascii != .quote, ascii >= 0x20 || ascii == .tab else {
        throw DiagnosticsError(.unusableDelimiter(character))
      }
      delimiter = ascii
    }
    var csv = try CSVReader(bytes, file: file, delimiter: delimiter)
    var problems: [Diagnostic] = []
    guard let fields = csv.next(&problems) else { throw DiagnosticsError(.emptyFeed(at: place)) }
    if problems.contains(where: { $0.severity == .error }) { throw DiagnosticsError(problems) }
    let header = try CSVHeader(fields, reader: csv)
    self.header = header
    self.csv = csv
    self.options = options
    dialect = options.dialect ?? (ShopifyColumns.isShopify(header) ? .shopify : .plain)
    shopify = ShopifyColumns(header)
    mapped = try Self.mappedColumns(options, header: header)
    plainFields = Self.plainFields(header, mapped: mapped, problems: &problems)
    headerDiagnostics = problems
  }

  /// The next product or line; nil at the end of the feed.
  public mutating func next() -> FeedItem? {
    dialect == .shopify ? nextProduct() : nextLine()
  }

  // MARK: Records

  /// The next record that is not empty, its length checked against the header.
  private mutating func nextRecord() -> FeedRecord? {
    if let record = held {
      held = nil
      return record
    }
    while true {
      var problems: [Diagnostic] = []
      guard let fields = csv.next(&problems) else { return nil }
      if problems.isEmpty, fields.allSatisfy(\.isEmpty) { continue }
      let place = SourceLocation(file: csv.file, line: fields[0].line)
      let count = header.names.count
      if fields.count < count {
        problems.append(.tooFewCells(fields.count, columns: count, at: place))
      } else if let extra = fields.dropFirst(count).first(where: { !$0.isEmpty }) {
        problems.append(
          .tooManyCells(fields.count, columns: count, at: csv.location(of: extra)))
      }
      return FeedRecord(fields: fields, reader: csv, problems: problems)
    }
  }

  private mutating func nextLine() -> FeedItem? {
    guard var record = nextRecord() else { return nil }
    let row = plainRow(record)
    if let key = row.key, let cell = row.cells.first(where: { Self.keyFields.contains($0.name) }) {
      if let first = firstLineOfKey[key] {
        record.problems.append(
          .duplicateKey(key, column: cell.name, firstLine: first, at: cell.cell.location))
      } else {
        firstLineOfKey[key] = record.line
      }
    }
    return FeedItem(
      outcome: record.hasErrors ? .refused : .row(row), key: row.key, location: row.location,
      diagnostics: record.problems)
  }

  private mutating func nextProduct() -> FeedItem? {
    guard let first = nextRecord() else { return nil }
    var records = [first]
    let handle = first.text(shopify.handle)
    var dropped = 0
    while !handle.isEmpty, let record = nextRecord() {
      if record.text(shopify.handle) != handle {
        held = record
        break
      }
      if records.count < Self.maximumRecordsOfProduct {
        records.append(record)
      } else {
        dropped += 1
      }
    }
    if dropped > 0 {
      records[0].problems.append(
        .tooManyRecords(records.count + dropped, handle: handle, at: first.location))
    }
    if let line = firstLineOfKey[handle] {
      return refused(
        records,
        .scatteredHandle(
          handle, firstLine: line, isProduct: !first.text(shopify.title).isEmpty,
          at: first.location(shopify.handle)))
    }
    if handle.isEmpty, first.text(shopify.title).isEmpty {
      return refused(records, .rowWithoutHandle(at: first.location))
    }
    var item = shopifyItem(records)
    // A handle made of a title may be another product's.
    if let key = item.key {
      if let line = firstLineOfKey.updateValue(first.line, forKey: key) {
        item.diagnostics.append(
          .scatteredHandle(key, firstLine: line, isProduct: true, at: first.location))
        item.outcome = .refused
      }
    }
    return item
  }

  private func refused(_ records: [FeedRecord], _ problem: Diagnostic) -> FeedItem {
    let handle = records[0].text(shopify.handle)
    return FeedItem(
      outcome: .refused, key: handle.isEmpty ? nil : handle, location: records[0].location,
      diagnostics: records.flatMap(\.problems) + [problem])
  }

  /// Shopify allows 2,048 variants and 250 images a product.
  static let maximumRecordsOfProduct = 5_000

  // MARK: Columns

  private static func mappedColumns(
    _ options: FeedOptions, header: CSVHeader
  ) throws(DiagnosticsError) -> [(field: String, index: Int)] {
    var log = DiagnosticLog()
    var mapped: [(field: String, index: Int)] = []
    for (field, column) in options.columnOfField {
      if let index = header.index(of: column) {
        mapped.append((field, index))
      } else {
        log.add(.unknownColumn(column, field: field, columns: header.names))
      }
    }
    try log.throwIfErrors()
    return mapped
  }

  private static func plainFields(
    _ header: CSVHeader, mapped: [(field: String, index: Int)], problems: inout [Diagnostic]
  ) -> [String?] {
    var columnOfField: [String: Int] = [:]
    return header.names.enumerated().map { index, name -> String? in
      if mapped.contains(where: { $0.index == index }) { return nil }
      let field = fieldName(ofColumn: name)
      if field.isEmpty {
        if !name.isEmpty { problems.append(.unusableColumn(name, at: header.locations[index])) }
        return nil
      }
      if mapped.contains(where: { $0.field == field }) { return nil }
      if let first = columnOfField[field] {
        problems.append(
          .sameField(field, name, header.names[first], at: header.locations[index]))
        return nil
      }
      columnOfField[field] = index
      return field
    }
  }

  /// `Compare At Price` → `compare_at_price`: small letters and digits of any script, runs of
  /// anything else as one `_`.
  public static func fieldName(ofColumn column: String) -> String {
    var name = ""
    for character in column.lowercased() {
      if character.isLetter || character.isNumber {
        name.append(character)
      } else if !name.isEmpty, name.last != "_" {
        name.append("_")
      }
    }
    return name.last == "_" ? String(name.dropLast()) : name
  }
}

/// One line of a feed, its texts made on demand.
struct FeedRecord {
  let fields: [CSVReader.Field]
  let reader: CSVReader
  var problems: [Diagnostic]

  var line: Int { fields[0].line }
  var location: SourceLocation { SourceLocation(file: reader.file, line: line, column: 1) }
  var hasErrors: Bool { problems.contains { $0.severity == .error } }

  /// Empty when the feed has no such column or the line is too short.
  func text(_ index: Int?) -> String {
    guard let index, index < fields.count else { return "" }
    return reader.text(fields[index])
  }

  func location(_ index: Int?) -> SourceLocation {
    guard let index, index < fields.count else { return location }
    return reader.location(of: fields[index])
  }

  /// Nil when empty.
  func cell(_ index: Int?) -> Row.Cell? {
    let text = text(index)
    return text.isEmpty ? nil : Row.Cell(.text(text), at: location(index))
  }
}
