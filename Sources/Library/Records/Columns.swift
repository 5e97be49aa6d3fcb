import GRDB
import Posts

/// A row's columns, taken from left to right in the order of its SELECT.
struct Columns {
  private let row: Row
  private var index = 0

  init(_ row: Row) { self.row = row }

  /// A number, text or truth, or an optional one.
  mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>()
    throws -> Value
  {
    defer { index += 1 }
    return try row.decode(Value.self, atIndex: index)
  }

  mutating func choice<Choice: RawRepresentable<String>>() throws -> Choice {
    let text: String = try next()
    guard let choice = Choice(rawValue: text) else { throw LibraryDamage() }
    return choice
  }

  mutating func choiceIfAny<Choice: RawRepresentable<String>>() throws -> Choice? {
    guard let text: String = try next() else { return nil }
    guard let choice = Choice(rawValue: text) else { throw LibraryDamage() }
    return choice
  }

  mutating func key<Subject>() throws -> Key<Subject> { Key(try next()) }

  mutating func keyIfAny<Subject>() throws -> Key<Subject>? {
    let text: String? = try next()
    return text.map { Key($0) }
  }

  mutating func moment() throws -> Moment { Moment(seconds: try next()) }

  mutating func momentIfAny() throws -> Moment? {
    let seconds: Int? = try next()
    return seconds.map { Moment(seconds: $0) }
  }

  /// An amount and its currency, two columns.
  mutating func moneyIfAny() throws -> Money? {
    let minorUnits: Int? = try next()
    let currency: String? = try next()
    guard let minorUnits, let currency else { return nil }
    return Money(minorUnits: minorUnits, currency: currency)
  }
}

/// The database holds something that Flint never writes; said as "damaged" by whoever reads it.
struct LibraryDamage: Error {}

extension Optional {
  /// For a record, or a column of one, that others say must be there; inside of
  /// `LibraryStore.read` or `write`, which say what its absence means.
  package func required() throws -> Wrapped {
    guard let self else { throw LibraryDamage() }
    return self
  }
}
