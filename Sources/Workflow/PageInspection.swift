public import Diagnostics
import Layout
import Pixels
public import Templates
import Typography

/// The boxes of a page, as text and as JSON.
public struct PageInspection: Sendable {
  public var text: String
  public var json: String
  public var warnings: [Diagnostic]

  /// - Parameters:
  ///   - slide: 1-based; nil for the first, or for a page that is one slide by itself.
  ///   - wanted: px; nil for 1080 × 1920.
  public init(
    of path: String, slide: Int?, size wanted: SlideSize?, allowsMissingGlyphs: Bool,
    in workspace: Workspace
  ) throws(DiagnosticsError) {
    let size = wanted ?? .standard
    let page = try Page(path: path, kit: nil, catalog: try FontCatalog(path: workspace.fontCatalog))
    let index = (slide ?? 1) - 1
    let count = max(page.sections.count, 1)
    guard (0..<count).contains(index) else {
      throw DiagnosticsError(.noSuchSlide(index + 1, in: path, count: count))
    }
    // Only sizes are read here, so a page may show pictures from anywhere.
    let artist = SlideArtist(roots: ["/"])
    let resolved = try artist.resolve(
      slide: page.sections.isEmpty ? nil : index, of: page.document, style: page.style, size: size,
      allowsMissingGlyphs: allowsMissingGlyphs, allowsCutText: true)
    let tree = resolved.layout.root.inspection
    text = tree.description
    json = tree.json(size: Size(width: Double(size.width), height: Double(size.height)))
    warnings = page.warnings + resolved.layout.warnings
  }
}
