/// The one picture of a HEIF file that counts, the primary item: what is said of it, and the file
/// without all the others.
struct HEIFPicture {
  /// px with the container's crops and turns, > 0.
  let width: Int
  let height: Int
  let colors: StoredColors
  /// Colors are multiplied by alpha already.
  let isPremultiplied: Bool

  private let items: HEIFItems
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], format: ImageFormat) throws(ImageFault) {
    self.bytes = bytes
    let items = try HEIFItems(bytes, format: format)
    self.items = items
    let reading = ByteReading(bytes: bytes, order: .big)
    guard let size = Self.size(of: items.primary, items, reading) else {
      throw .damaged(format, "it does not say its size")
    }
    (width, height) = size
    colors = Self.colors(items, reading)
    isPremultiplied = items.references.contains {
      $0.kind == "prem" && $0.from == items.primary
    }
  }

  /// Source: ISO/IEC 14496-12, section 12.1.4.2; ISO/IEC 23008-12, sections 6.5.3 and 6.5.10.
  private static func size(
    of item: Int, _ items: HEIFItems, _ reading: ByteReading
  ) -> (width: Int, height: Int)? {
    var size: (width: Int, height: Int)?
    for property in items.properties(of: item) {
      let start = property.content.lowerBound
      switch property.kind {
      case "ispe":
        guard let width = reading.uint32(at: start + 4), let height = reading.uint32(at: start + 8)
        else { return nil }
        size = (width, height)
      case "clap":
        guard let width = rounded(reading, at: start), let height = rounded(reading, at: start + 8),
          let whole = size, width <= whole.width, height <= whole.height
        else { return nil }
        size = (width, height)
      case "irot":
        guard let angle = reading.uint8(at: start) else { return nil }
        if angle & 1 == 1, let (width, height) = size { size = (height, width) }
      default: break
      }
    }
    return size
  }

  /// A numerator and a denominator.
  private static func rounded(_ reading: ByteReading, at offset: Int) -> Int? {
    guard let numerator = reading.uint32(at: offset),
      let denominator = reading.uint32(at: offset + 4), denominator > 0
    else { return nil }
    return (numerator + denominator / 2) / denominator
  }

  /// A profile counts before signal values; a grid may leave both to its tiles.
  private static func colors(_ items: HEIFItems, _ reading: ByteReading) -> StoredColors {
    let sources = [items.primary] + items.targets(of: items.primary, by: "dimg").prefix(1)
    for item in sources {
      let boxes = items.properties(of: item).filter { $0.kind == "colr" }
      func first(_ kinds: Set<String>) -> HEIFBox? {
        boxes.first { box in
          reading.text(at: box.content.lowerBound, count: 4).map(kinds.contains) == true
        }
      }
      if let box = first(["prof", "rICC"]) {
        return .profile(Array(reading.bytes[box.content.dropFirst(4)]))
      }
      if let box = first(["nclx"]),
        let primaries = reading.uint16(at: box.content.lowerBound + 4),
        let transfer = reading.uint16(at: box.content.lowerBound + 6)
      {
        // Photos are labeled so that were never a camera's signal.
        return StoredColors(signalPrimaries: primaries, transfer: transfer, cameraGamma: nil)
      }
    }
    return .srgb
  }

  // MARK: - The file without the others

  /// The same file with the primary picture, the tiles it is made of, and its alpha alone.
  ///
  /// libheif 1.15 refuses photos of iOS 18 because an auxiliary picture belongs to two others (libheif
  /// issue 1190). What is taken out of the lists is made up for, so that every offset stays right.
  func fileOfPrimary() -> [UInt8] {
    let kept = keptItems()
    var meta: [UInt8] = Array(bytes[items.meta.content].prefix(4))
    for part in items.parts {
      switch part.kind {
      case "iinf": meta += infoBox(of: kept)
      case "iref": meta += referenceBox(of: kept)
      case "free", "skip": break
      default: meta += bytes[part.whole]
      }
    }
    let head = items.meta.content.lowerBound - items.meta.whole.lowerBound
    let gap = items.meta.content.count - meta.count
    // Nothing was taken out, or what is left has no room for a box.
    guard gap >= 8 else { return withPlainBrand(bytes) }
    meta += Self.box("free", [UInt8](repeating: 0, count: gap - 8))
    var file = bytes
    let start = items.meta.whole.lowerBound + head
    file.replaceSubrange(start..<start + meta.count, with: meta)
    return withPlainBrand(file)
  }

  /// The primary item, what it is made of, and what is its alpha, with what that is made of.
  private func keptItems() -> Set<Int> {
    var kept: Set<Int> = []
    var open = [items.primary]
    for reference in items.references
    where reference.kind == "auxl" && reference.to.contains(items.primary)
      && isAlpha(reference.from)
    {
      open.append(reference.from)
    }
    while let item = open.popLast() {
      if kept.insert(item).inserted { open += items.targets(of: item, by: "dimg") }
    }
    return kept
  }

  /// Source: ISO/IEC 23008-12, section 6.5.8; MIAF and HEVC have a name each.
  private func isAlpha(_ item: Int) -> Bool {
    let names = [
      "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1",
    ]
    return items.properties(of: item).contains { property in
      property.kind == "auxC"
        && names.contains {
          bytes[property.content.dropFirst(4)].starts(with: Array($0.utf8) + [0])
        }
    }
  }

  private func infoBox(of kept: Set<Int>) -> [UInt8] {
    let entries = kept.sorted().compactMap { items.entries[$0] }
    // Version 0: the number of entries has 16 bits.
    let count = PNGChunks.bigEndian(entries.count).suffix(2)
    return Self.box("iinf", [0, 0, 0, 0] + count + entries.flatMap { bytes[$0] })
  }

  private func referenceBox(of kept: Set<Int>) -> [UInt8] {
    let isLong = kept.contains { $0 > 0xffff }
    func number(_ item: Int) -> ArraySlice<UInt8> {
      PNGChunks.bigEndian(item).suffix(isLong ? 4 : 2)
    }
    func count(_ items: [Int]) -> ArraySlice<UInt8> { PNGChunks.bigEndian(items.count).suffix(2) }
    var content: [UInt8] = [isLong ? 1 : 0, 0, 0, 0]
    for reference in items.references where kept.contains(reference.from) {
      // An alpha that belongs to others too is that of the primary picture here.
      let to = reference.kind == "auxl" ? [items.primary] : reference.to.filter(kept.contains)
      guard ["dimg", "auxl", "prem"].contains(reference.kind), !to.isEmpty else { continue }
      content += Self.box(
        reference.kind,
        number(reference.from) + count(to) + to.flatMap(number))
    }
    return Self.box("iref", content)
  }

  private static func box(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    PNGChunks.bigEndian(content.count + 8) + Array(kind.utf8) + content
  }

  /// With brands that say what the primary picture is: libheif reads no file that says it is a
  /// sequence before anything else.
  private func withPlainBrand(_ file: [UInt8]) -> [UInt8] {
    guard file.count >= 20, file[4..<8].elementsEqual("ftyp".utf8) else { return file }
    var file = file
    let coded = items.targets(of: items.primary, by: "dimg").first ?? items.primary
    let brand = items.kinds[coded] == "av01" ? "avif" : "heic"
    file.replaceSubrange(8..<12, with: brand.utf8)
    if file[..<4].elementsEqual([0, 0, 0, 16]) { return file }
    file.replaceSubrange(16..<20, with: "mif1".utf8)
    return file
  }
}
