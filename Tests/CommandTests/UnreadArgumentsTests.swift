import Foundation
import TestSupport
import Testing

/// A process that does not see `/proc`.
private enum HiddenProc {
  /// `-r` where we are nobody special; nil where neither is allowed.
  static let unshare = ["unshare -m", "unshare -rm"].first { unshare in
    // A system that lets nobody do this refuses, or lacks the program.
    (try? run("true", unshare, in: TemporaryFolder()).code) == 0
  }

  static func run(
    _ script: String, _ unshare: String, in folder: TemporaryFolder
  ) throws -> FlintProcess.Result {
    try FlintProcess.shell(
      "\(unshare) sh -c 'mount -t tmpfs none /proc && \(script)'", in: folder)
  }
}

/// Swift's runtime reads the arguments from `/proc`; without it, a command must not look done.
@Suite struct UnreadArgumentsTests {
  @Test(
    .enabled(if: HiddenProc.unshare != nil, "this system lets nobody hide /proc"),
    arguments: ["post list", "batch feed.csv --template quote", "--version", ""])
  func nothingIsDoneWithoutThem(arguments: String) throws {
    let folder = try TemporaryFolder()
    let result = try HiddenProc.run("flint \(arguments)", #require(HiddenProc.unshare), in: folder)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        error: cannot read the command's arguments: there is no file "/proc/self/cmdline"
          hint: nothing was done; the system gives them in /proc, which must be mounted and readable

        """)
    #expect(folder.names().isEmpty)
  }

  @Test func argumentsThatAreEmptyOrNoTextAreRead() throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.shell("flint explain \"$(printf '\\377')\" ''", in: folder)
    #expect(!result.errors.contains("cannot read the command's arguments"))
  }
}
