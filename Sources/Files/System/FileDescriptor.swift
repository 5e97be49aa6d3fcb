#if canImport(Glibc)
  import CLinux
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file or folder; closed when the value goes.
struct FileDescriptor: ~Copyable {
  private let number: CInt

  enum Purpose {
    case reading
    /// The file must not exist yet.
    case creating
    /// As above; only its owner may read it.
    case creatingPrivately
    /// The file exists and is written from its start.
    case changing
  }

  /// `open`; follows links, and is not inherited by other programs.
  init(opening path: String, for purpose: Purpose) throws(SystemFault) {
    try self.init(number: Self.opened(path, for: purpose))
  }

  private init(number: CInt) { self.number = number }

  deinit { close(number) }

  private static func opened(_ path: String, for purpose: Purpose) throws(SystemFault) -> CInt {
    try SystemCalls.checkZeroBytes(path)
    let number =
      switch purpose {
      case .reading: unsafe open(path, O_RDONLY | O_CLOEXEC)
      case .creating: unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      case .creatingPrivately: unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      case .changing: unsafe open(path, O_WRONLY | O_CLOEXEC)
      }
    if number < 0 { throw SystemFault(code: errno) }
    return number
  }

  /// `fstat`.
  func status() throws(SystemFault) -> SystemCalls.Status {
    var result = stat()
    try unsafe SystemCalls.check(fstat(number, &result))
    return SystemCalls.Status(result)
  }

  /// `read` until the end or until `limit` bytes are there.
  ///
  /// - Parameter expected: the likely size; only a reservation.
  func read(upTo limit: Int, expected: Int) throws(SystemFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var fault: SystemFault?
    // One byte more than expected, so that the end is seen without a second buffer.
    var capacity = min(limit, max(expected, 0) + 1)
    while bytes.count < limit, fault == nil {
      let old = bytes.count
      let wanted = max(1, min(capacity, limit - old))
      let more = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        while count < buffer.count {
          let result = Self.retrying {
            #if canImport(Glibc)
              unsafe Glibc.read(number, buffer.baseAddress! + count, buffer.count - count)
            #else
              unsafe Darwin.read(number, buffer.baseAddress! + count, buffer.count - count)
            #endif
          }
          if result < 0 { fault = SystemFault(code: errno) }
          if result <= 0 { return }
          count += result
        }
      }
      let ended = more.count < wanted
      if old == 0 { bytes = more } else { bytes += more }
      if ended { break }
      capacity = 1 << 16
    }
    if let fault { throw fault }
    return bytes
  }

  /// `write`, all of it.
  func write(_ bytes: [UInt8]) throws(SystemFault) {
    var fault: SystemFault?
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let result = Self.retrying {
          #if canImport(Glibc)
            unsafe Glibc.write(number, buffer.baseAddress! + done, buffer.count - done)
          #else
            unsafe Darwin.write(number, buffer.baseAddress! + done, buffer.count - done)
          #endif
        }
        if result < 0 {
          fault = SystemFault(code: errno)
          return
        }
        done += result
      }
    }
    if let fault { throw fault }
  }

  /// `sync_file_range(SYNC_FILE_RANGE_WRITE)`: lets the disk begin, so that `flush` waits less.
  ///
  /// Only a hint, hence without errors, and nothing on other systems than Linux.
  func beginFlushing() {
    #if canImport(Glibc)
      _ = sync_file_range(number, 0, 0, 2)
    #endif
  }

  /// `fsync`. Some file systems know none for folders; then there is nothing to wait for.
  func flush() throws(SystemFault) {
    if fsync(number) != 0 {
      let fault = SystemFault(code: errno)
      if fault != .unsupported { throw fault }
    }
  }

  /// Repeats a call that a signal interrupted.
  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
