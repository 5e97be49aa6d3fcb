/// What a PNG's chunks say before anything is decompressed.
///
/// Source: PNG (Third Edition), sections 5.3, 5.6, 11.2.1 and 11.3.4.5.
struct PNGChunks {
  let width: Int
  let height: Int
  /// The payload of the first `eXIf`.
  private(set) var exif: [UInt8]?

  /// The length before a chunk, its kind, and the checksum behind it.
  private static let frame = 12

  /// Walks all chunks to the last, IEND; what follows it is not looked at.
  ///
  /// libpng takes memory for what a chunk claims before it reads that: no file comes to it whose
  /// chunks claim more than is there.
  /// - Throws: when the file does not begin with a whole IHDR, at the first chunk that claims more
  ///   bytes than can follow, and when there is no IEND.
  init(_ bytes: [UInt8]) throws(ImageFault) {
    let reading = ByteReading(bytes: bytes, order: .big)
    guard reading.uint32(at: 8) == 13, reading.has("IHDR", at: 12),
      let width = reading.uint32(at: 16), let height = reading.uint32(at: 20)
    else { throw .damaged(.png, "its header is cut off") }
    self.width = width
    self.height = height
    var offset = 8
    while bytes.count - offset >= Self.frame, let length = reading.uint32(at: offset) {
      let room = bytes.count - offset - Self.frame
      guard length <= room else {
        throw .chunkTooLong(
          kind: Self.name(bytes[offset + 4..<offset + 8]), offset: offset, claimed: length,
          room: room)
      }
      if reading.has("IEND", at: offset + 4) { return }
      if exif == nil, reading.has("eXIf", at: offset + 4) {
        exif = Array(bytes[offset + 8..<offset + 8 + length])
      }
      offset += Self.frame + length
    }
    throw .endsBeforeLastChunk(byteCount: bytes.count)
  }

  /// Four letters; nil for bytes that name no chunk.
  private static func name(_ kind: ArraySlice<UInt8>) -> String? {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return kind.allSatisfy { letters.contains($0 | 0x20) }
      ? String(decoding: kind, as: UTF8.self) : nil
  }
}
