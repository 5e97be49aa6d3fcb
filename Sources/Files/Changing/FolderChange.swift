public import Diagnostics

/// A new folder in the place of another, or of none, or the end of one.
///
/// The new one lies beside its place, whole and on the disk. When it is made, both are exchanged, so
/// that what was there waits under the temporary name; a place that was empty gets an empty folder
/// first, so that there is always something to exchange, and a stop leaves a trace.
public struct FolderChange: PendingChange, Sendable {
  /// Where the folder comes, or was.
  public let path: String
  /// The finished folder under its temporary name; nil when there shall be none.
  private let new: String?
  /// What marks temporary folders of this change.
  private let suffix: String
  /// Where that lies which was there; nil before it is made.
  private var old: String?
  private var wasThere = true
  private let location: SourceLocation?

  /// For the end of the folder at `path`; one that is not there is fine.
  public init(removing path: String, at location: SourceLocation? = nil) {
    self.path = path
    self.location = location
    new = nil
    suffix = UnfinishedChange.suffix(forFolder: FilePath.name(of: path), stamp: nil)
  }

  init(finished new: String, for path: String, suffix: String, at location: SourceLocation? = nil) {
    self.path = path
    self.new = new
    self.suffix = suffix
    self.location = location
  }

  public mutating func make() throws(Diagnostic) {
    do throws(SystemFault) {
      if let new { try replace(with: new) } else { try takeAway() }
    } catch {
      if let old { throw .notReplaced(path, error, isIn: old, newIsIn: path, at: location) }
      if let new { FileSystem.removeQuietly(new) }
      throw .unwritable(path, error, at: location)
    }
  }

  private mutating func replace(with new: String) throws(SystemFault) {
    if !FileSystem.folderExists(path) {
      if FileSystem.fileExists(path) { throw .exists }
      try SystemCalls.makeFolder(path, mode: FileSystem.privateFolderMode)
      wasThere = false
    }
    do throws(SystemFault) {
      do throws(SystemFault) {
        try SystemCalls.exchange(new, path)
        old = new
      } catch .unsupported {
        old = try moveAside(path, for: new)
      }
    } catch {
      if !wasThere { try? SystemCalls.removeEmptyFolder(path) }
      throw error
    }
    try flushOrPutBack()
  }

  private mutating func takeAway() throws(SystemFault) {
    let waiting = try makeTemporary()
    do throws(SystemFault) {
      guard try SystemCalls.isRealFolder(path) else { throw .notAFolder }
      try SystemCalls.rename(path, to: waiting)
    } catch {
      try? SystemCalls.removeEmptyFolder(waiting)
      if error == .missing { return }
      throw error
    }
    old = waiting
    try flushOrPutBack()
  }

  /// Where the file system has no exchange of two names.
  ///
  /// - Returns: where that is which was at `path`.
  private func moveAside(_ path: String, for new: String) throws(SystemFault) -> String {
    let waiting = try makeTemporary()
    do throws(SystemFault) {
      try SystemCalls.rename(path, to: waiting)
      try SystemCalls.flush(FilePath.folder(of: path))
      try SystemCalls.rename(new, to: path)
    } catch {
      // Takes the place of nothing, or of an empty folder; or nothing was moved yet.
      try? SystemCalls.rename(waiting, to: path)
      try? SystemCalls.removeEmptyFolder(waiting)
      throw error
    }
    return waiting
  }

  private func makeTemporary() throws(SystemFault) -> String {
    try TemporaryName.first(in: FilePath.folder(of: path), suffix: suffix) {
      name throws(SystemFault) in
      try SystemCalls.makeFolder(name, mode: FileSystem.privateFolderMode)
    }
  }

  /// The names are on the disk before what was there may go.
  private mutating func flushOrPutBack() throws(SystemFault) {
    do throws(SystemFault) {
      try SystemCalls.flush(FilePath.folder(of: path))
    } catch {
      _ = undo()
      throw error
    }
  }

  public mutating func undo() -> String? {
    guard let old else {
      if let new { FileSystem.removeQuietly(new) }
      return nil
    }
    do throws(SystemFault) {
      var unwanted: String?
      if new == nil {
        try SystemCalls.rename(old, to: path)
      } else {
        do throws(SystemFault) {
          try SystemCalls.exchange(old, path)
          unwanted = old
        } catch .unsupported {
          unwanted = try moveAside(path, for: old)
        }
      }
      self.old = nil
      if !wasThere { try SystemCalls.removeEmptyFolder(path) }
      // Only when the disk knows is the other one no longer needed.
      try SystemCalls.flush(FilePath.folder(of: path))
      if let unwanted { FileSystem.removeQuietly(unwanted) }
      return nil
    } catch {
      // What is back in its place may not be on the disk; the marks stay for the next run.
      return self.old
    }
  }

  public mutating func finish() {
    if let old { FileSystem.removeQuietly(old) }
    old = nil
  }
}

extension FileSystem {
  /// Writes a folder's files beside the place it is meant for, and waits until they are on the disk.
  ///
  /// Only its owner can enter it, whatever the umask; folders above it are created.
  /// - Parameter stamp: tells the new folder from the one before it, for whoever finds both.
  public static func stageChange(
    of path: String, to files: [FolderEntry], stamp: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> FolderChange {
    let suffix = UnfinishedChange.suffix(forFolder: FilePath.name(of: path), stamp: stamp)
    let staged = try stageFolder(
      for: path, files: files, isPrivate: true, suffix: suffix, at: location)
    do throws(SystemFault) {
      // A stop after the exchange must find it under this name.
      try SystemCalls.flush(FilePath.folder(of: path))
    } catch {
      staged.discard()
      throw .unwritable(path, error, at: location)
    }
    return FolderChange(finished: staged.temporary, for: path, suffix: suffix, at: location)
  }
}
