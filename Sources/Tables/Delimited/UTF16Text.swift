package import Diagnostics

/// UTF-16, which Excel writes as "Unicode text".
package enum UTF16Text {
  /// The bytes as UTF-8 when they are UTF-16, with or without a byte order mark; otherwise as
  /// they are.
  package static func asUTF8(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [UInt8] {
    guard let isBigEndian = order(bytes) else { return bytes }
    let start = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: start, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw DiagnosticsError(.damagedUTF16(at: SourceLocation(file: file)))
    }
    return Array(text.utf8)
  }

  /// nil when it is not UTF-16. Without a mark, every second byte of a header is zero.
  private static func order(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0) {
    case (false, true, false, true): return false
    case (true, false, true, false): return true
    default: return nil
    }
  }
}
