/// A shade over a part of a picture that fades out softly, without an edge to see.
public struct Veil: Hashable, Sendable {
  /// Black or white.
  public enum Shade: Hashable, Sendable { case dark, light }

  /// Whether it darkens or lightens.
  public var shade: Shade
  /// The shade's alpha in the core, 0…1.
  public var strength: Double
  /// Where it is full.
  public var core: PixelRect
  /// How far beyond the core it reaches at the left and right, px.
  public var fadeX: Double
  /// How far beyond the core it reaches above and below, px.
  public var fadeY: Double

  public init(
    shade: Shade, strength: Double, core: PixelRect, fadeX: Double, fadeY: Double
  ) {
    self.shade = shade
    self.strength = strength
    self.core = core
    self.fadeX = fadeX
    self.fadeY = fadeY
  }

  /// Everything it may change.
  public var reach: PixelRect {
    let x = Int(clamping: fadeX.rounded(.up), to: PixelRect.farthest)
    let y = Int(clamping: fadeY.rounded(.up), to: PixelRect.farthest)
    return PixelRect(
      left: core.x - x, top: core.y - y, right: core.maxX + x, bottom: core.maxY + y)
  }

  /// 6t⁵ − 15t⁴ + 10t³: slope and curvature vanish at both ends, so the eye finds neither.
  /// 1025 steps from 0 to 1, as 0…65,535.
  fileprivate static let ease: [UInt32] = (0...1024).map { step in
    let t = Double(step) / 1024
    return UInt32((t * t * t * (t * (t * 6 - 15) + 10) * 65_535).rounded())
  }

  /// 0 in the core, 1 where the veil ends, along one axis.
  fileprivate static func distances(
    from start: Int, count: Int, core: Range<Int>, fade: Double
  ) -> [Double] {
    (start..<start + count).map { place in
      let outside = max(core.lowerBound - place, place - core.upperBound + 1, 0)
      return outside == 0 ? 0 : fade > 0 ? Double(outside) / fade : 1
    }
  }
}

extension Bitmap {
  /// Draws a veil, dithered so that it shows no bands.
  ///
  /// - Parameter clip: nothing outside it changes.
  public mutating func draw(_ veil: Veil, within clip: PixelRect) {
    let area = veil.reach.intersection(clip).intersection(bounds)
    guard !area.isEmpty, veil.strength > 0, !veil.core.isEmpty else { return }
    let strength = UInt32((min(veil.strength, 1) * 65_536).rounded())
    let across = Veil.distances(
      from: area.x, count: area.width, core: veil.core.x..<veil.core.maxX, fade: veil.fadeX)
    let down = Veil.distances(
      from: area.y, count: area.height, core: veil.core.y..<veil.core.maxY, fade: veil.fadeY)
    let tone: UInt32 = veil.shade == .dark ? 0 : 255
    let ink = SIMD4<UInt32>(tone, tone, tone, 255)
    let stride = width * 4
    unsafe pixels.withUnsafeMutableBytes { buffer in
      for (row, dy) in down.enumerated() where dy < 1 {
        let y = area.y &+ row
        for (column, dx) in across.enumerated() where dx < 1 {
          let distance = dx == 0 ? dy : dy == 0 ? dx : (dx * dx + dy * dy).squareRoot()
          guard distance < 1 else { continue }
          let eased = Veil.ease[Int((1 - distance) * 1024)]
          // 0…65,536; of 256 steps it would have bands of its own.
          let weight = (eased &* (strength >> 1)) >> 15
          let x = area.x &+ column
          let threshold = Dither.thresholds[Dither.phase(x: x, y: y)] & 0xff
          let offset = y &* stride &+ x &* 4
          let under = SIMD4<UInt32>(
            truncatingIfNeeded: unsafe buffer.loadUnaligned(
              fromByteOffset: offset, as: SIMD4<UInt8>.self))
          let mixed = under &* (65_536 &- weight) &+ ink &* weight
          let bytes = (mixed &>> 8 &+ threshold) &>> 8
          unsafe buffer.storeBytes(
            of: SIMD4<UInt8>(truncatingIfNeeded: bytes), toByteOffset: offset,
            as: SIMD4<UInt8>.self)
        }
      }
    }
  }
}
