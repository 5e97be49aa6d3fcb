public import Diagnostics

/// One set of raw field values: a product of a feed or a post file. Types are the template's affair.
public struct Row: Equatable, Sendable {
  /// A raw value and where it stands.
  public struct Cell: Equatable, Sendable {
    /// A text or several values.
    public enum Value: Equatable, Sendable {
      /// As written in the feed or post file.
      case text(String)
      /// A YAML list, or several images of a product.
      case list([Cell])
    }

    /// The value without its place.
    public var value: Value
    /// Where the value begins.
    public var location: SourceLocation

    public init(_ value: Value, at location: SourceLocation) {
      self.value = value
      self.location = location
    }
  }

  /// What the row calls itself: a product handle, an `id`, or nil.
  public var key: String?
  /// In the feed's order; names as the template knows them (`--map` applied).
  public var cells: [(name: String, cell: Cell)]
  /// Where the row begins.
  public var location: SourceLocation

  public init(key: String?, cells: [(name: String, cell: Cell)], location: SourceLocation) {
    self.key = key
    self.cells = cells
    self.location = location
  }

  /// The name of the cell that says which language the others are in, whatever the template.
  public static let languageField = "language"

  /// The first cell of that name; nil when the row has none.
  public subscript(name: String) -> Cell? { cells.first { $0.name == name }?.cell }

  /// Whether keys, places and all cells in their order are the same.
  public static func == (left: Row, right: Row) -> Bool {
    left.key == right.key && left.location == right.location
      && left.cells.elementsEqual(right.cells) { $0.name == $1.name && $0.cell == $1.cell }
  }
}
