/// Source: RFC 9649, section 2.
enum WebPChunks {
  /// The payload of the `EXIF` chunk.
  static func exif(_ bytes: [UInt8]) -> [UInt8]? {
    chunk("EXIF", of: bytes).map { Array(bytes[$0]) }
  }

  /// What the numbers mean.
  static func colors(_ bytes: [UInt8]) -> StoredColors {
    chunk("ICCP", of: bytes).map { .profile(Array(bytes[$0])) } ?? .srgb
  }

  /// An animation's first frame.
  struct Frame {
    /// px from the left and the top of the whole picture.
    let x: Int
    let y: Int
    /// A file of the frame alone.
    let file: [UInt8]
  }

  /// Source: RFC 9649, section 2.7.1.1, `ANMF`.
  static func firstFrame(_ bytes: [UInt8]) -> Frame? {
    guard let frame = chunk("ANMF", of: bytes), frame.count > 16 else { return nil }
    let reading = ByteReading(bytes: bytes, order: .little)
    func number(_ offset: Int) -> Int? {
      reading.uint32(at: frame.lowerBound + offset).map { $0 & 0xff_ffff }
    }
    guard let x = number(0), let y = number(3) else { return nil }
    let chunks = bytes[frame.dropFirst(16)]
    // Alpha of its own asks for the extended form, which repeats the frame's size.
    let hasAlpha = chunks.starts(with: "ALPH".utf8)
    let size = bytes[frame.lowerBound + 6..<frame.lowerBound + 12]
    let head = Array("VP8X".utf8) + [10, 0, 0, 0, 0x10, 0, 0, 0] + size
    let body = Array("WEBP".utf8) + (hasAlpha ? head : []) + chunks
    let count = (0..<4).map { UInt8(truncatingIfNeeded: body.count >> ($0 * 8)) }
    return Frame(x: x * 2, y: y * 2, file: Array("RIFF".utf8) + count + body)
  }

  private static func chunk(_ kind: String, of bytes: [UInt8]) -> Range<Int>? {
    let reading = ByteReading(bytes: bytes, order: .little)
    var offset = 12
    while let length = reading.uint32(at: offset + 4), offset + 8 + length <= bytes.count {
      if reading.has(kind, at: offset) { return offset + 8..<offset + 8 + length }
      offset += 8 + length + length % 2
    }
    return nil
  }
}
