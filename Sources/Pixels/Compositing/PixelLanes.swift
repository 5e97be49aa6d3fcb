/// Four RGBA pixels at once, as arithmetic wants them: red and blue in the eight 16-bit lanes of
/// `low`, green and alpha in those of `high`.
///
/// Splitting even from odd bytes costs one mask and one shift, where widening bytes would cost a call.
struct PixelLanes {
  var low: SIMD8<UInt16>
  var high: SIMD8<UInt16>
}

/// Rounds `value / 255` correctly for `value` up to 255 × 255 + 127.
@inline(__always)
func dividedBy255(_ value: SIMD8<UInt16>) -> SIMD8<UInt16> {
  let raised = value &+ 128
  return (raised &+ (raised &>> 8)) &>> 8
}

/// The upper half of each product: `a * b / 65536`.
@inline(__always)
func upperProduct(_ a: SIMD8<UInt16>, _ b: SIMD8<UInt16>) -> SIMD8<UInt16> {
  let wide = SIMD8<UInt32>(truncatingIfNeeded: a) &* SIMD8<UInt32>(truncatingIfNeeded: b)
  return SIMD8<UInt16>(truncatingIfNeeded: wide &>> 16)
}

extension PixelLanes {
  /// Memory order is R G B A, so a little-endian 16-bit lane holds R + 256 G or B + 256 A.
  @inline(__always)
  init(packed: SIMD8<UInt16>) {
    low = packed & 0x00ff
    high = packed &>> 8
  }

  @inline(__always)
  var packed: SIMD8<UInt16> { low | (high &<< 8) }

  /// The same color in all four pixels, not premultiplied, its alpha lanes 255.
  init(color: EightBitColor) {
    low = SIMD8(
      color.red, color.blue, color.red, color.blue, color.red, color.blue, color.red, color.blue)
    high = SIMD8(color.green, 255, color.green, 255, color.green, 255, color.green, 255)
  }

  /// Source-over of a color whose coverage of each pixel stands in `weight`, 0…255.
  ///
  /// One rounding only; premultiplied stays premultiplied, since the alpha lanes take the same path.
  @inline(__always)
  func drawn(weight: SIMD8<UInt16>, over under: PixelLanes) -> PixelLanes {
    let rest = 255 &- weight
    return PixelLanes(
      low: dividedBy255(low &* weight &+ under.low &* rest),
      high: dividedBy255(high &* weight &+ under.high &* rest))
  }

  /// `other` where `weight` is 255, the receiver where it is 0.
  @inline(__always)
  func mixed(with other: PixelLanes, weight: SIMD8<UInt16>) -> PixelLanes {
    other.drawn(weight: weight, over: self)
  }

  /// Source-over of premultiplied pixels, faded by `weight`, 0…255.
  @inline(__always)
  func premultipliedDrawn(weight: SIMD8<UInt16>, over under: PixelLanes) -> PixelLanes {
    let alpha = dividedBy255(alphaLanes &* weight)
    let rest = 255 &- alpha
    return PixelLanes(
      low: dividedBy255(low &* weight &+ under.low &* rest),
      high: dividedBy255(high &* weight &+ under.high &* rest))
  }

  /// Each pixel's alpha in both of its lanes.
  @inline(__always)
  private var alphaLanes: SIMD8<UInt16> {
    let pairs = unsafe unsafeBitCast(high, to: SIMD4<UInt32>.self) &>> 16
    return unsafe unsafeBitCast(pairs | (pairs &<< 16), to: SIMD8<UInt16>.self)
  }
}

/// A color with straight alpha as the pixels hold it.
struct EightBitColor {
  var red: UInt16
  var green: UInt16
  var blue: UInt16
  var alpha: UInt16

  init(_ color: Color) {
    red = UInt16(unit: color.red)
    green = UInt16(unit: color.green)
    blue = UInt16(unit: color.blue)
    alpha = UInt16(unit: color.alpha)
  }

  /// The four bytes in memory order, alpha 255.
  var opaquePixel: UInt32 {
    UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | 0xff00_0000
  }
}

extension UInt16 {
  /// 0…1 to 0…255, rounded; what lies outside is brought in, not-a-number is 0.
  init(unit value: Double) {
    self = value > 0 ? UInt16((Swift.min(value, 1) * 255).rounded()) : 0
  }
}

extension UnsafeMutableRawPointer {
  @inline(__always)
  func lanes(at offset: Int) -> PixelLanes {
    PixelLanes(packed: unsafe loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt16>.self))
  }

  @inline(__always)
  func store(_ lanes: PixelLanes, at offset: Int) {
    unsafe storeBytes(of: lanes.packed, toByteOffset: offset, as: SIMD8<UInt16>.self)
  }

  /// One pixel, in the first two lanes; the others are 0.
  @inline(__always)
  func lane(at offset: Int) -> PixelLanes {
    let pixel = unsafe loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    let packed = SIMD4<UInt32>(pixel, 0, 0, 0)
    return PixelLanes(packed: unsafe unsafeBitCast(packed, to: SIMD8<UInt16>.self))
  }

  @inline(__always)
  func storeFirst(_ lanes: PixelLanes, at offset: Int) {
    let pixels = unsafe unsafeBitCast(lanes.packed, to: SIMD4<UInt32>.self)
    unsafe storeBytes(of: pixels[0], toByteOffset: offset, as: UInt32.self)
  }
}

extension UnsafeRawPointer {
  @inline(__always)
  func lanes(at offset: Int) -> PixelLanes {
    PixelLanes(packed: unsafe loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt16>.self))
  }

  @inline(__always)
  func lane(at offset: Int) -> PixelLanes {
    let pixel = unsafe loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    let packed = SIMD4<UInt32>(pixel, 0, 0, 0)
    return PixelLanes(packed: unsafe unsafeBitCast(packed, to: SIMD8<UInt16>.self))
  }

  /// The coverage of four pixels, each in both of its pixel's lanes.
  @inline(__always)
  func weights(at offset: Int) -> SIMD8<UInt16> {
    let bytes = unsafe loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt8>.self)
    let pairs = SIMD4<UInt32>(truncatingIfNeeded: bytes) &* 0x0001_0001
    return unsafe unsafeBitCast(pairs, to: SIMD8<UInt16>.self)
  }

  /// The coverage of one pixel in all lanes.
  @inline(__always)
  func weight(at offset: Int) -> SIMD8<UInt16> {
    SIMD8(repeating: UInt16(unsafe load(fromByteOffset: offset, as: UInt8.self)))
  }

  @inline(__always)
  func eightWeights(at offset: Int) -> UInt64 {
    unsafe loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}
