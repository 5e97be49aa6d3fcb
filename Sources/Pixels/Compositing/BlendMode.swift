/// How a color mixes with the one below it (Compositing and Blending 1 §10); raw values are CSS's.
public enum BlendMode: String, Hashable, Sendable {
  case normal, multiply, screen, overlay, darken, lighten
  /// Brightens what is below, the more the lighter the color; black leaves it.
  case colorDodge = "color-dodge"
  /// Darkens what is below, the more the darker the color; white leaves it.
  case colorBurn = "color-burn"
  /// Multiplies where the color is dark, screens where it is light.
  case hardLight = "hard-light"
  /// As hard light, but softly: black and white do not hide what is below.
  case softLight = "soft-light"
  case difference, exclusion, hue, saturation, color, luminosity
  /// The sum of both, Compositing 1 §9.1.12.
  case plusLighter = "plus-lighter"
}
