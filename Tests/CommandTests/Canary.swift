import Foundation
import TestSupport
import Testing

/// Spark codes for tests that cannot be overlooked: every run of the program is searched for them.
enum Canary {
  /// What no output, error or file may hold, except where a code was asked for.
  private static let song = "Canary"

  /// A different code for each number, as TikTok writes them.
  static func code(_ number: Int) -> String { "#\(song)\(number)q8Zs+v0/Kd\(number)w==" }

  /// Fails the test when a run shows a code that it was not asked for.
  static func listen(to result: FlintProcess.Result, of arguments: [String]) {
    guard !arguments.contains("reveal"), !arguments.contains("--with-code") else { return }
    let hasSung = result.output.contains(song) || result.errors.contains(song)
    #expect(!hasSung, "\(arguments.first ?? "flint") shows a code that nobody asked for")
  }

  /// The files below a folder, by their paths in it, that hold a code as plain bytes.
  static func files(in folder: TemporaryFolder) throws -> Set<String> {
    let notes = Data(song.utf8)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Set(
      try names.filter { name in
        guard !name.contains(song) else { return true }
        let url = URL(fileURLWithPath: folder[name])
        guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
          return false
        }
        return try Data(contentsOf: url).range(of: notes) != nil
      })
  }
}
