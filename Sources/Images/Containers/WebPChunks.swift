/// Source: RFC 9649, section 2.
enum WebPChunks {
  /// The payload of the `EXIF` chunk.
  static func exif(_ bytes: [UInt8]) -> [UInt8]? { chunk("EXIF", of: bytes) }

  /// What the numbers mean.
  static func colors(_ bytes: [UInt8]) -> StoredColors {
    chunk("ICCP", of: bytes).map { .profile($0) } ?? .srgb
  }

  private static func chunk(_ kind: String, of bytes: [UInt8]) -> [UInt8]? {
    let reading = ByteReading(bytes: bytes, order: .little)
    var offset = 12
    while let length = reading.uint32(at: offset + 4), offset + 8 + length <= bytes.count {
      if reading.has(kind, at: offset) { return Array(bytes[offset + 8..<offset + 8 + length]) }
      offset += 8 + length + length % 2
    }
    return nil
  }
}
