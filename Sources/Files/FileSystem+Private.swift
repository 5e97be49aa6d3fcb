public import Diagnostics

/// Files that hold secrets: readable by their owner alone, whatever the umask.
extension FileSystem {
  /// Creates a folder that only its owner can enter (0700); one that is there stays as it is.
  ///
  /// Folders above it that are missing are created as usual.
  public static func createPrivateFolder(
    _ path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    if folderExists(path) { return }
    let parent = FilePath.folder(of: path)
    if !folderExists(parent) { try createFolder(parent, at: location) }
    do throws(SystemFault) {
      do throws(SystemFault) {
        try SystemCalls.makeFolder(path, mode: privateFolderMode)
      } catch {
        // Another process was faster.
        if error == .exists, folderExists(path) { return }
        throw error == .exists ? .notAFolder : error
      }
      try SystemCalls.setPermissions(privateFolderMode, of: path)
      try flushName(of: path)
    } catch {
      throw .unwritable(path, error, at: location)
    }
  }

  /// As `write`, for a file that only its owner can read (0600), from its first byte on.
  public static func writePrivate(
    _ bytes: [UInt8], to path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    let temporary = try stagePrivately(bytes, at: path, location)
    try put(temporary, at: path, mayReplace: true, at: location)
  }

  /// - Returns: a finished file of 0600 beside `path`, on the disk.
  static func stagePrivately(
    _ bytes: [UInt8], at path: String, _ location: SourceLocation?
  ) throws(Diagnostic) -> String {
    if folderExists(path) { throw .unwritable(path, .isAFolder, at: location) }
    let temporary = try createPrivateTemporary(in: FilePath.folder(of: path), at: location)
    do throws(SystemFault) {
      let file = try FileDescriptor(opening: temporary, for: .changing)
      try file.write(bytes)
      try file.flush()
    } catch {
      discard(temporary)
      throw .unwritable(path, error, at: location)
    }
    return temporary
  }

  /// An empty file of 0600 under a new temporary name, for a writer that needs a path.
  ///
  /// It ends with `put` or `discard`; what a crash leaves is found by `removeLeftovers`.
  public static func createPrivateTemporary(
    in folder: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> String {
    do {
      return try TemporaryName.first(in: folder) { name throws(SystemFault) in
        _ = try FileDescriptor(opening: name, for: .creatingPrivately)
        try SystemCalls.setPermissions(privateFileMode, of: name)
      }
    } catch {
      throw .unwritable(folder, error, at: location)
    }
  }

  /// An empty folder under a new temporary name; ends as a temporary file does. The folders above it
  /// are created.
  public static func createTemporaryFolder(
    in folder: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> String {
    try createFolder(folder, at: location)
    do {
      return try TemporaryName.first(in: folder) { name throws(SystemFault) in
        try SystemCalls.makeFolder(name)
      }
    } catch {
      throw .unwritable(folder, error, at: location)
    }
  }

  /// An empty folder of 0700 under a new temporary name; ends as a temporary file does.
  public static func createPrivateTemporaryFolder(
    in folder: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> String {
    do {
      return try TemporaryName.first(in: folder) { name throws(SystemFault) in
        try SystemCalls.makeFolder(name, mode: privateFolderMode)
        try SystemCalls.setPermissions(privateFolderMode, of: name)
      }
    } catch {
      throw .unwritable(folder, error, at: location)
    }
  }

  /// Gives a finished temporary file or folder its name, when all of it is on the disk.
  ///
  /// A folder's files are the caller's to flush.
  /// - Returns: false when `path` is taken and `mayReplace` is not set; then nothing changed, and the
  ///   temporary one is removed.
  @discardableResult
  public static func put(
    _ temporary: String, at path: String, mayReplace: Bool, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> Bool {
    if mayReplace, (try? SystemCalls.isRealFolder(temporary)) == false {
      var change = FileChange(finished: temporary, for: path, at: location)
      try change.flush()
      try change.make()
      change.finish()
      return true
    }
    do throws(SystemFault) {
      try SystemCalls.flush(temporary)
      if mayReplace {
        // Takes the place of nothing, or of an empty folder.
        try SystemCalls.rename(temporary, to: path)
      } else {
        try SystemCalls.renameToFreeName(temporary, path)
      }
      do throws(SystemFault) {
        try SystemCalls.flush(FilePath.folder(of: path))
      } catch {
        try? SystemCalls.rename(path, to: temporary)
        throw error
      }
      return true
    } catch {
      discard(temporary)
      if error == .exists, !mayReplace { return false }
      throw .unwritable(path, error, at: location)
    }
  }

  /// Removes a temporary file or folder; what cannot be removed is recognized by its name later.
  public static func discard(_ temporary: String) {
    precondition(
      FilePath.name(of: temporary).hasPrefix(TemporaryName.prefix), "only what is temporary")
    removeQuietly(temporary)
  }

  /// The nine bits of read, write and execute, links followed; nil when it is out of reach.
  public static func permissions(of path: String) -> Int? {
    // As with the other questions: reading it says why.
    (try? SystemCalls.status(of: path))?.permissions
  }

  /// Whether this process may write to a file, or create files in a folder.
  public static func isWritable(_ path: String) -> Bool {
    // As above.
    (try? SystemCalls.checkWritable(path)) != nil
  }

  static let privateFileMode = 0o600
  static let privateFolderMode = 0o700
}
