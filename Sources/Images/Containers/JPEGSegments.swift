/// The application segments before a JPEG's first scan that concern us.
///
/// Source: ITU-T T.81, annex B; T.872 for the Adobe segment.
struct JPEGSegments {
  /// The APP1 payload, from `Exif\0\0` on.
  private(set) var exif: [UInt8]?
  /// Whether an Adobe segment is there; then inks are stored inverted.
  private(set) var isFromAdobe = false
  /// The parts of an ICC profile by their numbers, from 1, and how many there should be.
  private var profileParts: [Int: Range<Int>] = [:]
  private var profilePartCount = 0
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let reading = ByteReading(bytes: bytes, order: .big)
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xff {
      let marker = bytes[offset + 1]
      // Fill bytes may stand before a marker.
      if marker == 0xff {
        offset += 1
        continue
      }
      // The scan or the end.
      if marker == 0xda || marker == 0xd9 { return }
      guard let length = reading.uint16(at: offset + 2), length >= 2 else { return }
      let end = min(offset + 2 + length, bytes.count)
      if marker == 0xe1, exif == nil, reading.has("Exif\0\0", at: offset + 4) {
        exif = Array(bytes[offset + 4..<end])
      }
      if marker == 0xee, reading.has("Adobe", at: offset + 4) { isFromAdobe = true }
      if marker == 0xe2, reading.has("ICC_PROFILE\0", at: offset + 4), offset + 18 <= end {
        profileParts[Int(bytes[offset + 16])] = offset + 18..<end
        profilePartCount = Int(bytes[offset + 17])
      }
      offset = end
    }
  }

  /// What the numbers mean.
  ///
  /// Source: ICC.1:2010, annex B.4.
  var colors: StoredColors {
    guard !profileParts.isEmpty else { return .srgb }
    var profile: [UInt8] = []
    for number in 1...max(profilePartCount, 1) {
      guard let part = profileParts[number] else {
        return .unclear("a part of its color profile is missing")
      }
      profile += bytes[part]
    }
    return .profile(profile)
  }
}
