import GRDB

/// The library while it is this process's to change; lives as long as the closure it was given to.
public struct LibraryWriter {
  let db: Database

  /// What is there, with what this writer changed so far.
  public var reader: LibraryReader { LibraryReader(db: db) }
}
