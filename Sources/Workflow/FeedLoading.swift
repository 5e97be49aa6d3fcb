public import Diagnostics
public import Feeds
import Files

extension Feed {
  /// A feed of fifty thousand products takes some 50 MB; ten times that still fits in memory.
  private static let fileLimit = 512 << 20

  /// Reads a feed from a file.
  ///
  /// - Parameter map: `field=Column`, as on the command line.
  public static func load(
    _ path: String, map: [String], currency: String, includesUnpublished: Bool
  ) throws(DiagnosticsError) -> Feed {
    var log = DiagnosticLog()
    var columns: [(field: String, column: String)] = []
    for entry in map {
      let parts = entry.split(separator: "=", maxSplits: 1)
      if parts.count == 2 {
        columns.append((String(parts[0]), String(parts[1])))
      } else {
        log.add(.notAMapping(entry))
      }
    }
    try log.throwIfErrors()
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileSystem.read(path, limit: fileLimit)
    } catch {
      throw DiagnosticsError(error)
    }
    return try Feed.read(
      bytes, file: path,
      options: FeedOptions(
        columnOfField: columns, defaultCurrency: currency.uppercased(),
        includesUnpublished: includesUnpublished))
  }
}

extension Diagnostic {
  fileprivate static func notAMapping(_ text: String) -> Diagnostic {
    .error("--map \"\(text)\" is not field=Column", hints: ["write, for example, --map title=Name"])
  }
}
