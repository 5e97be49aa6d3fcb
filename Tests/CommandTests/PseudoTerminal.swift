import Foundation
import TestSupport
import Testing

/// A terminal that a test sits at: the program has one end, the test types and reads at the other.
///
/// Nothing waits for time: what is asked for is waited for, and the end is the program's. Only a
/// program that says nothing for a minute is taken for stuck, and loses its terminal.
final class PseudoTerminal {
  /// The test's end.
  private var near: Int32
  /// The program's, until it has it.
  private var far: Int32
  /// Read so far.
  private var screen: [UInt8] = []

  /// - Parameter columns: 0 for a terminal that does not know, as over some serial lines.
  init(columns: UInt16) throws {
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var ends: (near: Int32, far: Int32) = (-1, -1)
    try #require(unsafe openpty(&ends.near, &ends.far, nil, nil, &size) == 0)
    (near, far) = ends
    // Programs that other tests start shall not have it too.
    for end in [near, far] { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
  }

  deinit {
    if near >= 0 { close(near) }
    if far >= 0 { close(far) }
  }

  /// Starts the program with its three streams at the terminal.
  ///
  /// - Parameter errors: where its errors go instead.
  func start(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    errors: FileHandle? = nil
  ) throws -> Process {
    let terminal = FileHandle(fileDescriptor: far, closeOnDealloc: false)
    let process = Process()
    process.executableURL = FlintProcess.program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let terminalOnly = ["TERM": "xterm", "FLINT_NOW": "2026-03-01T12:00:00Z", "TZ": "UTC"]
    process.environment = FlintProcess.environment.merging(terminalOnly) { $1 }
      .merging(environment) { $1 }
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = errors ?? terminal
    try process.run()
    // Else the end of the program would not be the end of the terminal.
    close(far)
    far = -1
    return process
  }

  /// Runs a command to its end; gives its exit code and what stood on the screen.
  func run(
    _ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> (code: Int32, screen: String) {
    let process = try start(arguments, in: folder, environment: environment)
    let screen = readToEnd()
    process.waitUntilExit()
    return (process.terminationStatus, screen)
  }

  func type(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(near, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the screen has a text; false when the program ended without it.
  func read(until text: String) -> Bool {
    while Data(screen).range(of: Data(text.utf8)) == nil {
      guard readMore() else { return false }
    }
    return true
  }

  /// All that was written; line ends as programs write them.
  func readToEnd() -> String {
    while readMore() {}
    return String(decoding: screen, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }

  /// Whether it shows what is typed.
  var isEchoing: Bool {
    var state = termios()
    return unsafe tcgetattr(near, &state) == 0 && state.c_lflag & tcflag_t(ECHO) != 0
  }

  /// - Returns: false at the end, which Linux calls an input error.
  private func readMore() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    while near >= 0 {
      var waiting = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
      if unsafe poll(&waiting, 1, 60_000) == 0 {
        Issue.record("the program is stuck: \(String(decoding: screen, as: UTF8.self))")
        close(near)
        near = -1
        return false
      }
      let count = unsafe Foundation.read(near, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      screen += bytes[..<count]
      return true
    }
    return false
  }
}
