import Foundation
import GRDB
import TestSupport

@testable import Library

/// A library's database as SQL text, the same for the same library.
enum LibraryText {
  /// All statements that make the database: what it is made of first, then its rows.
  static func text(_ db: Database) throws -> String {
    var lines = ["PRAGMA application_id = \(DatabaseHeader.flintID);"]
    lines += try schema(db).map { "\($0);" }
    for table in try tables(db) { lines += try rows(of: table, db) }
    lines.append("PRAGMA user_version = \(try Migration.version(of: db));")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The statements that made tables, indexes and triggers, as they were written and in their order.
  static func schema(_ db: Database) throws -> [String] {
    let shadows = try names(ofType: "shadow", db)
    return try Row.fetchAll(
      db, sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
    ).filter { !shadows.contains($0["name"]) && !isSQLites($0["name"]) }.map { $0["sql"] }
  }

  /// By name in the order in which they were made, so that a row follows what it refers to.
  static func tables(_ db: Database) throws -> [String] {
    let shadows = try names(ofType: "shadow", db)
    return try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"
    ).filter { !shadows.contains($0) && !isSQLites($0) }
  }

  /// Makes the database that `text` describes, in a file of its own, as the program makes one.
  static func makeLibrary(_ text: String, in folder: TemporaryFolder) throws {
    try folder.write("", to: LibraryDatabase.fileName)
    let path = folder[LibraryDatabase.fileName]
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { db in
      try db.execute(sql: text)
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try queue.close()
  }

  private static func rows(of table: String, _ db: Database) throws -> [String] {
    let columns = try db.columns(in: table)
    var names = columns.map(\.name)
    let keys = columns.filter { $0.primaryKeyIndex > 0 }
      .sorted { $0.primaryKeyIndex < $1.primaryKeyIndex }.map(\.name)
    // The search's table has no key but the one that SQLite gives a row.
    if keys.isEmpty { names.insert("rowid", at: 0) }
    let order = (keys.isEmpty ? ["rowid"] : keys).joined(separator: ", ")
    let values = names.map { "quote(\($0))" }.joined(separator: " || ', ' || ")
    return try String.fetchAll(db, sql: "SELECT \(values) FROM \(table) ORDER BY \(order)").map {
      "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\($0));"
    }
  }

  private static func names(ofType type: String, _ db: Database) throws -> Set<String> {
    Set(
      try String.fetchAll(
        db, sql: "SELECT name FROM pragma_table_list WHERE type = ?", arguments: [type]))
  }

  private static func isSQLites(_ name: String) -> Bool { name.hasPrefix("sqlite_") }
}
