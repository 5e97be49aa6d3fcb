/// How a color mixes with the one below it (Compositing and Blending 1 §10); raw values are CSS's.
public enum BlendMode: String, Hashable, Sendable {
  case normal, multiply, screen, overlay, darken, lighten
  case colorDodge = "color-dodge"
  case colorBurn = "color-burn"
  case hardLight = "hard-light"
  case softLight = "soft-light"
  case difference, exclusion, hue, saturation, color, luminosity
  /// The sum of both, Compositing 1 §9.1.12.
  case plusLighter = "plus-lighter"
}
