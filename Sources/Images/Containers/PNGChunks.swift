/// What a PNG's chunks say before anything is decompressed, and those that hold the picture.
///
/// Source: PNG (Third Edition), sections 5.3, 5.6, 11.2, 11.3.1 and 11.3.4.5.
struct PNGChunks {
  let width: Int
  let height: Int
  let isInterlaced: Bool
  /// One channel, perhaps with alpha.
  let isGray: Bool
  /// The payload of the first `eXIf`.
  private(set) var exif: [UInt8]?
  /// Payloads of the first chunks that speak of colors, by kind.
  private var colorChunks: [String: Range<Int>] = [:]
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
    // The bits for color and for a palette.
    isGray = bytes[25] & 3 == 0
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
      } else if let kind = Self.colorKinds.first(where: { reading.has($0, at: offset + 4) }),
        colorChunks[kind] == nil
      {
        colorChunks[kind] = payload
      }
      // Beyond the file's end after an IDAT that was cut off.
      offset += Self.frame + length
    }
    hasNoEnd = true
    if !hasPixels { throw .endsBeforeLastChunk(byteCount: bytes.count) }
  }

  private static let colorKinds = ["cICP", "iCCP", "sRGB", "gAMA", "cHRM"]

  /// What the numbers mean: the first of `cICP`, `iCCP`, `sRGB`, and `gAMA` with `cHRM` counts.
  ///
  /// Source: PNG (Third Edition), section 4.3 and 11.3.2.
  var colors: StoredColors {
    let reading = ByteReading(bytes: bytes, order: .big)
    if let signal = colorChunks["cICP"], signal.count == 4 {
      let (primaries, transfer) = (Int(bytes[signal.lowerBound]), Int(bytes[signal.lowerBound + 1]))
      // ITU-R BT.1886 for the light of a camera's signal, as Chromium has it.
      return StoredColors(signalPrimaries: primaries, transfer: transfer, cameraGamma: 2.4)
    }
    if let chunk = colorChunks["iCCP"] {
      // A name of at most 79 letters, a zero, the method (deflate), the stream.
      guard let zero = bytes[chunk].prefix(80).firstIndex(of: 0), zero + 2 < chunk.upperBound,
        bytes[zero + 1] == 0, let profile = Zlib.unpacked(bytes[(zero + 2)..<chunk.upperBound])
      else { return .unclear("its color profile cannot be unpacked") }
      return .profile(profile)
    }
    if colorChunks["sRGB"] != nil { return .srgb }
    guard let chunk = colorChunks["gAMA"], chunk.count == 4,
      let exponent = reading.uint32(at: chunk.lowerBound)
    else { return .srgb }
    guard (10_000...1_000_000).contains(exponent) else {
      return .unclear("its gamma of \(exponent) / 100,000 makes no sense")
    }
    // Written where sRGB is meant, before there was a chunk for that.
    let isUsual = (45_000...46_000).contains(exponent)
    guard let points = colorChunks["cHRM"], points.count == 32 else {
      let usual = StoredColors.daylight + StoredColors.rec709
      return isUsual
        ? .srgb : .primaries(gamma: 100_000 / Double(exponent), chromaticities: usual)
    }
    let numbers = stride(from: points.lowerBound, to: points.upperBound, by: 4).compactMap {
      reading.uint32(at: $0).map { Double($0) / 100_000 }
    }
    return .primaries(gamma: 100_000 / Double(exponent), chromaticities: numbers)
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
