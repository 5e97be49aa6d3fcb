import Foundation

/// What the two output streams can do.
enum Terminal {
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1

  /// Colors only on a terminal, without `NO_COLOR` (no-color.org) and not on a dumb one.
  static let errorHasColor = errorIsTerminal && allowsColor

  static let outputHasColor = outputIsTerminal && allowsColor

  private static let allowsColor: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }()

  /// Columns of the error stream's terminal; 80 when it is none or does not say.
  static var errorWidth: Int {
    var size = winsize()
    let status = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size)
    return status == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// Columns of the output stream's terminal; 100 when it is none or does not say.
  static var outputWidth: Int {
    var size = winsize()
    let status = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return status == 0 && size.ws_col > 20 ? Int(size.ws_col) : 100
  }

  /// Opens what the caller closed (`>&-`), so that no slide's file takes a stream's number.
  static func openStandardStreams() {
    var number: Int32 = 0
    while (0...STDERR_FILENO).contains(number) {
      number = unsafe open("/dev/null", O_RDWR)
    }
    if number > STDERR_FILENO { close(number) }
  }

  /// What cannot be said is not said; the work goes on.
  static func writeError(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  /// Ends the program when the output cannot be written, for whoever reads it lacks a part.
  static func writeOutput(_ text: String) {
    guard let code = write(text, to: STDOUT_FILENO) else { return }
    let reason = unsafe String(cString: strerror(code))
    writeError("error: cannot write the output: \(reason.lowercased())\n")
    exit(1)
  }

  /// - Returns: the system's error code, or nil when all was written.
  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = ArraySlice(text.utf8)
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR && errno != EAGAIN {
        return errno
      }
    }
    return nil
  }
}
