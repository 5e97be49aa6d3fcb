import Foundation
import Library
import Posts

/// Measures the library, and kills its writers.
///
///     library-benchmark            times over 10,000 posts, then 500 kill points
///     library-benchmark figures    the times only
///     library-benchmark codes      how long codes are looked for in a text, of the times
///     library-benchmark kill 20    so many kill points only
///     library-benchmark pair 1000  two processes that write so many rows each
///
/// `write FOLDER NAME` is what the killed processes run: it writes for ever and says on the output
/// what is on the disk.
@main
struct LibraryBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case nil:
      try Figures.measure()
      try CodeFigures.measure()
      try Killing.run(points: 500)
      try Killing.pair(rows: 1_000)
    case "figures":
      try Figures.measure()
      try CodeFigures.measure()
    case "codes": try CodeFigures.measure()
    case "kill": try Killing.run(points: Int(arguments.dropFirst().first ?? "") ?? 500)
    case "pair": try Killing.pair(rows: Int(arguments.dropFirst().first ?? "") ?? 1_000)
    case "write" where arguments.count >= 3:
      try Writer.write(
        to: arguments[1], as: arguments[2], rows: arguments.count > 3 ? Int(arguments[3]) : nil)
    default:
      print("usage: library-benchmark [figures | codes | kill POINTS | pair ROWS]")
      exit(64)
    }
  }
}

/// A folder that goes with the value.
final class ScratchFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("flint-library-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
