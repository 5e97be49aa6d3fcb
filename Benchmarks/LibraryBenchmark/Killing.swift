import Files
import Foundation
import Library
import Posts

/// Kills writing processes at random moments and looks at what is left.
enum Killing {
  static func run(points: Int) throws {
    let folder = try ScratchFolder()
    let library = LibraryFolder(path: folder.path + "/library")
    var acknowledged = 0
    var lost = 0
    var halfMade = 0
    var faults = 0
    for point in 0..<points {
      let lines = try killedWriter(
        library.path, name: "w\(point)", after: Double.random(in: 0...0.15))
      acknowledged += lines.count
      let store = try LibraryStore(library, for: .writing)
      _ = try library.prepare()
      for line in lines {
        let parts = line.split(separator: " ")
        let story = try store.read { try $0.story(of: Key(String(parts[1]))) }
        let isThere = parts[0] == "post" ? story != nil : story?.wasAuthorized == true
        if !isThere { lost += 1 }
      }
      let verification = try LibraryVerification(library)
      let known = try store.read { try $0.postKeys() }.filter { $0.hasPrefix("w\(point)-") }
      for key in known {
        let found = try verification.faults(of: Key(key))
        halfMade += found.isEmpty ? 0 : 1
      }
      if point % 50 == 49 || point == points - 1 {
        faults += try verification.databaseFaults().count
        print(
          "\(point + 1) kills: \(acknowledged) acknowledged, \(lost) lost, \(halfMade) half-made,",
          "\(faults) faults of the database")
      }
    }
    if lost + halfMade + faults > 0 { exit(1) }
  }

  /// What a writer said before it was killed; the line it may have been saying is not among it.
  private static func killedWriter(
    _ folder: String, name: String, after delay: Double
  ) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["write", folder, name]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    // The first kills fall into starting and creating, the others into writing.
    Thread.sleep(forTimeInterval: delay)
    kill(process.processIdentifier, SIGKILL)
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }

  /// Two processes write at once.
  static func pair(rows: Int) throws {
    let folder = try ScratchFolder()
    let library = folder.path + "/library"
    let start = ContinuousClock.now
    let processes = try ["a", "b"].map { name in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      process.arguments = ["write", library, name, "\(rows)"]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let store = try LibraryStore(LibraryFolder(path: library), for: .reading)
    let count = try store.read { try $0.postKeys() }.count
    let codes = try store.read {
      try $0.authorizations(AuthorizationFilter(), at: Writer.start).count
    }
    let failed = processes.count { $0.terminationStatus != 0 }
    print(
      "two processes, \(rows) posts and codes each: \(count) posts and \(codes) codes of",
      "\(2 * rows), \(failed) failed, \(Int(Double(4 * rows) / seconds)) transactions/s")
    if count != 2 * rows || codes != 2 * rows || failed > 0 { exit(1) }
  }
}
