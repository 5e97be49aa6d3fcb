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
}
