/// Numbers out of untrusted bytes; nil where they end too early.
struct ByteReading {
  enum Order { case little, big }

  let bytes: [UInt8]
  var order: Order

  func uint8(at offset: Int) -> Int? { number(at: offset, count: 1) }
  func uint16(at offset: Int) -> Int? { number(at: offset, count: 2) }
  func uint32(at offset: Int) -> Int? { number(at: offset, count: 4) }

  func has(_ text: String, at offset: Int) -> Bool {
    offset >= 0 && offset <= bytes.count && bytes[offset...].starts(with: text.utf8)
  }

  /// Some ASCII letters; nil when one is none.
  func text(at offset: Int, count: Int) -> String? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    let letters = bytes[offset..<offset + count]
    return letters.allSatisfy { $0 < 128 } ? String(decoding: letters, as: UTF8.self) : nil
  }

  private func number(at offset: Int, count: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    let digits = bytes[offset..<offset + count]
    return order == .big
      ? digits.reduce(0) { $0 << 8 | Int($1) } : digits.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
