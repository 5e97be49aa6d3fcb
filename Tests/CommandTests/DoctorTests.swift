import Foundation
import TestSupport
import Testing

@Suite struct DoctorTests {
  /// What was stopped may hold codes, so nobody shall have to know of hidden files.
  @Test func leftoversOfStoppedRunsAreNamed() throws {
    let folder = try TemporaryFolder()
    let dead = ".flint-tmp-2147483646-0"
    let stopped = ["far/\(dead)", "far/lib/\(dead)", "far/lib/posts/\(dead)", dead]
    for name in stopped { try folder.write("half", to: "\(name)/a") }
    // Of a run that goes on.
    let alive = ".flint-tmp-\(ProcessInfo.processInfo.processIdentifier)-0"
    try folder.write("half", to: alive)
    let arguments = ["doctor", "--library", "far/lib"]
    let result = try FlintProcess.run(arguments, in: folder)
    for name in stopped {
      #expect(result.output.contains("\n  \(folder[name])\n"), "\(name)")
    }
    #expect(!result.output.contains(alive))
    let json = try FlintProcess.run(arguments + ["--json"], in: folder)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((document["leftovers"] as? [String]) == stopped.map { folder[$0] })
    // It only looks.
    #expect(folder.names(in: "far/lib") == [dead, "posts"])
  }

  @Test func whereNothingIsLeftNothingIsSaid() throws {
    let folder = try TemporaryFolder()
    #expect(try !FlintProcess.run("doctor", in: folder).output.contains("leftovers"))
  }
}
