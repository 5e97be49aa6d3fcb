import Images
import Pixels

extension FuzzTarget {
  /// Every format, in full and scaled down; a PNG again with its checksums put right, since no
  /// change of a byte passes them otherwise.
  static let images = FuzzTarget("images", mostBytes: 4096) { input in
    try decode(input)
    if let repaired = withRightChecksums(input) { try decode(repaired) }
  }

  private static func decode(_ bytes: [UInt8]) throws {
    let image = try EncodedImage(bytes, named: "a")
    // Large pictures are lawful, and cost what they cost.
    guard image.header.width * image.header.height <= 1 << 18 else { return }
    let bitmap = try image.decoded()
    precondition(
      bitmap.width == image.header.width && bitmap.height == image.header.height,
      "the header said another size")
    _ = try image.decoded(coveringWidth: 16, height: 16)
  }

  /// - Returns: nil for what is no PNG, or has a chunk that is longer than the file.
  private static func withRightChecksums(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    var repaired = bytes
    var start = 8
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = start + 8 + length
      guard end + 4 <= bytes.count else { return nil }
      let sum = checksum(of: bytes[start + 4..<end])
      for place in 0..<4 { repaired[end + place] = UInt8(sum >> (24 - 8 * place) & 0xFF) }
      start = end + 4
    }
    return repaired == bytes ? nil : repaired
  }

  /// The CRC-32 of PNG, bit by bit.
  private static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
