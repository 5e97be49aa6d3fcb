public import Diagnostics
public import Files
import GRDB
public import Posts

/// What can be written, inside of `LibraryStore.write`.
///
/// Every function writes its events in the same transaction as what they changed.
public struct LibraryWriter {
  let db: Database
  /// The database's file, for messages.
  let path: String
  let files: FileChanges
  /// Written beside each event.
  public let circumstances: Circumstances

  /// Sees what was written so far.
  public var reader: LibraryReader { LibraryReader(db: db, path: path) }

  /// The same writer for something that happened at another time, as when a history is imported.
  public func dated(_ at: Moment) -> LibraryWriter {
    var circumstances = circumstances
    circumstances.at = at
    return LibraryWriter(db: db, path: path, files: files, circumstances: circumstances)
  }

  /// Makes a change of files that stands or falls with this transaction: it is undone when the
  /// transaction is, by a fault or, after a stop, by the next run.
  ///
  /// As the last step, when all rules were asked.
  public func make(_ change: some PendingChange) throws(Diagnostic) { try files.make(change) }

  /// Makes a staged change of files after this transaction, when it is on the disk: for what must
  /// not be there without its record.
  ///
  /// When that fails, the diagnostic says that the record stands.
  public func makeWhenCommitted(_ change: some PendingChange) { files.await(change) }

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func log<Event: Encodable>(
    _ event: Event, kind: String? = nil, of subjectKind: EventRows.SubjectKind, _ subject: String
  ) throws {
    try EventRows(db: db).append(
      event, kind: kind, of: subjectKind, subject, under: circumstances)
  }
}
