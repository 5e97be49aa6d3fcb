#if canImport(Glibc)
  import CLinux
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls Flint needs, one function each; `errno` becomes a thrown `SystemFault`.
enum SystemCalls {
  enum Kind: Sendable { case file, folder, other }

  struct Status: Sendable {
    var kind: Kind
    /// Bytes; meaningful for `.file` only.
    var size: Int
    /// ns since 1970.
    var modified: Int
    /// The nine bits of read, write and execute.
    var permissions: Int
  }

  /// `stat`: follows symbolic links.
  static func status(of path: String) throws(SystemFault) -> Status {
    try checkZeroBytes(path)
    var result = stat()
    try unsafe check(stat(path, &result))
    return Status(result)
  }

  /// `lstat`: whether the name is a folder itself, not a link to one.
  static func isRealFolder(_ path: String) throws(SystemFault) -> Bool {
    try checkZeroBytes(path)
    var result = stat()
    try unsafe check(lstat(path, &result))
    return Status(result).kind == .folder
  }

  /// `lstat`: whether the name itself, not what a link leads to, belongs to this process's user.
  static func isOwn(_ path: String) throws(SystemFault) -> Bool {
    try checkZeroBytes(path)
    var result = stat()
    try unsafe check(lstat(path, &result))
    return result.st_uid == geteuid()
  }

  /// `realpath`: absolute, without links, `.` and `..`; everything on it exists.
  static func realPath(of path: String) throws(SystemFault) -> String {
    try checkZeroBytes(path)
    guard let resolved = unsafe realpath(path, nil) else { throw SystemFault(code: errno) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// `mkdir`, readable by whom the umask allows, at most.
  static func makeFolder(_ path: String, mode: Int = 0o777) throws(SystemFault) {
    try checkZeroBytes(path)
    try ask(.makeFolder(path))
    try unsafe check(mkdir(path, mode_t(truncatingIfNeeded: mode)))
  }

  /// `chmod`; unlike the modes that files are created with, the umask takes nothing from it.
  static func setPermissions(_ permissions: Int, of path: String) throws(SystemFault) {
    try checkZeroBytes(path)
    try unsafe check(chmod(path, mode_t(truncatingIfNeeded: permissions & 0o777)))
  }

  /// `access`: whether this process may write there, file system and rights together.
  static func checkWritable(_ path: String) throws(SystemFault) {
    try checkZeroBytes(path)
    try unsafe check(access(path, W_OK))
  }

  /// `rename`: replaces a file, or an empty folder by a folder.
  static func rename(_ old: String, to new: String) throws(SystemFault) {
    try checkZeroBytes(old)
    try checkZeroBytes(new)
    try ask(.rename(old, new))
    #if canImport(Glibc)
      try unsafe check(Glibc.rename(old, new))
    #else
      try unsafe check(Darwin.rename(old, new))
    #endif
  }

  /// `renameat2(RENAME_NOREPLACE)` or `renamex_np(RENAME_EXCL)`; where the file system cannot, `link`
  /// and `unlink` for a file, and an empty folder that holds the name for a folder.
  ///
  /// Throws `.exists` when `new` is there.
  static func renameToFreeName(_ old: String, _ new: String) throws(SystemFault) {
    try checkZeroBytes(old)
    try checkZeroBytes(new)
    do throws(SystemFault) {
      try ask(.renameToFreeName(old, new))
      #if canImport(Glibc)
        let noReplace: CUnsignedInt = 1  // RENAME_NOREPLACE of linux/fs.h
        try unsafe check(renameat2(AT_FDCWD, old, AT_FDCWD, new, noReplace))
      #else
        try unsafe check(renamex_np(old, new, UInt32(RENAME_EXCL)))
      #endif
    } catch {
      guard error == .unsupported else { throw error }
      guard try isRealFolder(old) else {
        try unsafe check(link(old, new))
        try unsafe check(unlink(old))
        return
      }
      try makeFolder(new)
      do throws(SystemFault) {
        try rename(old, to: new)
      } catch {
        // Only an empty folder goes this way.
        try? removeEmptyFolder(new)
        throw error
      }
    }
  }

  /// `renameat2(RENAME_EXCHANGE)` or `renamex_np(RENAME_SWAP)`: both names exist before and after.
  ///
  /// Throws `.unsupported` where the file system cannot.
  static func exchange(_ a: String, _ b: String) throws(SystemFault) {
    try checkZeroBytes(a)
    try checkZeroBytes(b)
    try ask(.exchange(a, b))
    #if canImport(Glibc)
      let exchange: CUnsignedInt = 1 << 1  // RENAME_EXCHANGE of linux/fs.h
      try unsafe check(renameat2(AT_FDCWD, a, AT_FDCWD, b, exchange))
    #else
      try unsafe check(renamex_np(a, b, UInt32(RENAME_SWAP)))
    #endif
  }

  /// `unlink`.
  static func removeFile(_ path: String) throws(SystemFault) {
    try checkZeroBytes(path)
    try ask(.remove(path))
    try unsafe check(unlink(path))
  }

  /// `rmdir`.
  static func removeEmptyFolder(_ path: String) throws(SystemFault) {
    try checkZeroBytes(path)
    try ask(.remove(path))
    try unsafe check(rmdir(path))
  }

  /// `fsync` of a file, or of the names in a folder.
  static func flush(_ path: String) throws(SystemFault) {
    try ask(.flush(path))
    try FileDescriptor(opening: path, for: .reading).flush()
  }

  /// `readdir`: all names but `.` and `..`, in no order.
  ///
  /// - Parameter prefix: only those that begin so; in a folder of many thousands the others cost
  ///   next to nothing.
  static func names(in folder: String, from prefix: String = "") throws(SystemFault) -> [String] {
    try checkZeroBytes(folder)
    guard let stream = unsafe opendir(folder) else { throw SystemFault(code: errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe strncmp($0, prefix, prefix.utf8.count) == 0 ? String(cString: $0) : "."
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static var processID: Int32 { getpid() }

  /// `kill(pid, 0)`; a process of another user counts as running.
  static func isRunning(processID: Int32) -> Bool {
    kill(processID, 0) == 0 || errno != ESRCH
  }

  static func checkZeroBytes(_ path: String) throws(SystemFault) {
    if path.utf8.contains(0) { throw .zeroByte }
  }

  static func check(_ result: CInt) throws(SystemFault) {
    if result != 0 { throw SystemFault(code: errno) }
  }
}

extension SystemCalls.Status {
  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    size = Int(raw.st_size)
    permissions = Int(raw.st_mode & 0o777)
    #if canImport(Glibc)
      let time = raw.st_mtim
    #else
      let time = raw.st_mtimespec
    #endif
    // Wraps after the year 2262; only changes count.
    modified = time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}
