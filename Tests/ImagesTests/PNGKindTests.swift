import Images
import Pixels
import Testing

/// Every color type, depth and interlacing of PNG, in files written here.
@Suite struct PNGKindTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    var colorType: UInt8
    var depth: Int
    var isInterlaced: Bool
    var hasKey = false

    var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colorType] ?? 0 }
    var largest: Int { 1 << depth - 1 }
    var testDescription: String {
      "type \(colorType), \(depth) bits\(isInterlaced ? ", interlaced" : "")\(hasKey ? ", key" : "")"
    }

    static let all = [
      (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]),
    ]
    .flatMap { type, depths in
      depths.flatMap { depth in
        [false, true].flatMap { isInterlaced in
          (type < 4 ? [false, true] : [false]).map {
            Kind(
              colorType: UInt8(type), depth: depth, isInterlaced: isInterlaced, hasKey: $0)
          }
        }
      }
    }
  }

  private static let (width, height) = (13, 11)
  /// Adam7: first column, first row, and the steps between.
  private static let passes = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
  ]

  @Test(arguments: Kind.all) func everyPixelIsRight(kind: Kind) throws {
    let picture = try decode(Self.file(kind))
    #expect(picture.width == Self.width && picture.height == Self.height)
    var expected: [UInt8] = []
    for y in 0..<Self.height {
      for x in 0..<Self.width { expected += Self.color(kind, x, y) }
    }
    #expect(picture.pixels == expected)
  }

  /// A channel's stored number, from 0 to the largest of its depth.
  private static func number(_ kind: Kind, _ x: Int, _ y: Int, _ channel: Int) -> Int {
    (x * 7919 + y * 104_729 + channel * 31_337 + x * y * 13) & kind.largest
  }

  /// The one color that `tRNS` makes transparent, in gray and color: that of a pixel.
  private static func key(_ kind: Kind) -> [Int] {
    (0..<kind.channels).map { number(kind, 3, 2, $0) }
  }

  private static func color(_ kind: Kind, _ x: Int, _ y: Int) -> [UInt8] {
    let stored = (0..<kind.channels).map { number(kind, x, y, $0) }
    if kind.colorType == 3 {
      let alpha = kind.hasKey && stored[0] < 2 ? 100 * stored[0] : 255
      return palette(stored[0]).map { scaled($0 * alpha, 255 * 255) } + [UInt8(alpha)]
    }
    let eighths = stored.map { Int(scaled($0, kind.largest)) }
    let isGray = kind.colorType & 2 == 0
    let colors = isGray ? [eighths[0], eighths[0], eighths[0]] : Array(eighths[..<3])
    var alpha = kind.colorType >= 4 ? eighths.last ?? 0 : 255
    if kind.hasKey, stored == key(kind) { alpha = 0 }
    return colors.map { scaled($0 * alpha, 255 * 255) } + [UInt8(alpha)]
  }

  /// To 0…255, rounded.
  private static func scaled(_ number: Int, _ largest: Int) -> UInt8 {
    UInt8((number * 255 * 2 + largest) / (largest * 2))
  }

  private static func palette(_ index: Int) -> [Int] {
    [(index * 37) & 255, 255 - index, (index * 11 + 5) & 255]
  }

  private static func file(_ kind: Kind) -> [UInt8] {
    var extra: [UInt8] = []
    if kind.colorType == 3 {
      extra = Samples.chunk("PLTE", (0...kind.largest).flatMap { palette($0).map(UInt8.init) })
      if kind.hasKey { extra += Samples.chunk("tRNS", [0, 100]) }
    } else if kind.hasKey {
      extra = Samples.chunk("tRNS", key(kind).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
    }
    let rows = (kind.isInterlaced ? passes : [(0, 0, 1, 1)]).flatMap { pass -> [UInt8] in
      let (left, top, across, down) = pass
      guard left < width else { return [] }
      return stride(from: top, to: height, by: down).flatMap { y in
        // Without a filter.
        [0]
          + packed(
            kind,
            stride(from: left, to: width, by: across).flatMap { x in
              (0..<kind.channels).map { number(kind, x, y, $0) }
            })
      }
    }
    return Samples.png(
      width: width, height: height, depth: UInt8(kind.depth), colorType: kind.colorType,
      rows: rows, extra: extra, isInterlaced: kind.isInterlaced)
  }

  private static func packed(_ kind: Kind, _ numbers: [Int]) -> [UInt8] {
    if kind.depth == 16 { return numbers.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
    let each = 8 / kind.depth
    return stride(from: 0, to: numbers.count, by: each).map { start in
      (0..<each).reduce(UInt8(0)) { byte, place in
        let number = start + place < numbers.count ? numbers[start + place] : 0
        return byte << UInt8(kind.depth) | UInt8(number)
      }
    }
  }
}
