import GRDB
import Posts

/// What can be asked of the library, inside of `LibraryStore.read` or `write`.
///
/// One consistent state; lives as long as the closure it was given to. What depends on the time takes
/// `now`. The functions `…(named:)` take what a user typed, a whole key or the beginning of exactly
/// one, and give what is meant. Nothing that fits, or several, is a diagnostic that names the nearest
/// or all candidates; a record that others name and that is not there means a damaged library.
public struct LibraryReader {
  let db: Database
  /// The database's file, for messages.
  let path: String

  /// Rows, read from left to right.
  func rows<Value>(
    _ sql: String, _ arguments: StatementArguments = [],
    _ read: (inout Columns) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try cursor.next() {
      var columns = Columns(row)
      values.append(try read(&columns))
    }
    return values
  }

  func key<Subject>(_ sql: String, _ arguments: StatementArguments) throws -> Key<Subject>? {
    try rows(sql, arguments) { try $0.key() as Key<Subject> }.first
  }
}
