import Ledger
import Library

extension LibraryOption {
  /// The library that is named, opened; where there is none, an empty one that nothing creates.
  func forReading() throws -> LibraryStore {
    try LibraryStore(LibraryFolder(path: folder), for: .reading)
  }

  /// The library that is named, created when needed.
  func forWriting() throws -> LibraryStore {
    try LibraryStore(LibraryFolder(path: folder), for: .writing)
  }

  /// Where the library that is named is changed.
  ///
  /// - Parameters:
  ///   - command: such as `code add`.
  ///   - begins: creates a library that is not there.
  func desk(_ command: String, begins: Bool = false, isDryRun: Bool) throws -> Desk {
    try Desk(
      LibraryFolder(path: folder), try Clock.circumstances(command), begins: begins,
      isDryRun: isDryRun)
  }
}
