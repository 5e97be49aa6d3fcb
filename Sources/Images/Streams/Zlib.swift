import CDecoding

/// zlib streams inside of pictures.
enum Zlib {
  /// Color profiles of presses have some 2 MB; those of cameras some KB.
  private static let mostUnpacked = 8 << 20

  /// `unpack_zlib`; nil when the stream is damaged, empty or larger than any profile.
  static func unpacked(_ stream: ArraySlice<UInt8>) -> [UInt8]? {
    let room = unsafe [UInt8](unsafeUninitializedCapacity: mostUnpacked) { room, count in
      count = unsafe stream.withUnsafeBufferPointer {
        unsafe unpack_zlib($0.baseAddress, $0.count, room.baseAddress, room.count)
      }
    }
    // Without the room that it did not take.
    return room.isEmpty ? nil : Array(room[...])
  }
}
