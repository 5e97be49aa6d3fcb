// The fixed parts of an archive; numbers are little-endian.

/// Where the directory lies, from the archive's last bytes.
struct ZIPEnd {
  let count: Int
  let directory: Range<Int>

  init(_ bytes: [UInt8]) throws(ZIPDamage) {
    guard let position = Self.position(in: bytes),
      let disk = bytes.uint16(at: position + 4), let firstDisk = bytes.uint16(at: position + 6),
      let onDisk = bytes.uint16(at: position + 8), let count = bytes.uint16(at: position + 10),
      let size = bytes.uint32(at: position + 12), let offset = bytes.uint32(at: position + 16)
    else { throw .notAZIP }
    var (found, foundSize, foundOffset, limit) = (count, size, offset, position)
    let isFull = count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF
    if bytes.uint32(at: position - 20) == 0x0706_4B50 {
      guard let start = bytes.uint64(at: position - 12),
        bytes.uint32(at: start) == 0x0606_4B50,
        let disks = bytes.uint32(at: position - 4), disks <= 1,
        let largeCount = bytes.uint64(at: start + 32),
        let largeSize = bytes.uint64(at: start + 40),
        let largeOffset = bytes.uint64(at: start + 48)
      else { throw .directory }
      guard count == 0xFFFF || count == largeCount, size == 0xFFFF_FFFF || size == largeSize,
        offset == 0xFFFF_FFFF || offset == largeOffset
      else { throw .directory }
      (found, foundSize, foundOffset, limit) = (largeCount, largeSize, largeOffset, start)
    } else if isFull {
      throw .directory
    }
    guard disk == 0 || disk == 0xFFFF, firstDisk == 0 || firstDisk == 0xFFFF, onDisk == count
    else { throw .severalDisks }
    let (end, overflows) = foundOffset.addingReportingOverflow(foundSize)
    guard !overflows, end <= limit, found <= foundSize / ZIPCentralHeader.fixedSize else {
      throw .directory
    }
    self.count = found
    directory = foundOffset..<end
  }

  /// The record must end where the file does: behind it an archive could hide another.
  private static func position(in bytes: [UInt8]) -> Int? {
    let smallest = 22
    guard bytes.count >= smallest else { return nil }
    let last = bytes.count - smallest
    for position in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where bytes.uint32(at: position) == 0x0605_4B50
      && bytes.uint16(at: position + 20) == last - position
    {
      return position
    }
    return nil
  }
}

/// An entry of the directory.
struct ZIPCentralHeader {
  static let fixedSize = 46

  let range: Range<Int>
  /// 0 is MS-DOS, 3 Unix, 19 macOS.
  let system: Int
  let isEncrypted: Bool
  let method: Int
  let packedBytes: Int
  let bytes: Int
  let attributes: Int
  /// Where the local header begins, in bytes from the archive's start.
  let offset: Int
  let name: [UInt8]

  /// nil when it does not lie within `directory`, or its sizes are not written.
  init?(_ archive: [UInt8], at position: Int, within directory: Range<Int>) {
    guard archive.uint32(at: position) == 0x0201_4B50,
      let madeBy = archive.uint16(at: position + 4), let flags = archive.uint16(at: position + 8),
      let method = archive.uint16(at: position + 10),
      let packed = archive.uint32(at: position + 20),
      let size = archive.uint32(at: position + 24),
      let nameLength = archive.uint16(at: position + 28),
      let extraLength = archive.uint16(at: position + 30),
      let commentLength = archive.uint16(at: position + 32),
      let attributes = archive.uint32(at: position + 38),
      let offset = archive.uint32(at: position + 42)
    else { return nil }
    let nameStart = position + Self.fixedSize
    let extraStart = nameStart + nameLength
    let end = extraStart + extraLength + commentLength
    guard end <= directory.upperBound else { return nil }
    range = position..<end
    system = madeBy >> 8
    // Bit 0 encrypts the bytes, 6 does so strongly, 13 hides the directory.
    isEncrypted = flags & 0x2041 != 0
    self.method = method
    self.attributes = attributes
    name = Array(archive[nameStart..<extraStart])
    // Sizes that need 64 bits stand in an extra field, in this order, those that do only.
    var large = LargeSizes(archive, in: extraStart..<(extraStart + extraLength))
    guard let realSize = size == 0xFFFF_FFFF ? large.next() : size,
      let realPacked = packed == 0xFFFF_FFFF ? large.next() : packed,
      let realOffset = offset == 0xFFFF_FFFF ? large.next() : offset
    else { return nil }
    bytes = realSize
    packedBytes = realPacked
    self.offset = realOffset
  }

  /// The extra field 1 of ZIP64.
  private struct LargeSizes {
    private let archive: [UInt8]
    private var rest: Range<Int>?

    init(_ archive: [UInt8], in extra: Range<Int>) {
      self.archive = archive
      var position = extra.lowerBound
      while position + 4 <= extra.upperBound,
        let id = archive.uint16(at: position), let size = archive.uint16(at: position + 2)
      {
        let end = position + 4 + size
        guard end <= extra.upperBound else { return }
        if id == 1 {
          rest = (position + 4)..<end
          return
        }
        position = end
      }
    }

    mutating func next() -> Int? {
      guard let range = rest, range.count >= 8 else { return nil }
      rest = (range.lowerBound + 8)..<range.upperBound
      return archive.uint64(at: range.lowerBound)
    }
  }
}

/// The header before an entry's bytes.
struct ZIPLocalHeader {
  let range: Range<Int>
  let isEncrypted: Bool
  let method: Int
  let name: [UInt8]

  init?(_ archive: [UInt8], at position: Int) {
    guard archive.uint32(at: position) == 0x0403_4B50,
      let flags = archive.uint16(at: position + 6), let method = archive.uint16(at: position + 8),
      let nameLength = archive.uint16(at: position + 26),
      let extraLength = archive.uint16(at: position + 28)
    else { return nil }
    let nameStart = position + 30
    let end = nameStart + nameLength + extraLength
    guard end <= archive.count else { return nil }
    range = position..<end
    isEncrypted = flags & 0x2041 != 0
    self.method = method
    name = Array(archive[nameStart..<(nameStart + nameLength)])
  }
}

extension [UInt8] {
  fileprivate func number(at position: Int, bytes count: Int) -> Int? {
    guard position >= 0, position <= self.count - count else { return nil }
    var value: UInt64 = 0
    for index in stride(from: count - 1, through: 0, by: -1) {
      value = value << 8 | UInt64(self[position + index])
    }
    return Int(exactly: value)
  }

  /// nil beyond the end.
  func uint16(at position: Int) -> Int? { number(at: position, bytes: 2) }

  /// nil beyond the end.
  func uint32(at position: Int) -> Int? { number(at: position, bytes: 4) }

  /// nil beyond the end, or when it is more than an `Int` holds.
  func uint64(at position: Int) -> Int? { number(at: position, bytes: 8) }
}
