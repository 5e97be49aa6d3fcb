import Diagnostics
import Files

/// The files that texts come from, read again to point at a single character.
enum SourceText {
  /// Larger feeds are not searched.
  private static let maximumBytes = 100_000_000

  /// Where `character` stands first in the text of `count` scalars that begins at `start`.
  ///
  /// - Returns: nil when it is not there as itself, for instance as a character reference, or when
  ///   the file cannot be read.
  package static func place(
    of character: Unicode.Scalar, count: Int, from start: SourceLocation
  ) -> SourceLocation? {
    // Only the place gets less exact when the file is gone.
    guard let bytes = try? FileSystem.read(start.file, limit: maximumBytes) else { return nil }
    var lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: max(0, start.line), omittingEmptySubsequences: false
    )
    guard start.line >= 1, start.line <= lines.count else { return nil }
    lines.removeFirst(start.line - 1)
    let rest = bytes[(lines.first?.startIndex ?? bytes.endIndex)...]
    // What is written around a value (quotes, markup, escapes) takes some room too.
    var room = count + count / 8 + 40
    let window = String(
      decoding: rest.prefix((room + min(start.column, bytes.count)) * 4), as: UTF8.self)
    var place = start
    place.column = 1
    for scalar in window.unicodeScalars {
      let isInside = place.line > start.line || place.column >= start.column
      if isInside {
        if scalar == character { return place }
        room -= 1
        if room < 0 { return nil }
      }
      if scalar == "\n" {
        place.line += 1
        place.column = 1
      } else {
        place.column += 1
      }
    }
    return nil
  }
}
