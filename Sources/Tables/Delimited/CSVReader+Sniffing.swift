import Diagnostics

// What is found out before the first record is read.

extension CSVReader {
  /// Where the line ends that is a comment or Excel's `sep=;`; nil when `start` is the header.
  ///
  /// Catalogs of shop plug-ins start with lines such as `# ref_application_id 123`. A header may
  /// have a column `#`, so a comment is `#` and text, without anything that separates cells.
  static func endOfPreamble(
    _ bytes: [UInt8], from start: Int, declared: inout UInt8?
  ) -> Int? {
    let line = bytes[start...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
    guard line.endIndex < bytes.count else { return nil }
    let lower = line.map { $0 | 0x20 }
    if line.count == 5, lower.starts(with: Array("sep=".utf8).map { $0 | 0x20 }),
      let last = line.last
    {
      declared = last
    } else if line.first == UInt8(ascii: "#"), line.count > 1,
      !line.contains(where: { delimiters.contains($0) })
    {
      // A comment.
    } else {
      return nil
    }
    let isPair =
      bytes[line.endIndex] == .carriageReturn && line.endIndex + 1 < bytes.count
      && bytes[line.endIndex + 1] == .lineFeed
    return line.endIndex + (isPair ? 2 : 1)
  }

  package static let delimiters: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), .tab, UInt8(ascii: "|"),
  ]

  /// The delimiter that stands most often outside quotes in the first record; a comma without any.
  static func sniffDelimiter(_ bytes: [UInt8], from start: Int) -> UInt8 {
    var counts = Array(repeating: 0, count: delimiters.count)
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == .quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == .lineFeed || byte == .carriageReturn { break }
      if let index = delimiters.firstIndex(of: byte) { counts[index] += 1 }
    }
    // The first of equals wins: the order above is that of likelihood.
    guard let most = counts.max(), let index = counts.firstIndex(of: most) else {
      return delimiters[0]
    }
    return delimiters[index]
  }

  /// The error for the first byte that is not UTF-8 (RFC 3629), or for a NUL.
  static func firstInvalidUTF8(in bytes: [UInt8], file: String) -> Diagnostic? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80, byte != 0 {
        index += 1
        continue
      }
      let length = lengthOfSequence(bytes, at: index)
      if length == 0 {
        let place = location(ofByte: index, in: bytes, file: file)
        return byte == 0 ? .nulByte(at: place) : .invalidUTF8(byte, at: place)
      }
      index += length
    }
    return nil
  }

  /// The bytes of the sequence that starts at `index`; 0 when it is not well-formed (Unicode
  /// Standard table 3-7) or a NUL.
  private static func lengthOfSequence(_ bytes: [UInt8], at index: Int) -> Int {
    func isIn(_ offset: Int, _ range: ClosedRange<UInt8>) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    let tail: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: return isIn(1, tail) ? 2 : 0
    case 0xE0: return isIn(1, 0xA0...0xBF) && isIn(2, tail) ? 3 : 0
    case 0xED: return isIn(1, 0x80...0x9F) && isIn(2, tail) ? 3 : 0
    case 0xE1...0xEF: return isIn(1, tail) && isIn(2, tail) ? 3 : 0
    case 0xF0: return isIn(1, 0x90...0xBF) && isIn(2, tail) && isIn(3, tail) ? 4 : 0
    case 0xF1...0xF3: return isIn(1, tail) && isIn(2, tail) && isIn(3, tail) ? 4 : 0
    case 0xF4: return isIn(1, 0x80...0x8F) && isIn(2, tail) && isIn(3, tail) ? 4 : 0
    default: return 0
    }
  }

  private static func location(
    ofByte index: Int, in bytes: [UInt8], file: String
  ) -> SourceLocation {
    let before = bytes[..<index]
    let lineStart = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    let scalars = before[lineStart...].count { $0 & 0xC0 != 0x80 }
    return SourceLocation(
      file: file, line: before.count { $0 == .lineFeed } + 1, column: scalars + 1)
  }
}
