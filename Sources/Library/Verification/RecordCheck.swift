import Files
import GRDB
import Posts

/// Holds the database against itself and against its events.
struct RecordCheck: Sendable {
  let database: LibraryDatabase

  /// More of the same says nothing new.
  private static let mostFaults = 20

  /// What is wrong with pages, indices, references, the search, agreements and rights.
  func faults() throws -> [LibraryFault] {
    guard database.exists else { return [] }
    var faults = try database.naming { try structure() }
    if !faults.isEmpty { return faults }
    faults += try database.naming { try searchIndex() }
    faults += try database.read { reader in
      try lostPosts(reader) + agreements(reader)
    }
    if let mode = FileSystem.permissions(of: database.path), mode & 0o077 != 0 {
      faults.append(.notPrivate(LibraryDatabase.fileName, mode: mode))
    }
    return faults
  }

  /// - Returns: the story as it is stored, nil when that cannot be read.
  func story(of post: Key<Post>) throws -> (PostStory?, [LibraryFault]) {
    try database.read { reader in
      let stored: PostStory?
      do {
        stored = try reader.story(of: post)
      } catch is LibraryDamage {
        return (nil, [.stateDiffers(post, "its row holds what Flint never writes")])
      } catch is RowDecodingError {
        return (nil, [.stateDiffers(post, "its row holds what Flint never writes")])
      }
      guard let stored else { return (nil, []) }
      do {
        let rebuilt = try PostStory.rebuilt(key: post, from: try reader.events(of: post))
        let differences = Self.differences(stored, rebuilt)
        return (
          stored, differences.map { .stateDiffers(post, "\($0) is not what the events lead to") }
        )
      } catch is LibraryDamage {
        return (stored, [.stateDiffers(post, "an event of it cannot be read")])
      } catch is PostStory.EventMismatch {
        return (stored, [.stateDiffers(post, "an event does not fit what was before it")])
      }
    }
  }

  private static func differences(_ stored: PostStory, _ rebuilt: PostStory) -> [String] {
    var differences: [String] = []
    if stored.post != rebuilt.post { differences.append("the post") }
    if stored.authorizations.map(\.key) != rebuilt.authorizations.map(\.key) {
      differences.append("the list of authorizations")
    }
    for authorization in stored.authorizations {
      if let other = rebuilt.authorization(authorization.key), other != authorization {
        differences.append("authorization \(authorization.key)")
      }
    }
    if stored.ads.map(\.key) != rebuilt.ads.map(\.key) { differences.append("the list of ads") }
    for ad in stored.ads {
      if let other = rebuilt.ad(ad.key), other != ad { differences.append("ad \(ad.key)") }
    }
    return differences
  }

  private func structure() throws -> [LibraryFault] {
    do {
      return try database.readConnection { db in
        let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(Self.mostFaults))")
          .filter { $0 != "ok" }
        // The check tells of pages that it cannot read as of damaged ones.
        if !pages.isEmpty { try DatabaseFault.checkReading(db) }
        let references = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
          .prefix(Self.mostFaults)
          .map { row -> String in
            let table: String = try row.decode(atIndex: 0)
            let parent: String = try row.decode(atIndex: 2)
            return "a row of \"\(table)\" names a row of \"\(parent)\" that is not there"
          }
        return (pages + references).map { .databaseDamaged($0) }
      }
    } catch let fault as DatabaseFault where fault.isDamage {
      return [.databaseDamaged("it cannot be read to its end")]
    }
  }

  private func searchIndex() throws -> [LibraryFault] {
    let outdated = try database.readConnection { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT id FROM posts WHERE id NOT IN (SELECT rowid FROM search)
          UNION SELECT rowid FROM search WHERE rowid NOT IN (SELECT id FROM posts)
          """
      ).count
    }
    if outdated > 0 { return [.searchOutdated] }
    // FTS5's own check is written as an INSERT, so it needs a file that can be written to.
    guard database.isWritable else { return [] }
    do {
      try database.queue.inDatabase { db in
        try DatabaseFault.naming(db) {
          try Connection.writably(db) {
            try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
          }
        }
      }
      return []
    } catch let fault as DatabaseFault where fault.isDamage {
      return [.searchOutdated]
    }
  }

  /// Posts that events speak of and that are not there.
  private func lostPosts(_ reader: LibraryReader) throws -> [LibraryFault] {
    try reader.rows(
      """
      SELECT subject FROM events WHERE id IN (
        SELECT max(id) FROM events WHERE subject_kind = 'post' GROUP BY subject)
      AND kind <> 'discarded' AND subject NOT IN (SELECT key FROM posts)
      ORDER BY subject LIMIT \(Self.mostFaults)
      """
    ) { .stateDiffers(try $0.key(), "events speak of it, and it is not there") }
  }

  private func agreements(_ reader: LibraryReader) throws -> [LibraryFault] {
    try reader.agreements(creator: nil, brand: nil).compactMap { agreement in
      let rebuilt = Agreement.rebuilt(
        key: agreement.key, from: try reader.events(of: agreement.key))
      return rebuilt == agreement ? nil : .agreementDiffers(agreement.key)
    }
  }
}
