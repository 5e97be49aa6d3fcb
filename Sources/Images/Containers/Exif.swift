import Pixels

/// The only thing taken from a photo's metadata.
enum Exif {
  /// Tag 0x0112 of the first directory; `.up` when there is none or it makes no sense.
  ///
  /// No offset but the first directory's is followed, so nothing can lead in a circle.
  /// - Parameter bytes: a TIFF structure, with or without `Exif\0\0` before it.
  static func orientation(_ bytes: [UInt8]) -> Orientation {
    var reading = ByteReading(bytes: bytes, order: .big)
    if reading.has("Exif\0\0", at: 0) {
      reading = ByteReading(bytes: Array(bytes[6...]), order: .big)
    }
    if reading.has("II*\0", at: 0) {
      reading.order = .little
    } else if !reading.has("MM\0*", at: 0) {
      return .up
    }
    guard let directory = reading.uint32(at: 4), let count = reading.uint16(at: directory) else {
      return .up
    }
    for entry in 0..<count {
      let start = directory + 2 + entry * 12
      guard let tag = reading.uint16(at: start) else { return .up }
      guard tag == 0x0112 else { continue }
      let isOneShort = reading.uint16(at: start + 2) == 3 && reading.uint32(at: start + 4) == 1
      guard isOneShort, let value = reading.uint16(at: start + 8) else { return .up }
      return UInt8(exactly: value).flatMap(Orientation.init) ?? .up
    }
    return .up
  }
}
