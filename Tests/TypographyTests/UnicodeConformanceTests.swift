import Files
import Testing

@testable import Typography

/// Unicode's own tests, from Debian's package unicode-data.
@Suite struct UnicodeConformanceTests {
  static let folder = "/usr/share/unicode/"
  static let lineBreakFile = folder + "auxiliary/LineBreakTest.txt"
  static let bidiFile = folder + "BidiCharacterTest.txt"

  @Test(.enabled(if: FileSystem.fileExists(lineBreakFile)))
  func linesBreakWhereUnicodeSaysSo() throws {
    var count = 0
    var failures: [String] = []
    for line in try lines(of: Self.lineBreakFile) {
      var units: [UInt16] = []
      var expected: [Int] = []
      for word in words(line) {
        switch word {
        case "÷": expected.append(units.count)
        case "×": break
        // One of the samples is half a pair.
        case "D800": units.append(0xD800)
        default: units += try scalars(word).flatMap { Array(String($0).utf16) }
        }
      }
      count += 1
      let marks = TextBreak.lineBreaks(in: units, language: "", strictness: nil)
      let found = marks.indices.filter { marks[$0] }
      if found != expected.filter({ $0 > 0 }) { failures.append(String(line)) }
    }
    print("LineBreakTest: \(count - failures.count) of \(count)")
    #expect(count > 7_000)

    let unexplained = failures.filter { !Self.isTailoredByICU($0) }
    #expect(unexplained == [])
    #expect(failures.count <= 22)
  }

  @Test(.enabled(if: FileSystem.fileExists(bidiFile)))
  func textIsOrderedAsUnicodeSays() throws {
    var count = 0
    var failures: [String] = []
    for line in try lines(of: Self.bidiFile) {
      let fields = line.utf8.split(separator: UInt8(ascii: ";")).map { Substring($0) }
      let text = try scalars(fields[0])
      var units: [UInt16] = []
      var starts: [Int] = []
      for scalar in text {
        starts.append(units.count)
        units += Array(String(scalar).utf16)
      }
      let isRightToLeft: Bool? = fields[1] == "2" ? nil : fields[1] == "1"
      let levels = TextBreak.bidiLevels(of: units, isRightToLeft: isRightToLeft)
      // Rule L1 is for lines, which these texts are.
      let base = try #require(UInt8(fields[2]))
      let found = lineLevels(starts.map { levels[$0] }, of: text, base: base)
      let expected = words(fields[3])
      count += 1
      let kept = expected.indices.filter { expected[$0] != "x" }
      let order = TextBreak.visualOrder(of: kept.map { found[$0] }).map { String(kept[$0]) }
      if kept.contains(where: { String(found[$0]) != expected[$0] })
        || order.joined(separator: " ") != (fields.count > 4 ? fields[4] : "")
      {
        failures.append(String(line))
      }
    }
    print("BidiCharacterTest: \(count - failures.count) of \(count)")
    #expect(count > 90_000)

    let unexplained = failures.filter { !Self.isKnownOfICU($0) }
    #expect(unexplained == [])
    #expect(failures.count <= 31)
  }

  /// What ICU's line.txt documents as its own: LB 20.09, a hyphen that begins a word stays with it;
  /// LB 25 by the regular expression for numbers, of which `.5` and `,0` are some.
  private static func isTailoredByICU(_ line: String) -> Bool {
    line.hasPrefix("× 002D") || line.contains("002E ÷ 003") || line.hasPrefix("× 002C ")
  }

  /// Where ICU 72 stops short of UAX #9: isolates and brackets under an override (X5a, BD14), marks
  /// after a bracket (N0), more than 63 open brackets (BD16); and the levels of embeddings in text
  /// that has nothing to reorder, which it leaves at 0.
  private static func isKnownOfICU(_ line: String) -> Bool {
    let text = line.prefix { $0 != ";" }
    let marks = ["0331", "0333", "20D6"]
    return text.contains("202D") || text.contains("202E") || marks.contains { text.hasSuffix($0) }
      || text.hasPrefix("0061 202A 0062 202C") || text.split(separator: " ").count > 120
  }

  /// Separators, and white space and isolates before them or at the end, take the base level.
  private func lineLevels(
    _ levels: [UInt8], of text: [Unicode.Scalar], base: UInt8
  ) -> [UInt8] {
    var levels = levels
    var isTrailing = true
    for index in levels.indices.reversed() {
      switch text[index].value {
      case 0x09, 0x0A, 0x0B, 0x0D, 0x1C...0x1F, 0x85, 0x2029: isTrailing = true
      case 0x0C, 0x20, 0x1680, 0x2000...0x200A, 0x2028, 0x205F, 0x3000, 0x2066...0x2069: break
      // Explicit marks and invisible characters are not there.
      case 0x00...0x08, 0x0E...0x1B, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x200B...0x200D,
        0x202A...0x202E, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF:
        continue
      default: isTrailing = false
      }
      if isTrailing { levels[index] = base }
    }
    return levels
  }

  private func lines(of path: String) throws -> [Substring] {
    let text = String(decoding: try FileSystem.read(path, limit: 20_000_000), as: UTF8.self)
    // By bytes, which is much faster than by characters.
    return text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      return content.contains { $0 > 0x20 } ? Substring(content) : nil
    }
  }

  private func words(_ text: Substring) -> [Substring] {
    text.utf8.split { $0 <= 0x20 }.map { Substring($0) }
  }

  private func scalars(_ hex: Substring) throws -> [Unicode.Scalar] {
    try words(hex).map { try #require(UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)) }
  }
}
