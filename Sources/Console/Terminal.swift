import Foundation
import Synchronization

/// What the two output streams can do.
package enum Terminal {
  package static let errorIsTerminal = isatty(STDERR_FILENO) == 1
  package static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  package static let inputIsTerminal = isatty(STDIN_FILENO) == 1

  /// Colors only on a terminal, without `NO_COLOR` (no-color.org) and not on a dumb one.
  package static let errorHasColor = errorIsTerminal && allowsColor

  package static let outputHasColor = outputIsTerminal && allowsColor

  private static let allowsColor =
    (ProcessEnvironment.current["NO_COLOR"] ?? "").isEmpty && isCapable

  /// Whether a terminal understands more than letters.
  private static let isCapable = ProcessEnvironment.current["TERM"] != "dumb"

  /// Columns of the error stream's terminal; 80 when it is none or does not say.
  static var errorWidth: Int {
    var size = winsize()
    let status = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size)
    return status == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// Columns of the output stream's terminal; 100 when it is none or does not say.
  package static var outputWidth: Int {
    var size = winsize()
    let status = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return status == 0 && size.ws_col > 20 ? Int(size.ws_col) : 100
  }

  /// The caller closed the output stream before the program began.
  private static let outputIsClosed = Atomic<Bool>(false)

  /// Opens what the caller closed (`>&-`), so that no slide's file takes a stream's number.
  package static func openStandardStreams() {
    var number: Int32 = 0
    while (0...STDERR_FILENO).contains(number) {
      number = unsafe open("/dev/null", O_RDWR)
      if number == STDOUT_FILENO { outputIsClosed.store(true, ordering: .relaxed) }
    }
    if number > STDERR_FILENO { close(number) }
  }

  /// What somebody types or pastes at the terminal without its being shown; nil when they gave up
  /// (Ctrl-C, Ctrl-D).
  ///
  /// Enter ends it, but not the line ends of a pasted text: terminals mark what is pasted, and where
  /// they do not, what comes in the same moment belongs together. What follows would otherwise be
  /// read by the shell, shown, and kept in its history.
  /// - Parameter prompt: written when nothing is shown any more.
  package static func readSecret(_ prompt: String) -> String? {
    var saved = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &saved) == 0 else { return nil }
    var quiet = saved
    // Key by key: Ctrl-C has to come to us, or the terminal would stay quiet.
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0 else { return nil }
    writePrompt((isCapable ? "\u{1b}[?2004h" : "") + prompt)
    defer {
      writePrompt((isCapable ? "\u{1b}[?2004l" : "") + "\n")
      unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved)
    }
    var typing = SecretTyping()
    while true {
      var byte: UInt8 = 0
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      switch typing.take(byte) {
      case .more: continue
      case .lineEnd where isMoreWaiting(milliseconds: 50): continue
      case .lineEnd, .done: return typing.text
      case .gaveUp: return nil
      }
    }
  }

  private static func isMoreWaiting(milliseconds: Int32) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&input, 1, milliseconds) > 0
  }

  /// Asks at the terminal that is the standard input, wherever the error stream goes.
  package static func writePrompt(_ text: String) {
    // By its name: the input may be open for reading only.
    guard let name = unsafe ttyname(STDIN_FILENO) else { return writeError(text) }
    let terminal = unsafe open(name, O_WRONLY | O_NOCTTY)
    guard terminal >= 0 else { return writeError(text) }
    write(text, to: terminal)
    close(terminal)
  }

  /// What cannot be said is not said; the work goes on.
  package static func writeError(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  /// Says why the output cannot be written, in the system's words.
  private static let lostOutput = Mutex<@Sendable (String) -> Void>({ reason in
    writeError("error: cannot write the output: \(reason)\n")
  })

  /// Sets what is said before the program ends because its output cannot be written.
  ///
  /// - Parameter say: is given the system's reason, lower case.
  package static func onLostOutput(_ say: @escaping @Sendable (_ reason: String) -> Void) {
    lostOutput.withLock { $0 = say }
  }

  /// Ends the program when the output cannot be written, for whoever reads it lacks a part.
  package static func writeOutput(_ text: String) {
    let isClosed = outputIsClosed.load(ordering: .relaxed)
    guard let code = isClosed ? EBADF : write(text, to: STDOUT_FILENO) else { return }
    let reason = unsafe String(cString: strerror(code)).lowercased()
    lostOutput.withLock { $0 }(reason)
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
