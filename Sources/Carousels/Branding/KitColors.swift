package import Pixels

/// The colors of a brand kit, derived of what is given so that every text in them can be read.
///
/// Hues stay the accent's; only OKLCH lightness and chroma are looked for.
package struct KitColors: Hashable, Sendable {
  /// The accent, as it was given.
  package var color: Color
  /// The accent as text on the paper: itself where that can be read.
  package var colorText: Color
  /// Text on the accent.
  package var onColor: Color
  /// The ground.
  package var paper: Color
  /// Text on the ground.
  package var ink: Color
  /// Quiet text on the ground.
  package var soft: Color

  /// Why no kit can be made of the colors given.
  package enum Fault: Error, Equatable {
    /// An accent that is not seen on the paper.
    case accentOnPaper(Double)
    /// Text in the ink on the paper.
    case inkOnPaper(Double)
    /// Neither black nor white can be read well on the paper.
    case paperInTheMiddle(Double)
  }

  /// Above WCAG's 4.5, because templates set text on grounds that they mix a little.
  private static let readable = 5.5
  /// What text of the ground has, so that quieter text has room below it.
  private static let strong = 7.0
  /// Below this, rules, bars and buttons in the accent are lost on the paper.
  private static let visible = 1.25

  /// - Parameters: opaque.
  package init(color: Color, paper: Color? = nil, ink: Color? = nil) throws(Fault) {
    self.color = color
    let paper = paper ?? Self.paper(for: color, ink: ink)
    let accent = color.contrast(with: paper)
    guard accent >= Self.visible else { throw .accentOnPaper(accent) }
    self.paper = paper
    let best = max(paper.contrast(with: .black), paper.contrast(with: .white))
    guard best >= Self.strong else { throw .paperInTheMiddle(best) }
    self.ink = ink ?? Self.ink(on: paper, hue: color)
    let text = self.ink.contrast(with: paper)
    guard text >= Self.strong else { throw .inkOnPaper(text) }
    soft = Self.soft(between: self.ink, and: paper)
    colorText = color.shifted(toReach: Self.readable, on: paper)
    onColor = Self.text(on: color, preferring: [paper, self.ink])
  }

  /// Nearly white where the accent can be read there, else nearly black, in the accent's hue.
  private static func paper(for color: Color, ink: Color?) -> Color {
    let own = SpacedColor(color).converted(to: .oklch).components
    let light = SpacedColor(.oklch, SIMD3(0.975, min(own[1] * 0.06, 0.012), own[2])).clipped
    let dark = SpacedColor(.oklch, SIMD3(0.165, min(own[1] * 0.15, 0.03), own[2])).clipped
    if let ink { return ink.contrast(with: light) >= ink.contrast(with: dark) ? light : dark }
    // Saturated colors of middle lightness look like themselves on white.
    return color.contrast(with: light) >= 2.4 ? light : dark
  }

  private static func ink(on paper: Color, hue color: Color) -> Color {
    let hue = SpacedColor(color).converted(to: .oklch).components
    let isLight = paper.contrast(with: .black) >= paper.contrast(with: .white)
    let tinted = SpacedColor(
      .oklch, SIMD3(isLight ? 0.24 : 0.965, min(hue[1] * 0.3, isLight ? 0.045 : 0.012), hue[2])
    ).clipped
    if tinted.contrast(with: paper) >= 10 { return tinted }
    return isLight ? .black : .white
  }

  /// As far from the ink as a text can be and still be read with some room.
  private static func soft(between ink: Color, and paper: Color) -> Color {
    let mixing = ColorInterpolation(space: .oklab)
    for percent in stride(from: 40, through: 0, by: -2) {
      let mixed = mixing.mix(SpacedColor(ink), SpacedColor(paper), at: Double(percent) / 100)
        .clipped
      if mixed.contrast(with: paper) >= 6 { return mixed }
    }
    return ink
  }

  /// The first that can be read on a ground, else black or white, one of which always can.
  private static func text(on ground: Color, preferring colors: [Color]) -> Color {
    if let found = colors.first(where: { $0.contrast(with: ground) >= readable }) {
      return found
    }
    return ground.contrast(with: .black) >= ground.contrast(with: .white) ? .black : .white
  }
}

extension Color {
  /// WCAG 2.2, 1…21.
  package func contrast(with other: Color) -> Double {
    RelativeLuminance.contrast(RelativeLuminance.of(self), RelativeLuminance.of(other))
  }

  /// The same hue, lighter or darker until its contrast on a ground is enough; itself when it is.
  fileprivate func shifted(toReach least: Double, on ground: Color) -> Color {
    if contrast(with: ground) >= least { return self }
    let own = SpacedColor(self).converted(to: .oklch)
    let isLight = ground.contrast(with: .black) >= ground.contrast(with: .white)
    for step in 1...100 {
      var other = own
      let fraction = Double(step) / 100
      other.components[0] = own.components[0] * (1 - fraction) + (isLight ? 0 : fraction)
      // Little chroma is left where sRGB is nearly black or white.
      other.components[1] = own.components[1] * (1 - fraction * fraction)
      let color = other.clipped
      if color.contrast(with: ground) >= least { return color }
    }
    return isLight ? .black : .white
  }

  /// `#rrggbb`, alpha left out.
  package var hexadecimal: String {
    [red, green, blue].reduce("#") { text, channel in
      let digits = String(Int((min(max(channel, 0), 1) * 255).rounded()), radix: 16)
      return text + (digits.count < 2 ? "0" : "") + digits
    }
  }
}
