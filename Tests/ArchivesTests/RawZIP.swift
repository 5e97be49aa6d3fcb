/// An archive written field by field, so that each may lie.
struct RawZIP {
  struct Entry {
    var name: [UInt8]
    var localName: [UInt8]?
    /// As they stand in the archive.
    var content: [UInt8]
    var method = 0
    var localMethod: Int?
    var flags = 0
    var crc: UInt32?
    /// What the headers promise; nil is the truth of a stored entry.
    var size: Int?
    var packedSize: Int?
    /// 3 is Unix, 0 MS-DOS.
    var system = 3
    var attributes = 0o100644 << 16
    /// Where the directory says the entry is; nil is where it is.
    var offset: Int?
    var extra: [UInt8] = []

    init(_ name: String, _ content: String = "x") {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
    }
  }

  var entries: [Entry]
  var comment: [UInt8] = []
  /// What the end says; nil is the truth.
  var count: Int?
  var directoryOffset: Int?
  var directorySize: Int?
  var disk = 0

  init(_ entries: [Entry]) { self.entries = entries }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      let crc = entry.crc ?? Self.crc32(entry.content)
      let sizes =
        Self.four(Int(crc)) + Self.four(entry.packedSize ?? entry.content.count)
        + Self.four(entry.size ?? entry.content.count)
      let localName = entry.localName ?? entry.name
      file += [0x50, 0x4B, 3, 4] + Self.two(20) + Self.two(entry.flags)
      file += Self.two(entry.localMethod ?? entry.method) + Self.four(0x0021_0000) + sizes
      file += Self.two(localName.count) + Self.two(0) + localName + entry.content
      directory += [0x50, 0x4B, 1, 2] + Self.two(entry.system << 8 | 20) + Self.two(20)
      directory += Self.two(entry.flags) + Self.two(entry.method) + Self.four(0x0021_0000) + sizes
      directory += Self.two(entry.name.count) + Self.two(entry.extra.count) + Self.two(0)
      directory += Self.two(0) + Self.two(0) + Self.four(entry.attributes)
      directory += Self.four(entry.offset ?? offset) + entry.name + entry.extra
    }
    let start = file.count
    file += directory + [0x50, 0x4B, 5, 6] + Self.two(disk) + Self.two(disk)
    file += Self.two(count ?? entries.count) + Self.two(count ?? entries.count)
    file += Self.four(directorySize ?? directory.count) + Self.four(directoryOffset ?? start)
    return file + Self.two(comment.count) + comment
  }

  static func two(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  static func four(_ value: Int) -> [UInt8] { two(value) + two(value >> 16) }

  static func eight(_ value: Int) -> [UInt8] { four(value) + four(value >> 32) }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = crc & 1 == 1
        crc >>= 1
        if isOdd { crc ^= 0xEDB8_8320 }
      }
    }
    return ~crc
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
