/// HEIF files put together here, around pictures of 64 × 64 px that libheif's example encoder coded
/// with x265 and aom from our own drawing.
struct HEIFFile {
  struct Item {
    var number: Int
    var kind: String
    /// Numbers of `properties`, from 1.
    var properties: [Int]
    var data: [UInt8]
  }

  var brands = ["heic", "mif1", "heic", "miaf"]
  var primary = 1
  var items: [Item] = []
  var properties: [[UInt8]] = []
  /// Kind, from, to.
  var references: [(String, Int, [Int])] = []

  /// Adds a property, if it is not there yet.
  mutating func property(_ box: [UInt8]) -> Int {
    if let known = properties.firstIndex(of: box) { return known + 1 }
    properties.append(box)
    return properties.count
  }

  /// Adds a picture of 64 × 64 px.
  mutating func add(_ number: Int, _ coded: Coded, _ more: [[UInt8]] = []) {
    let boxes = [Self.box(coded.kind == "av01" ? "av1C" : "hvcC", coded.configuration)]
    let size = Self.fullBox("ispe", Samples.bigEndian(64) + Samples.bigEndian(64))
    let all = (boxes + [size] + more).map { property($0) }
    items.append(Item(number: number, kind: coded.kind, properties: all, data: coded.data))
  }

  /// Adds a grid of one row.
  mutating func addGrid(
    _ number: Int, of tiles: [Int], width: Int, height: Int, _ more: [[UInt8]] = []
  ) {
    let size = Self.fullBox("ispe", Samples.bigEndian(width) + Samples.bigEndian(height))
    let data: [UInt8] =
      [0, 0, 0, UInt8(tiles.count - 1)] + Samples.bigEndian(width).suffix(2)
      + Samples.bigEndian(height).suffix(2)
    let all = ([size] + more).map { property($0) }
    items.append(Item(number: number, kind: "grid", properties: all, data: data))
    references.append(("dimg", number, tiles))
  }

  var bytes: [UInt8] {
    let head = Self.box(
      "ftyp",
      brands.enumerated().flatMap { index, brand in
        Array(brand.utf8) + (index == 0 ? [0, 0, 0, 0] : [])
      })
    // Offsets have one size, so a first round says where the data begin.
    let start = head.count + meta(dataAt: 0).count + 8
    return head + meta(dataAt: start) + Self.box("mdat", items.flatMap(\.data))
  }

  private func meta(dataAt start: Int) -> [UInt8] {
    var places: [UInt8] = [0x44, 0] + two(items.count)
    var offset = start
    for item in items {
      places += two(item.number) + two(0) + two(1) + Samples.bigEndian(offset)
      places += Samples.bigEndian(item.data.count)
      offset += item.data.count
    }
    let entries = items.flatMap {
      Self.box("infe", [2, 0, 0, 0] + two($0.number) + two(0) + Array($0.kind.utf8) + [0])
    }
    let associations = items.flatMap { item in
      two(item.number) + [UInt8(item.properties.count)] + item.properties.map { UInt8($0) }
    }
    let links = references.flatMap { kind, from, to in
      Self.box(kind, two(from) + two(to.count) + to.flatMap { two($0) })
    }
    let handler = [0, 0, 0, 0] + Array("pict".utf8) + [UInt8](repeating: 0, count: 13)
    return Self.fullBox(
      "meta",
      Self.fullBox("hdlr", handler) + Self.fullBox("pitm", two(primary))
        + Self.fullBox("iloc", places) + Self.fullBox("iinf", two(items.count) + entries)
        + (links.isEmpty ? [] : Self.fullBox("iref", links))
        + Self.box(
          "iprp",
          Self.box("ipco", properties.flatMap(\.self))
            + Self.fullBox("ipma", Samples.bigEndian(items.count) + associations)))
  }

  private func two(_ number: Int) -> [UInt8] { Array(Samples.bigEndian(number).suffix(2)) }

  static func box(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    Samples.bigEndian(content.count + 8) + Array(kind.utf8) + content
  }

  static func fullBox(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    box(kind, [0, 0, 0, 0] + content)
  }

  // MARK: - Properties

  static func turned(_ quarters: UInt8) -> [UInt8] { box("irot", [quarters]) }
  static func mirrored(_ axis: UInt8) -> [UInt8] { box("imir", [axis]) }
  static func auxiliary(_ name: String) -> [UInt8] { fullBox("auxC", Array(name.utf8) + [0]) }
  static func profile(_ profile: [UInt8]) -> [UInt8] { box("colr", Array("prof".utf8) + profile) }
  static func signal(_ primaries: UInt8, _ transfer: UInt8) -> [UInt8] {
    box("colr", Array("nclx".utf8) + [0, primaries, 0, transfer, 0, 6, 0x80])
  }

  static let alpha = auxiliary("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")

  // MARK: - Pictures

  struct Coded {
    var kind: String
    var configuration: [UInt8]
    var data: [UInt8]

    private init(_ kind: String, _ configuration: String, _ data: String) {
      self.kind = kind
      self.configuration = Samples.bytes(hex: configuration)
      self.data = Samples.bytes(hex: data)
    }

    /// Red and green over blue and yellow.
    static let quarters = Coded(
      "hvc1", configuration,
      """
      0000003c2801af06385afcfd37f638dffffeb447e87fa7c7e6c257eee49fffadbbffff44eaac663e6fbfc6fd85b0
      3ffec534438d07f14e9c7ff54fa3d7e7d059
      """)
    /// 128 everywhere.
    static let gray = Coded("hvc1", configuration, "0000000d2801af06385b8af6aabaed233e")
    /// The quarters with 10 bits.
    static let deepQuarters = Coded(
      "hvc1",
      """
      0104080000000000000000001ef000fcfdfafa00000f03200001001740010c01ffff0408000003009db800000300
      001eba0240210001002a4201010408000003009db800000300001ea0208104d96ea4929ae6e04040c08000000300
      80000003008422000100074401c172b02240
      """,
      """
      0000003c2801af04f8413269dbffac8fffffeb9ddd97f6ff5817ee7e1616fff1257fffc848b34fbf977fa37ec5bc
      1fff1c819fcbffc948ffffc5a9d63f5c8198
      """)
    static let quartersAV1 = Coded(
      "av01", "81000c00",
      """
      12000a0918157ffd8204040d08322e1180000040b455550740ae54510e2b754ee5bee19623acf4abcce5ee6b9583
      bed7d6b23393de30c347361ecc4701
      """)

    private static let configuration = """
      0103700000000000000000001ef000fcfdf8f800000f03200001001840010c01ffff037000000300900000030000
      03001eba0240210001002b42010103700000030090000003000003001ea020810596ea4929ae6e04040c08000003
      000800000300084022000100074401c172b02240
      """
  }
}
