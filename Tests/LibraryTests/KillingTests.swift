import Foundation
import TestSupport
import Testing

/// Runs the benchmark's kill points in small: `library-benchmark` runs more of them.
@Suite struct KillingTests {
  @Test func aKilledWriterLosesNothingItAcknowledged() throws {
    let (code, output) = try run("kill", "20")
    #expect(code == 0, "\(output)")
    #expect(output.contains("20 kills"))
    #expect(output.contains(" 0 lost, 0 half-made, 0 faults"))
  }

  @Test func twoProcessesWriteAtOnce() throws {
    let (code, output) = try run("pair", "25")
    #expect(code == 0, "\(output)")
    #expect(output.contains("50 posts and 50 codes of 50, 0 failed"))
  }

  private func run(_ arguments: String...) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = try Self.program()
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// The program beside the test bundle.
  private static func program() throws -> URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("library-benchmark")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/debug/library-benchmark")
  }
}
