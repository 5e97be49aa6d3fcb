import Styling

/// Reads the numbers and letters of SVG's attributes: path data, points, transforms.
struct NumberScanner {
  private let bytes: [UInt8]
  private(set) var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index >= bytes.count
    }
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(bytes[index]) { index += 1 }
  }

  /// White space with at most one comma in it.
  mutating func skipSeparator() {
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
      index += 1
      skipSpace()
    }
  }

  /// The next byte, left where it is.
  mutating func peek() -> UInt8? {
    skipSpace()
    return index < bytes.count ? bytes[index] : nil
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  /// Letters up to something else.
  mutating func word() -> String {
    skipSpace()
    let start = index
    while index < bytes.count, bytes[index] | 0x20 >= 0x61, bytes[index] | 0x20 <= 0x7A {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// `0` or `1`, which needs nothing behind it.
  mutating func flag() -> Bool? {
    guard let byte = peek(), byte == 0x30 || byte == 0x31 else { return nil }
    index += 1
    return byte == 0x31
  }

  /// At most as large as layout can hold.
  mutating func number() -> Double? {
    skipSpace()
    let start = index
    var end = index
    func digits() -> Int {
      let first = end
      while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
      return end - first
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") {
      end += 1
    }
    var count = digits()
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      count += digits()
    }
    guard count > 0 else { return nil }
    if end + 1 < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      let mark = end
      end += 1
      if bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      // `2em` and the like: the letter is not an exponent.
      if digits() == 0 { end = mark }
    }
    guard end - start < 100,
      let value = Double(String(decoding: bytes[start..<end], as: UTF8.self))
    else { return nil }
    index = end
    return ValueLimits.clamped(value, to: ValueLimits.length)
  }

  /// What has not been read, for messages.
  var rest: String { String(decoding: bytes[min(index, bytes.count)...].prefix(24), as: UTF8.self) }
}
