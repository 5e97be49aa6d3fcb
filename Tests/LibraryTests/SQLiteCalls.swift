import Foundation
import GRDBSQLite
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls of SQLite, which can be made to fail for what one thread does.
///
/// SQLite has a place for this: `xSetSystemCall` of its VFS (sqlite3_vfs in sqlite3.h, version 3).
enum SQLiteCalls {
  struct Fault {
    fileprivate enum Call { case open, read, write }

    fileprivate var call: Call
    fileprivate var code: CInt
    /// The end of the file's name; empty for all.
    fileprivate var name = ""
    fileprivate var skipped = 0
    fileprivate var times = Int.max

    static func opening(_ name: String, _ code: CInt, times: Int = .max) -> Self {
      Self(call: .open, code: code, name: "/" + name, times: times)
    }

    /// One read, after as many that go well.
    static func reading(_ code: CInt, after skipped: Int) -> Self {
      Self(call: .read, code: code, skipped: skipped, times: 1)
    }

    static func writing(_ code: CInt) -> Self { Self(call: .write, code: code) }

    /// Whether this call shall fail.
    fileprivate mutating func takes(_ call: Call, _ name: String) -> Bool {
      guard call == self.call, name.hasSuffix(self.name) else { return false }
      skipped -= 1
      guard skipped < 0, times > 0 else { return false }
      times -= 1
      return true
    }
  }

  @TaskLocal private static var fault: Box?

  private final class Box: Sendable {
    let fault: Mutex<Fault>
    init(_ fault: Fault) { self.fault = Mutex(fault) }
  }

  /// Does something while calls of SQLite made by this thread fail.
  static func failing<Value>(_ fault: Fault, _ work: () throws -> Value) rethrows -> Value {
    _ = replaced
    return try $fault.withValue(Box(fault), operation: work)
  }

  fileprivate static func fails(_ call: Fault.Call, _ name: String = "") -> Bool {
    guard let box = fault else { return false }
    return box.fault.withLock { fault in
      guard fault.takes(call, name) else { return false }
      errno = fault.code
      return true
    }
  }

  private typealias Open = @convention(c) (UnsafePointer<CChar>?, CInt, CInt) -> CInt
  private typealias Read = @convention(c) (CInt, UnsafeMutableRawPointer?, Int, off_t) -> Int
  private typealias Write = @convention(c) (CInt, UnsafeRawPointer?, Int, off_t) -> Int

  private static let open = unsafe original(["open"], as: Open.self)
  private static let read = unsafe original(["pread64", "pread"], as: Read.self)
  private static let write = unsafe original(["pwrite64", "pwrite"], as: Write.self)

  private static let replaced: Void = {
    // The old ones first: from then on every call asks for them.
    _ = unsafe (open, read, write)
    let failingOpen: Open = { path, flags, mode in
      let name = unsafe path.map { unsafe String(cString: $0) } ?? ""
      return unsafe SQLiteCalls.fails(.open, name) ? -1 : SQLiteCalls.open(path, flags, mode)
    }
    let failingRead: Read = { file, bytes, count, offset in
      unsafe SQLiteCalls.fails(.read) ? -1 : SQLiteCalls.read(file, bytes, count, offset)
    }
    let failingWrite: Write = { file, bytes, count, offset in
      unsafe SQLiteCalls.fails(.write) ? -1 : SQLiteCalls.write(file, bytes, count, offset)
    }
    unsafe replace(["open"], by: unsafeBitCast(failingOpen, to: sqlite3_syscall_ptr.self))
    unsafe replace(
      ["pread64", "pread"], by: unsafeBitCast(failingRead, to: sqlite3_syscall_ptr.self))
    unsafe replace(
      ["pwrite64", "pwrite"], by: unsafeBitCast(failingWrite, to: sqlite3_syscall_ptr.self))
  }()

  /// The first of `names` that this SQLite calls; it has them by the width of their offsets.
  private static func original<Call>(_ names: [String], as type: Call.Type) -> Call {
    guard let vfs = unsafe sqlite3_vfs_find(nil) else { preconditionFailure("no file system") }
    for name in names {
      if let call = unsafe vfs.pointee.xGetSystemCall(vfs, name) {
        return unsafe unsafeBitCast(call, to: type)
      }
    }
    preconditionFailure("SQLite calls none of \(names)")
  }

  private static func replace(_ names: [String], by call: sqlite3_syscall_ptr) {
    guard let vfs = unsafe sqlite3_vfs_find(nil) else { preconditionFailure("no file system") }
    for name in names where unsafe vfs.pointee.xGetSystemCall(vfs, name) != nil {
      _ = unsafe vfs.pointee.xSetSystemCall(vfs, name, call)
      return
    }
  }
}
