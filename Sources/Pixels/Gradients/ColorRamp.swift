/// What source-over needs to draw one color: 16 bits a channel, so that dithering has something to
/// work with. Lanes are paired as in `PixelLanes`.
struct RampEntry {
  /// Premultiplied red, and blue in the upper half; 255 × 256 is full.
  var low: UInt32
  /// Green, and alpha in the upper half.
  var high: UInt32
  /// What is kept of the pixel underneath, 65536 × (1 − alpha), in both halves.
  var rest: UInt32
  /// Rounds the entry up to a power of two.
  private var padding: UInt32 = 0

  /// Each channel 0…1, premultiplied.
  init(premultiplied color: SIMD4<Double>) {
    // Half more, as the conversion cuts off; a call to round numbers costs more than all the rest.
    let scaled = color * 65280 + 0.5
    low = UInt32(scaled[0]) | UInt32(scaled[2]) << 16
    high = UInt32(scaled[1]) | UInt32(scaled[3]) << 16
    // 65536 does not fit; 65535 keeps the pixel too, as the dithering thresholds are at least 2.
    let kept = min(65535, UInt32(65536.5 - color[3] * 65536))
    rest = kept | kept << 16
  }

  var isOpaque: Bool { rest == 0 }
  var isTransparent: Bool { high >> 16 == 0 }
}

/// The colors along a gradient's line, sampled finely.
struct ColorRamp {
  /// Samples between the first stop and the last: half a pixel on a slide's diagonal.
  static let resolution = 4096

  /// The color before the first stop, `resolution` samples, the color after the last.
  let entries: [RampEntry]
  /// Offset of the first stop.
  let start: Double
  /// From the first stop to the last; 0 when they coincide.
  let length: Double
  let isOpaque: Bool

  /// - Precondition: at least one stop.
  init(_ stops: [ResolvedGradient.Stop]) {
    precondition(!stops.isEmpty, "a gradient has a stop")
    var offsets: [Double] = []
    for stop in stops {
      let offset = stop.offset.isFinite ? min(max(stop.offset, -1e6), 1e6) : 0
      offsets.append(max(offset, offsets.last ?? offset))
    }
    let colors = stops.map { premultiplied($0.color) }
    start = offsets[0]
    length = offsets[offsets.count - 1] - offsets[0]

    var entries: [RampEntry] = []
    entries.reserveCapacity(Self.resolution + 2)
    entries.append(RampEntry(premultiplied: colors[0]))
    var next = 0
    for index in 0..<Self.resolution {
      let offset = start + length * (Double(index) + 0.5) / Double(Self.resolution)
      while next < offsets.count, offsets[next] <= offset { next += 1 }
      if next == 0 || next == offsets.count {
        entries.append(RampEntry(premultiplied: colors[min(next, offsets.count - 1)]))
        continue
      }
      let from = offsets[next - 1]
      let fraction = (offset - from) / (offsets[next] - from)
      entries.append(
        RampEntry(
          premultiplied: colors[next - 1] + (colors[next] - colors[next - 1]) * fraction))
    }
    entries.append(RampEntry(premultiplied: colors[colors.count - 1]))
    self.entries = entries
    isOpaque = entries.allSatisfy(\.isOpaque)
  }

  /// The ramp's mean color, for a repetition too short to see.
  var mean: RampEntry {
    var sum = SIMD4<UInt64>()
    for entry in entries.dropFirst().dropLast() {
      sum &+= SIMD4<UInt64>(
        UInt64(entry.low & 0xffff), UInt64(entry.high & 0xffff), UInt64(entry.low >> 16),
        UInt64(entry.high >> 16))
    }
    let count = Double(Self.resolution) * 65280
    return RampEntry(
      premultiplied: SIMD4<Double>(
        Double(sum[0]), Double(sum[1]), Double(sum[2]), Double(sum[3])) / count)
  }
}

/// Channels 0…1 in the order R G B A; what lies outside is brought in, not-a-number is 0.
func premultiplied(_ color: Color) -> SIMD4<Double> {
  func unit(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
  let alpha = unit(color.alpha)
  return SIMD4(
    unit(color.red) * alpha, unit(color.green) * alpha, unit(color.blue) * alpha, alpha)
}
