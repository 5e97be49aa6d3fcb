/// What a PNG's chunks say before anything is decompressed.
///
/// Source: PNG (Third Edition), sections 5.3, 11.2.1 and 11.3.4.5.
struct PNGChunks {
  let width: Int
  let height: Int
  /// The payload of `eXIf`.
  private(set) var exif: [UInt8]?

  /// Nil when the file does not begin with a whole IHDR.
  init?(_ bytes: [UInt8]) {
    let reading = ByteReading(bytes: bytes, order: .big)
    guard reading.uint32(at: 8) == 13, reading.has("IHDR", at: 12),
      let width = reading.uint32(at: 16), let height = reading.uint32(at: 20)
    else { return nil }
    self.width = width
    self.height = height
    var offset = 8
    while let length = reading.uint32(at: offset), offset + 12 + length <= bytes.count {
      if reading.has("eXIf", at: offset + 4) {
        exif = Array(bytes[offset + 8..<offset + 8 + length])
        return
      }
      offset += 12 + length
    }
  }
}
