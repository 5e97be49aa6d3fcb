public import Diagnostics
import Tables

/// How a feed's columns are to be read.
public enum FeedDialect: String, CaseIterable, Sendable {
  /// Columns are fields, lines are rows.
  case plain
  /// Shopify's product export, with the header up to 2023 or since 2024; lines with one handle are
  /// one product.
  case shopify
}

/// What is to be known about a feed that it does not say itself.
public struct FeedOptions: Sendable {
  /// `--map field=Column`: the field takes this column, whatever the dialect says.
  public var columnOfField: [(field: String, column: String)]
  /// Nil: found out from the header.
  public var delimiter: Character?
  /// Nil: found out from the header.
  public var dialect: FeedDialect?
  /// For prices without a currency, which have to be compared with each other.
  public var defaultCurrency: String
  /// Whether drafts, archived and unpublished products are rows too.
  public var includesUnpublished: Bool

  public init(
    columnOfField: [(field: String, column: String)] = [], delimiter: Character? = nil,
    dialect: FeedDialect? = nil, defaultCurrency: String = "USD",
    includesUnpublished: Bool = false
  ) {
    self.columnOfField = columnOfField
    self.delimiter = delimiter
    self.dialect = dialect
    self.defaultCurrency = defaultCurrency
    self.includesUnpublished = includesUnpublished
  }
}

/// One product or line of a feed, usable or not, with all that was odd about it.
public struct FeedItem: Sendable {
  /// What became of a product or line.
  public enum Outcome: Equatable, Sendable {
    /// Values that a template can be filled with.
    case row(Row)
    /// One of the diagnostics is an error.
    case refused
    /// Not meant to be shown: a draft, archived or unpublished; a warning says which.
    case skipped
  }

  /// Whether it can be used.
  public var outcome: Outcome
  /// What the row calls itself, when it does.
  public var key: String?
  /// Where it begins in the file.
  public var location: SourceLocation
  /// Everything that was odd about it, warnings too.
  public var diagnostics: [Diagnostic]

  /// The values; nil when it is refused or skipped.
  public var row: Row? {
    if case .row(let row) = outcome { row } else { nil }
  }
}

/// A whole feed in memory.
public struct Feed: Sendable {
  /// How the columns were read, whether asked for or found out.
  public var dialect: FeedDialect
  /// In the feed's order; refused and skipped ones included.
  public var items: [FeedItem]
  /// About the header; those of items are with the items.
  public var headerDiagnostics: [Diagnostic]

  /// Larger files are refused: a feed of a hundred thousand products takes some 100 MB, and all of it
  /// is held in memory.
  public static let maximumFileBytes = CSVReader.maximumFileBytes

  /// The rows that can be used, in the feed's order.
  public var rows: [Row] { items.compactMap(\.row) }

  /// All problems, in the feed's order.
  public var diagnostics: [Diagnostic] { headerDiagnostics + items.flatMap(\.diagnostics) }

  /// Reads all of a feed; `FeedReader` reads one item at a time.
  ///
  /// - Throws: when the file as a whole cannot be read: its encoding, header or options.
  public static func read(
    _ bytes: [UInt8], file: String, options: FeedOptions = FeedOptions()
  ) throws(DiagnosticsError) -> Feed {
    var reader = try FeedReader(bytes, file: file, options: options)
    var items: [FeedItem] = []
    while let item = reader.next() { items.append(item) }
    return Feed(
      dialect: reader.dialect, items: items, headerDiagnostics: reader.headerDiagnostics)
  }
}
