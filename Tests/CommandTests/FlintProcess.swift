import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it: from a folder of its own, without a terminal.
struct FlintProcess {
  struct Result {
    var code: Int32
    var output: String
    var errors: String
    /// Whether a signal ended it, as a crash does.
    var wasKilled: Bool
  }

  static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the tests' own program, where the package manager builds both.
  static var program: URL {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("flint")
      var isFolder: ObjCBool = false
      let isThere = unsafe FileManager.default.fileExists(
        atPath: candidate.path, isDirectory: &isFolder)
      if isThere, !isFolder.boolValue { return candidate }
      folder.deleteLastPathComponent()
    }
    return packageRoot.appendingPathComponent(".build/debug/flint")
  }

  /// What every run is given besides its own.
  ///
  /// A program built for coverage writes its counts into the folder it stands in, unless it is told
  /// where; tests count what lies there.
  static let environment = [
    "FLINT_HOME": packageRoot.path, "PATH": "/usr/bin:/bin",
    "LLVM_PROFILE_FILE": ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"] ?? "/dev/null",
  ]

  static func start(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    program: URL = program, input: FileHandle = .nullDevice, output: URL, errors: URL
  ) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = Self.environment.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return process
  }

  /// Runs a script of the folder by the system's shell, with the program on its path.
  static func shell(_ script: String, in folder: TemporaryFolder) throws -> Result {
    try run(
      [script], in: folder,
      environment: ["PATH": "\(program.deletingLastPathComponent().path):/usr/bin:/bin"],
      program: URL(fileURLWithPath: "/bin/sh"))
  }

  /// Output goes through files: a pipe nobody empties would stop the program.
  ///
  /// Whatever it prints is searched for Spark codes, and held to JSON where that is asked for.
  /// - Parameter input: for standard input; without it there is none.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    program: URL = program, input: String? = nil
  ) throws -> Result {
    let streams = try TemporaryFolder()
    try streams.write(input ?? "", to: "input")
    try streams.write("", to: "output")
    try streams.write("", to: "errors")
    let process = try start(
      arguments, in: folder, environment: environment, program: program,
      input: input == nil
        ? .nullDevice : try FileHandle(forReadingFrom: URL(fileURLWithPath: streams["input"])),
      output: URL(fileURLWithPath: streams["output"]),
      errors: URL(fileURLWithPath: streams["errors"]))
    process.waitUntilExit()
    let result = Result(
      code: process.terminationStatus, output: try streams.text(of: "output"),
      errors: try streams.text(of: "errors"),
      wasKilled: process.terminationReason == .uncaughtSignal)
    Canary.listen(to: result, of: arguments)
    try expectDocument(result, of: arguments)
    return result
  }

  /// With `--json` nothing but one document is on the error stream.
  private static func expectDocument(_ result: Result, of arguments: [String]) throws {
    guard arguments.prefix(while: { $0 != "--" }).contains("--json"), !result.errors.isEmpty else {
      return
    }
    let document = try? ErrorJSONTests.document(result.errors)
    #expect(document?.keys.sorted() == ["errors", "notes", "warnings"], "\(result.errors)")
  }

  static func run(
    _ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Result {
    try run(arguments, in: folder, environment: environment, input: input)
  }
}
