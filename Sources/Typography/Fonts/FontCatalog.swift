/// The fonts Flint may use: `fonts/fonts.yaml`, brand kits and `@font-face`; never the system's own.
///
/// Files are read and their SHA-256 checked when a font is first asked for. Safe to share.
public final class FontCatalog: Sendable {
  /// The font and measures that a description's first available family gives.
  public func metrics(for description: FontDescription) -> FontMetrics {
    fatalError("not implemented")
  }
}
