import GRDB

/// One consistent state of the library; lives as long as the closure it was given to.
public struct LibraryReader {
  let db: Database
}
