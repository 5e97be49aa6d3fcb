public import Diagnostics
import Layout
import Pixels
import Styling
import Templates
import Typography

/// The boxes of a page, as text and as JSON.
public struct PageInspection: Sendable {
  /// For people, a line a box.
  public var text: String
  /// For programs.
  public var json: String
  /// What is odd about the page.
  public var warnings: [Diagnostic]

  /// - Parameters:
  ///   - slide: 1-based; nil for the first, or for a page that is one slide by itself.
  ///   - settings: 1080 × 1920 px when they name no size.
  public init(
    of path: String, slide: Int?, settings: DrawSettings,
    in workspace: Workspace
  ) throws(DiagnosticsError) {
    let page = try Page(path: path, kit: nil, catalog: try FontCatalog(path: workspace.fontCatalog))
    let drawing = try page.drawing(settings: settings, in: workspace)
    // Only sizes are read here, so a page may show pictures from anywhere.
    try self.init(
      of: drawing, slide: slide, artist: SlideArtist(roots: ["/"]), named: path,
      warnings: page.warnings)
  }

  /// - Parameter slide: 1-based; nil for the first.
  public init(of render: SingleRender, slide: Int?) throws(DiagnosticsError) {
    try self.init(
      of: render.drawing, slide: slide, artist: render.artist, named: render.key,
      warnings: render.warnings)
  }

  private init(
    of drawing: CarouselDrawing, slide: Int?, artist: SlideArtist, named name: String,
    warnings: [Diagnostic]
  ) throws(DiagnosticsError) {
    let index = (slide ?? 1) - 1
    guard drawing.slideNames.indices.contains(index) else {
      throw DiagnosticsError(.noSuchSlide(index + 1, in: name, count: drawing.slideNames.count))
    }
    artist.pictures.begin(drawing.pictureDigests)
    let resolved = try artist.resolve(
      slide: drawing.hasSections ? index : nil, of: drawing.document, style: drawing.style,
      size: drawing.size, safeArea: drawing.safeArea,
      allowsMissingGlyphs: drawing.allowsMissingGlyphs, allowsCutText: true)
    let tree = resolved.layout.root.inspection
    text = tree.description
    json = tree.json(
      size: Size(width: Double(drawing.size.width), height: Double(drawing.size.height)))
    self.warnings = warnings + resolved.layout.warnings
  }
}
