import Foundation
import TestSupport
import Testing

/// Spark codes for tests that cannot be overlooked: every run of the program is searched for them.
enum Canary {
  /// What no output, error or file may hold, except where a code was asked for.
  private static let song = "Canary"

  /// A different code for each number, as TikTok writes them.
  static func code(_ number: Int) -> String { "#\(song)\(number)q8Zs+v0/Kd\(number)w==" }

  /// One code as people hand it on: torn from its signs, written for the web, in quotes.
  static let shapes = [
    code(1), "#\(song)1q8Zs+v0/Kd1w", "\(song)1q8Zs+v0/Kd1w==", "\(song)1q8Zs+v0/Kd1w",
    "%23\(song)1q8Zs%2Bv0%2FKd1w%3D%3D", "&#35;\(song)1q8Zs&#43;v0/Kd1w&#61;&#61;",
    "“\(code(1))”", "code=\(song)1q8ZsRv0Kd1wXt",
  ]

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
