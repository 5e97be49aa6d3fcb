import GRDB

/// One step of the schema. Steps are only ever added: what a released Flint ran is never edited.
struct Migration: Sendable {
  /// 1, 2, 3 …: the `user_version` of a database that has been through it.
  var number: Int
  var sql: String

  static let all: [Migration] = [Migration(number: 1, sql: schema1)]

  static func version(of db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Brings a database up to date, all steps in one transaction.
  ///
  /// The version is read inside it, so that of two processes that start at once one does the work.
  static func apply(_ migrations: [Migration], to db: Database) throws {
    precondition(
      migrations.map(\.number) == Array(1...max(1, migrations.count)), "steps without gaps")
    try db.inTransaction(.immediate) {
      let version = try version(of: db)
      for migration in migrations where migration.number > version {
        try db.execute(sql: migration.sql)
        try db.execute(sql: "PRAGMA user_version = \(migration.number)")
      }
      return .commit
    }
  }
}
