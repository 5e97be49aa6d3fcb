import Foundation
import TestSupport
import Testing

@Suite struct WatchTests {
  @Test func savingDrawsTheChangedSlidesAgain() async throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write("", to: "out.txt")
    try folder.write("", to: "errors.txt")
    let process = try FlintProcess.start(
      ["render", "./card", "--sample", "--watch", "-o", "slides"], in: folder,
      output: URL(fileURLWithPath: folder["out.txt"]),
      errors: URL(fileURLWithPath: folder["errors.txt"]))
    defer { process.terminate() }
    try await expect("slides  2 slides", in: "out.txt", of: folder)
    try folder.write(
      "h1 { font: 700 30px Inter; margin: 0 }\n", to: "card/style.css")
    try await expect("style.css: 02-words.png", in: "out.txt", of: folder)
    try folder.write("h1 { color: nonsense }\n", to: "card/style.css")
    try await expect("style.css: not drawn", in: "out.txt", of: folder)
    try await expect("nonsense", in: "errors.txt", of: folder)
    try folder.write("h1 { font: 700 30px Inter; margin: 0 } \n", to: "card/style.css")
    try await expect("no slide looks different", in: "out.txt", of: folder)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Waits until a file holds a text; a fixed time would be too long or too short.
  private func expect(_ text: String, in file: String, of folder: TemporaryFolder) async throws {
    for _ in 0..<400 {
      if try String(contentsOfFile: folder[file], encoding: .utf8).contains(text) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("\(file) never held \"\(text)\"")
  }
}
