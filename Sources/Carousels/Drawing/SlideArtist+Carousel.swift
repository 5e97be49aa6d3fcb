package import Diagnostics
import Images
package import Layout
import Pixels
import Rendering
import Typography

extension SlideArtist {
  /// Draws every slide; all problems of all slides are collected before it gives up.
  package func draw(_ drawing: CarouselDrawing) throws(DiagnosticsError) -> DrawnCarousel {
    let resolved = try resolve(drawing)
    let ink = inkWarnings(of: resolved)
    var carousel = DrawnCarousel(
      slides: [], overview: [], fonts: [], warnings: resolved.flatMap(\.layout.warnings) + ink,
      inkWarnings: ink)
    var thumbnails: [Bitmap] = []
    for (index, slide) in resolved.enumerated() {
      let name = drawing.slideNames[index]
      let file = Self.fileName(index, name, drawing.encoding, of: resolved.count)
      let drawn = try draw(slide, named: name, file: file, encoding: drawing.encoding)
      slide.layout.root.collectFonts(into: &carousel.fonts)
      thumbnails.append(drawn.thumbnail)
      carousel.slides.append(drawn.slide)
    }
    carousel.warnings += pictures.warnings
    carousel.overview = try encode(
      OverviewPicture.make(of: thumbnails), as: .png(.fast), named: "overview.png")
    return carousel
  }

  private func draw(
    _ slide: ResolvedSlide, named name: String, file: String, encoding: ImageEncoding
  ) throws(DiagnosticsError) -> KeptSlides.Slide {
    if let earlier = kept?.slide(named: file, showing: slide.scene, pictures.digests) {
      return earlier
    }
    let bitmap = try paint(slide.scene)
    let bytes = try encode(bitmap, as: encoding, named: file)
    let drawn = KeptSlides.Slide(
      scene: slide.scene, pictureDigests: pictures.digests,
      slide: DrawnSlide(
        name: name, fileName: file, width: bitmap.width, height: bitmap.height, file: bytes,
        alternativeTexts: slide.layout.root.alternativeTexts,
        text: slide.layout.root.words.joined(separator: "\n")),
      thumbnail: OverviewPicture.thumbnail(of: bitmap))
    kept?.keep(drawn, named: file)
    return drawn
  }

  /// Lays out every slide; members of a `-flint-fit-group` take the smallest size of the carousel.
  package func resolve(_ drawing: CarouselDrawing) throws(DiagnosticsError) -> [ResolvedSlide] {
    pictures.begin(drawing.pictureDigests)
    var slides: [ResolvedSlide] = []
    var log = DiagnosticLog()
    for index in drawing.slideNames.indices {
      do {
        slides.append(try resolve(index, of: drawing))
      } catch {
        log.add(contentsOf: error.diagnostics)
      }
    }
    try log.throwIfErrors()
    var smallest: [String: Double] = [:]
    for slide in slides { smallest.merge(slide.layout.fitGroupSizes, uniquingKeysWith: min) }
    for index in slides.indices {
      let isLarger = slides[index].layout.fitGroupSizes.contains { name, size in
        size > smallest[name] ?? size
      }
      if isLarger { slides[index] = try resolve(index, of: drawing, limits: smallest) }
    }
    return slides
  }

  private func resolve(
    _ index: Int, of drawing: CarouselDrawing, limits: [String: Double] = [:]
  ) throws(DiagnosticsError) -> ResolvedSlide {
    try resolve(
      slide: drawing.hasSections ? index : nil, of: drawing.document, style: drawing.style,
      size: drawing.size, safeArea: drawing.safeArea,
      allowsMissingGlyphs: drawing.allowsMissingGlyphs,
      allowsCutText: drawing.allowsCutText, fitGroupLimits: limits)
  }

  /// `01-hook.png`, so that a folder lists slides in order.
  private static func fileName(
    _ index: Int, _ name: String, _ encoding: ImageEncoding, of count: Int
  ) -> String {
    "\(numbered(index, name, of: count)).\(encoding.fileExtension)"
  }

  /// `01-hook`.
  static func numbered(_ index: Int, _ name: String, of count: Int) -> String {
    let digits = max(2, String(count).count)
    let number = String(index + 1)
    return String(repeating: "0", count: digits - number.count) + "\(number)-\(name)"
  }
}

extension LayoutBox {
  fileprivate func collectFonts(into fonts: inout Set<Font>) {
    if case .lines(let lines, _) = content {
      for run in lines.flatMap(\.runs) { fonts.insert(run.glyphs.font) }
    }
    for child in children { child.collectFonts(into: &fonts) }
  }

  /// What the slide says, a line of text each, in document order.
  package var words: [String] {
    var own: [String] = []
    if case .lines(let lines, _) = content { own = lines.map(\.text).filter { !$0.isEmpty } }
    return own + children.flatMap(\.words)
  }

  /// What the slide's pictures show.
  var alternativeTexts: [String] {
    var own: [String] = []
    if case .image = content, let text = element?.alternativeText, !text.isEmpty { own = [text] }
    return own + children.flatMap(\.alternativeTexts)
  }
}
