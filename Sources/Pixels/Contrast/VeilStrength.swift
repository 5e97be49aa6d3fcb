/// A text that a veil is to carry.
public struct VeiledText: Hashable, Sendable {
  /// Its glyphs' bounds.
  public var areas: [PixelRect]
  /// The text's color; its alpha counts.
  public var color: Color

  public init(areas: [PixelRect], color: Color) {
    self.areas = areas
    self.color = color
  }

  /// Light text wants a dark veil: whichever of black and white stands out more from its color.
  public var shade: Veil.Shade {
    let own = RelativeLuminance.of(color)
    return RelativeLuminance.contrast(own, 0) >= RelativeLuminance.contrast(own, 1)
      ? .dark : .light
  }
}

extension Bitmap {
  /// Pixels looked at for one text; a whole headline has fifty times as many, and says the same.
  private static let mostSamples = 4_096

  /// The least strength of a veil, in steps of 1/255, that brings each text's contrast to `ratio`.
  ///
  /// As `ContrastMap` measures it: all but the worst 10 % of the pixels. 0 when the contrast is there
  /// without a veil; 1 when not even a full one brings it.
  public func veilStrength(
    for texts: [VeiledText], shade: Veil.Shade, ratio: Double, within clip: PixelRect
  ) -> Double {
    var step = 0
    for text in texts {
      let samples = samples(of: text.areas, within: clip)
      if samples.isEmpty { continue }
      let color = EightBitColor(text.color)
      func suffices(_ step: Int) -> Bool {
        let ink = UInt32(shade == .dark ? 0 : 255)
        let veiled = (0...255).map { byte in
          (UInt32(byte) * UInt32(255 - step) + ink * UInt32(step) + 127) / 255
        }
        let ignored = samples.count / ContrastHistogram.ignoredPart
        var worse = 0
        for sample in samples {
          if Self.contrast(of: color, on: sample, veiled) < ratio { worse += 1 }
          if worse > ignored { return false }
        }
        return true
      }
      if suffices(step) { continue }
      var low = step
      var high = 255
      while high - low > 1 {
        let middle = (low + high) / 2
        if suffices(middle) { high = middle } else { low = middle }
      }
      step = high
    }
    return Double(step) / 255
  }

  @inline(__always)
  private static func contrast(
    of color: EightBitColor, on sample: SIMD4<UInt8>, _ veiled: [UInt32]
  ) -> Double {
    let alpha = UInt32(color.alpha)
    let red = veiled[Int(sample[0])]
    let green = veiled[Int(sample[1])]
    let blue = veiled[Int(sample[2])]
    func mixed(_ over: UInt16, _ under: UInt32) -> Int {
      Int((UInt32(over) &* alpha &+ under &* (255 &- alpha) &+ 127) / 255)
    }
    let beneath =
      RelativeLuminance.red[Int(red)] + RelativeLuminance.green[Int(green)]
      + RelativeLuminance.blue[Int(blue)]
    let ink =
      RelativeLuminance.red[mixed(color.red, red)]
      + RelativeLuminance.green[mixed(color.green, green)]
      + RelativeLuminance.blue[mixed(color.blue, blue)]
    return RelativeLuminance.contrast(ink, beneath)
  }

  /// Evenly spread pixels of the areas.
  private func samples(of areas: [PixelRect], within clip: PixelRect) -> [SIMD4<UInt8>] {
    let areas = areas.map { $0.intersection(clip).intersection(bounds) }
    let count = areas.reduce(0) { $0 + $1.width * $1.height }
    var step = 1
    while count / (step * step) > Self.mostSamples { step += 1 }
    var samples: [SIMD4<UInt8>] = []
    samples.reserveCapacity(count / (step * step) + 1)
    for area in areas {
      for y in stride(from: area.y, to: area.maxY, by: step) {
        for x in stride(from: area.x, to: area.maxX, by: step) {
          let offset = (y * width + x) * 4
          samples.append(
            SIMD4(pixels[offset], pixels[offset + 1], pixels[offset + 2], pixels[offset + 3]))
        }
      }
    }
    return samples
  }
}
