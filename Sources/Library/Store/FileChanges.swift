import Diagnostics
import Files

/// The changes of files that stand or fall with a transaction.
final class FileChanges {
  private var made: [any PendingChange] = []
  private var awaited: [any PendingChange] = []

  func make(_ change: some PendingChange) throws(Diagnostic) {
    var change = change
    try change.make()
    made.append(change)
  }

  func await(_ change: some PendingChange) { awaited.append(change) }

  /// The transaction is on the disk.
  ///
  /// - Throws: when a change that waited for it could not be made.
  func finish() throws(Diagnostic) {
    for index in made.indices { made[index].finish() }
    made = []
    defer { awaited = [] }
    for index in awaited.indices {
      do throws(Diagnostic) {
        try awaited[index].make()
      } catch {
        for index in awaited.indices.dropFirst(index + 1) { _ = awaited[index].undo() }
        throw .isRecordedAllTheSame(error)
      }
      awaited[index].finish()
    }
  }

  /// There was no transaction.
  ///
  /// - Returns: where that lies which could not be put back.
  func undo() -> [String] {
    for index in awaited.indices { _ = awaited[index].undo() }
    defer { made = [] }
    return made.indices.reversed().compactMap { made[$0].undo() }
  }
}
