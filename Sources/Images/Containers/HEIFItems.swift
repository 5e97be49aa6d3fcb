/// The items of a HEIF file and how they hang together, without what they hold.
///
/// Source: ISO/IEC 14496-12, section 8.11; ISO/IEC 23008-12, section 6.
struct HEIFItems {
  /// From an item to others: `dimg` from a grid to its tiles, `auxl` from an alpha to its picture.
  struct Reference: Hashable {
    var kind: String
    var from: Int
    var to: [Int]
  }

  private(set) var primary = 0
  /// Kinds by number: `hvc1`, `av01`, `grid` and so on.
  private(set) var kinds: [Int: String] = [:]
  private(set) var references: [Reference] = []
  /// Numbers of properties by item, in order; the first property is 1.
  private(set) var associations: [Int: [Int]] = [:]
  private(set) var properties: [HEIFBox] = []
  /// The `meta` box, and the boxes in it.
  let meta: HEIFBox
  let parts: [HEIFBox]
  /// The entries of `iinf`, by item.
  private(set) var entries: [Int: Range<Int>] = [:]

  private let reading: ByteReading

  /// - Throws: when the file has no items, or they cannot be followed.
  init(_ bytes: [UInt8], format: ImageFormat) throws(ImageFault) {
    reading = ByteReading(bytes: bytes, order: .big)
    let damaged = ImageFault.damaged(format, "its list of pictures is cut off or makes no sense")
    guard let boxes = HEIFBox.boxes(in: 0..<bytes.count, of: reading, allowsCut: true) else {
      throw damaged
    }
    guard let meta = boxes.first(where: { $0.kind == "meta" }) else {
      throw boxes.contains { $0.kind == "moov" } ? .onlySequence(format) : damaged
    }
    self.meta = meta
    // A full box: version and flags come first.
    guard meta.content.count >= 4,
      let parts = HEIFBox.boxes(in: meta.content.dropFirst(4), of: reading)
    else { throw damaged }
    self.parts = parts
    guard readPrimary(), readKinds(), readReferences(), readProperties() else { throw damaged }
    guard kinds[primary] != nil else { throw damaged }
  }

  func properties(of item: Int) -> [HEIFBox] {
    (associations[item] ?? []).compactMap { number in
      number >= 1 && number <= properties.count ? properties[number - 1] : nil
    }
  }

  func targets(of item: Int, by kind: String) -> [Int] {
    references.first { $0.kind == kind && $0.from == item }?.to ?? []
  }

  // MARK: - Reading

  /// What stands behind the fields of a box.
  private func boxes(in box: HEIFBox, behind fields: Int) -> [HEIFBox]? {
    HEIFBox.boxes(in: box.content.dropFirst(fields), of: reading)
  }

  private func part(_ kind: String) -> HEIFBox? { parts.first { $0.kind == kind } }

  private mutating func readPrimary() -> Bool {
    guard let box = part("pitm") else { return false }
    let start = box.content.lowerBound
    let number =
      reading.uint8(at: start) == 0
      ? reading.uint16(at: start + 4) : reading.uint32(at: start + 4)
    guard let number else { return false }
    primary = number
    return true
  }

  private mutating func readKinds() -> Bool {
    guard let box = part("iinf"), let version = reading.uint8(at: box.content.lowerBound),
      let list = boxes(in: box, behind: version == 0 ? 6 : 8)
    else { return false }
    for entry in list where entry.kind == "infe" {
      let start = entry.content.lowerBound
      guard let version = reading.uint8(at: start), version >= 2 else { return false }
      let isLong = version >= 3
      guard let item = isLong ? reading.uint32(at: start + 4) : reading.uint16(at: start + 4),
        let kind = reading.text(at: start + (isLong ? 10 : 8), count: 4)
      else { return false }
      kinds[item] = kind
      entries[item] = entry.whole
    }
    return true
  }

  private mutating func readReferences() -> Bool {
    guard let box = part("iref") else { return true }
    guard let version = reading.uint8(at: box.content.lowerBound),
      let list = boxes(in: box, behind: 4)
    else { return false }
    let width = version == 0 ? 2 : 4
    func number(at offset: Int) -> Int? {
      width == 2 ? reading.uint16(at: offset) : reading.uint32(at: offset)
    }
    for entry in list {
      let start = entry.content.lowerBound
      guard let from = number(at: start), let count = reading.uint16(at: start + width),
        start + width + 2 + count * width <= entry.content.upperBound
      else { return false }
      let to = (0..<count).compactMap { number(at: start + width + 2 + $0 * width) }
      references.append(Reference(kind: entry.kind, from: from, to: to))
    }
    return true
  }

  private mutating func readProperties() -> Bool {
    guard let box = part("iprp"), let list = HEIFBox.boxes(in: box.content, of: reading),
      let container = list.first(where: { $0.kind == "ipco" }),
      let properties = HEIFBox.boxes(in: container.content, of: reading)
    else { return false }
    self.properties = properties
    for entry in list where entry.kind == "ipma" {
      guard readAssociations(entry) else { return false }
    }
    return true
  }

  private mutating func readAssociations(_ box: HEIFBox) -> Bool {
    var offset = box.content.lowerBound
    guard let version = reading.uint8(at: offset), let flags = reading.uint8(at: offset + 3),
      let count = reading.uint32(at: offset + 4)
    else { return false }
    let isWide = flags & 1 == 1
    offset += 8
    for _ in 0..<count {
      let item = version == 0 ? reading.uint16(at: offset) : reading.uint32(at: offset)
      offset += version == 0 ? 2 : 4
      guard let item, let number = reading.uint8(at: offset) else { return false }
      offset += 1
      var numbers: [Int] = []
      for _ in 0..<number {
        // The highest bit says whether the property is essential.
        let one = isWide ? reading.uint16(at: offset) : reading.uint8(at: offset)
        guard let one else { return false }
        numbers.append(one & (isWide ? 0x7fff : 0x7f))
        offset += isWide ? 2 : 1
      }
      associations[item] = numbers
    }
    return offset <= box.content.upperBound
  }
}
