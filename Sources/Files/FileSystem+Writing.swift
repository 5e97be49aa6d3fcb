public import Diagnostics

extension FileSystem {
  /// Writes a file so that nobody ever sees a part of it, nor loses the old one to a crash.
  ///
  /// Written under a temporary name in the same folder, flushed, renamed, the folder flushed. A link
  /// at `path` is replaced, not followed.
  public static func write(
    _ bytes: [UInt8], to path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    var temporary = ""
    do throws(SystemFault) {
      if folderExists(path) { throw .isAFolder }
      temporary = try TemporaryName.first(in: FilePath.folder(of: path)) {
        name throws(SystemFault) in
        try create(name, bytes, waits: true)
      }
    } catch {
      throw .unwritable(path, error, at: location)
    }
    var change = FileChange(finished: temporary, for: path, at: location)
    try change.make()
    change.finish()
  }

  /// Removes a file, or a link to one.
  public static func remove(
    _ path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    do {
      try SystemCalls.removeFile(path)
    } catch {
      throw .unwritable(path, error, at: location)
    }
  }

  /// Creates a folder and those above it that are missing; it may exist already.
  public static func createFolder(
    _ path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    do {
      try makeFolders(path)
    } catch {
      throw .unwritable(path, error, at: location)
    }
  }

  /// Finds out before long work whether files can be created in a folder.
  public static func checkWritable(
    _ folder: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    do throws(SystemFault) {
      let probe = try TemporaryName.first(in: folder) { name throws(SystemFault) in
        try create(name, [], waits: false, isPrivate: true)
      }
      removeQuietly(probe)
    } catch {
      throw .unwritable(folder, error, at: location)
    }
  }

  /// One file of a folder that is written as a whole.
  public struct FolderEntry: Hashable, Sendable {
    /// Without slashes.
    public var name: String
    /// All that the file shall hold.
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Makes `path` a folder of exactly these files, all at once; folders above it are created.
  ///
  /// The files are written into a temporary folder beside it and flushed; then the two are swapped.
  /// A reader sees the old folder or the new one, whole. (Where the file system cannot swap, there is
  /// a moment without either.) What was in the old folder is gone afterwards.
  /// - Parameter isPrivate: readable by its owner alone, whatever the umask.
  public static func replaceFolder(
    _ path: String, with files: [FolderEntry], isPrivate: Bool = false,
    at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    try stageFolder(for: path, files: files, isPrivate: isPrivate, at: location).swapIn()
  }

  /// A whole folder on the disk, under a temporary name beside the place it is meant for.
  ///
  /// It ends with `swapIn` or `discard`; what a crash leaves is found by `removeLeftovers`.
  struct StagedFolder: Sendable {
    let temporary: String
    let path: String
    let location: SourceLocation?

    /// Puts it in its place; quick, for everything is on the disk already.
    ///
    /// What stops or fails it leaves the old folder or the new one in its place, whole.
    func swapIn() throws(Diagnostic) {
      try FileSystem.swapIn(temporary, at: path, location)
    }

    /// Removes the temporary folder; the place it was meant for stays as it is.
    func discard() { removeQuietly(temporary) }
  }

  /// Writes a folder's files beside the place it is meant for, and waits until they are on the disk.
  ///
  /// - Parameters:
  ///   - isPrivate: as above.
  ///   - suffix: of the temporary name.
  static func stageFolder(
    for path: String, files: [FolderEntry], isPrivate: Bool = false, suffix: String = "",
    at location: SourceLocation? = nil
  ) throws(Diagnostic) -> StagedFolder {
    var seen: Set<[UInt8]> = []
    for file in files {
      guard FilePath.isPlainName(file.name) else { throw .notAName(file.name, at: location) }
      guard seen.insert(Array(file.name.utf8)).inserted else {
        throw .repeatedName(file.name, in: path, at: location)
      }
    }
    do throws(SystemFault) {
      let parent = FilePath.folder(of: path)
      try makeFolders(parent)
      if fileExists(path) { throw .exists }
      let temporary = try TemporaryName.first(in: parent, suffix: suffix) {
        name throws(SystemFault) in
        try SystemCalls.makeFolder(name, mode: isPrivate ? privateFolderMode : 0o777)
      }
      do throws(SystemFault) {
        if isPrivate { try SystemCalls.setPermissions(privateFolderMode, of: temporary) }
        let paths = files.map { FilePath.join(temporary, $0.name) }
        // The disk writes one while the next is made, and the wait for all comes at the end.
        for (path, file) in zip(paths, files) {
          try create(path, file.bytes, waits: false, isPrivate: isPrivate)
        }
        for path in paths { try SystemCalls.flush(path) }
        try SystemCalls.flush(temporary)
      } catch {
        removeQuietly(temporary)
        throw error
      }
      return StagedFolder(temporary: temporary, path: path, location: location)
    } catch {
      throw .unwritable(path, error, at: location)
    }
  }

  /// Writes files into a folder that exists, beside whatever else is there.
  ///
  /// All are written under temporary names and flushed first; then each is put in its place, in their
  /// order. What stood under their names is gone afterwards, or back when one of them cannot be put.
  public static func replaceFiles(
    in folder: String, with files: [FolderEntry], at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    for file in files where !FilePath.isPlainName(file.name) {
      throw .notAName(file.name, at: location)
    }
    var changes: [FileChange] = []
    var path = folder
    do throws(SystemFault) {
      for file in files {
        path = FilePath.join(folder, file.name)
        if folderExists(path) { throw .isAFolder }
        let temporary = try TemporaryName.first(in: folder) { name throws(SystemFault) in
          try create(name, file.bytes, waits: false)
        }
        changes.append(FileChange(finished: temporary, for: path, at: location))
      }
      for change in changes { try SystemCalls.flush(change.temporary) }
    } catch {
      for index in changes.indices { _ = changes[index].undo() }
      throw .unwritable(path, error, at: location)
    }
    do throws(Diagnostic) {
      for index in changes.indices { try changes[index].make() }
    } catch {
      var problem = error
      for index in changes.indices.reversed() {
        guard let kept = changes[index].undo() else { continue }
        problem.hints.append("what was at \"\(changes[index].path)\" is in \"\(kept)\"")
      }
      throw problem
    }
    for index in changes.indices { changes[index].finish() }
  }

  /// - Parameter waits: until the bytes are on the disk.
  private static func create(
    _ path: String, _ bytes: [UInt8], waits: Bool, isPrivate: Bool = false
  ) throws(SystemFault) {
    let file = try FileDescriptor(
      opening: path, for: isPrivate ? .creatingPrivately : .creating)
    do throws(SystemFault) {
      if isPrivate { try SystemCalls.setPermissions(privateFileMode, of: path) }
      try file.write(bytes)
      if waits { try file.flush() } else { file.beginFlushing() }
    } catch {
      removeQuietly(path)
      throw error
    }
  }

  private static func makeFolders(_ path: String) throws(SystemFault) {
    do {
      try SystemCalls.makeFolder(path)
      try flushName(of: path)
    } catch {
      switch error {
      case .missing where !path.isEmpty && FilePath.folder(of: path) != path:
        try makeFolders(FilePath.folder(of: path))
        // Once: where nothing can be created, as in /proc, it is missing however often one tries.
        do {
          try SystemCalls.makeFolder(path)
          try flushName(of: path)
        } catch {
          if error != .exists || !folderExists(path) { throw error }
        }
      case .exists, .readOnly, .notPermitted, .isAFolder:
        // A folder that is there is all we want, wherever it is.
        if folderExists(path) { return }
        throw error == .exists ? .notAFolder : error
      default: throw error
      }
    }
  }

  /// Removes a temporary file or folder; what is left is recognized by its name later.
  static func removeQuietly(_ path: String) {
    guard (try? SystemCalls.isRealFolder(path)) == true else {
      try? SystemCalls.removeFile(path)
      return
    }
    for name in (try? SystemCalls.names(in: path)) ?? [] {
      removeQuietly(FilePath.join(path, name))
    }
    try? SystemCalls.removeEmptyFolder(path)
  }
}
