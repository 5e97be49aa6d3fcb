import Foundation
import GRDB
import Posts

/// The append-only log in the table `events`.
struct EventRows {
  enum SubjectKind: String {
    case post, agreement, creator, brand, advertiser, report
  }

  let db: Database

  /// An event as the table has it.
  static func json(_ event: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(event), as: UTF8.self)
  }

  func append(
    _ json: String, kind: String? = nil, of subjectKind: SubjectKind, _ subject: String,
    under circumstances: Circumstances
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO events (subject_kind, subject, kind, at, by, command, event)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      subjectKind.rawValue, subject, kind ?? Self.name(ofCase: json), circumstances.at.seconds,
      circumstances.by, circumstances.command, json,
    ])
  }

  /// Oldest first; of a post that was discarded and made again, only what came since.
  func recorded<Event: Decodable & Equatable & Sendable>(
    of subjectKind: SubjectKind, _ subject: String, as type: Event.Type
  ) throws -> [Recorded<Event>] {
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT event, at, by, command FROM events
          WHERE subject_kind = :kind AND subject = :subject AND id > coalesce((
            SELECT max(id) FROM events
            WHERE subject_kind = :kind AND subject = :subject AND kind = 'discarded'), 0)
          ORDER BY id
          """), arguments: ["kind": subjectKind.rawValue, "subject": subject])
    var events: [Recorded<Event>] = []
    let decoder = JSONDecoder()
    while let row = try cursor.next() {
      var columns = Columns(row)
      let json: String = try columns.next()
      guard let event = try? decoder.decode(Event.self, from: Data(json.utf8)) else {
        // What was wrong with it may hold anything; that it cannot be read is all to be said.
        throw LibraryDamage()
      }
      events.append(
        Recorded(
          event, at: try columns.moment(), by: try columns.next(), command: try columns.next()))
    }
    return events
  }

  /// Swift encodes a case as an object with one key, its name.
  private static func name(ofCase json: String) -> String {
    let quoted = json.drop { $0 != "\"" }.dropFirst()
    return String(quoted.prefix { $0 != "\"" })
  }
}
