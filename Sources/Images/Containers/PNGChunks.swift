/// What a PNG's chunks say before anything is decompressed, and those that hold the picture.
///
/// Source: PNG (Third Edition), sections 5.3, 5.6, 11.2, 11.3.1 and 11.3.4.5.
struct PNGChunks {
  let width: Int
  let height: Int
  let isInterlaced: Bool
  /// The payload of the first `eXIf`.
  private(set) var exif: [UInt8]?
  /// Kind and payload of the chunks that the picture is made of, in the file's order.
  private var picture: [Range<Int>] = []
  private let bytes: [UInt8]
  /// Behind the pixels the file breaks off, before IEND.
  private(set) var hasNoEnd = false

  /// The length before a chunk, its kind, and the checksum behind it.
  private static let frame = 12

  /// Walks all chunks to the last, IEND; what follows it is not looked at.
  ///
  /// - Throws: when the file does not begin with a whole IHDR, and when it breaks off before the first
  ///   IDAT. An IDAT that claims more than there is holds what there is.
  init(_ bytes: [UInt8]) throws(ImageFault) {
    let reading = ByteReading(bytes: bytes, order: .big)
    if reading.has("CgBI", at: 12) { throw .appleInternalPNG }
    guard reading.uint32(at: 8) == 13, reading.has("IHDR", at: 12),
      let width = reading.uint32(at: 16), let height = reading.uint32(at: 20), bytes.count >= 33
    else { throw .damaged(.png, "its header is cut off") }
    self.width = width
    self.height = height
    self.bytes = bytes
    isInterlaced = bytes[28] != 0
    var offset = 8
    var hasPixels = false
    while bytes.count - offset >= 8, let length = reading.uint32(at: offset) {
      // Bytes behind the kind.
      let rest = bytes.count - offset - 8
      let isPixels = reading.has("IDAT", at: offset + 4)
      if length + 4 > rest, !isPixels {
        hasNoEnd = true
        if hasPixels { return }
        guard rest >= 4 else { break }
        throw .chunkTooLong(
          kind: Self.name(bytes[offset + 4..<offset + 8]), offset: offset, claimed: length,
          room: rest - 4)
      }
      if reading.has("IEND", at: offset + 4) { return }
      hasPixels = hasPixels || isPixels
      let payload = offset + 8..<offset + 8 + min(length, rest)
      if isPixels || ["IHDR", "PLTE", "tRNS"].contains(where: { reading.has($0, at: offset + 4) }) {
        picture.append(offset + 4..<payload.upperBound)
      } else if exif == nil, reading.has("eXIf", at: offset + 4) {
        exif = Array(bytes[payload])
      }
      // Beyond the file's end after an IDAT that was cut off.
      offset += Self.frame + length
    }
    hasNoEnd = true
    if !hasPixels { throw .endsBeforeLastChunk(byteCount: bytes.count) }
  }

  /// A PNG of these chunks alone, each with its right length and checksum, and an IEND.
  ///
  /// libpng takes memory for what a chunk claims, and for what texts and profiles unpack to, before
  /// it knows better: none of that comes to it.
  /// - Returns: also whether a checksum in the file is another.
  func pictureFile() -> (bytes: [UInt8], hasWrongSum: Bool) {
    var file: [UInt8] = Array(bytes[..<8])
    file.reserveCapacity(picture.reduce(64) { $0 + $1.count + 8 })
    var hasWrongSum = false
    for chunk in picture {
      let sum = Self.bigEndian(Int(crc32(bytes[chunk])))
      file += Self.bigEndian(chunk.count - 4)
      file += bytes[chunk]
      file += sum
      // That of a chunk that was cut off is told otherwise.
      if chunk.upperBound + 4 <= bytes.count, !bytes[chunk.upperBound...].starts(with: sum) {
        hasWrongSum = true
      }
    }
    file += [0, 0, 0, 0] + Array("IEND".utf8) + Self.bigEndian(0xae42_6082)
    return (file, hasWrongSum)
  }

  static func bigEndian(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }

  /// Four letters; nil for bytes that name no chunk.
  private static func name(_ kind: ArraySlice<UInt8>) -> String? {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return kind.allSatisfy { letters.contains($0 | 0x20) }
      ? String(decoding: kind, as: UTF8.self) : nil
  }
}
