public import Diagnostics
import Files
import Images
package import Layout
public import Library
import Markup
import Pixels
import Rendering
import Templates
import Typography

/// A bound page, ready to be drawn: which slides, in which look.
package struct CarouselDrawing {
  var document: Document
  /// One a slide, in order, as files are named after them; a page without `section.slide` has one.
  package var slideNames: [String]
  /// False for a page without `section.slide`.
  var hasSections: Bool
  package var style: PageStyle
  var size: SlideSize
  var encoding: ImageEncoding
  package var allowsMissingGlyphs: Bool
  /// Text that does not fit is a warning only.
  var allowsCutText = false
  /// SHA-256 of the row's own pictures, by path: what is drawn has these bytes.
  var pictureDigests: [String: String] = [:]
}

/// The files of a finished carousel, in memory.
public struct DrawnCarousel: Sendable {
  public var slides: [PostRecord.Slide]
  /// As many as `slides`, in the same order.
  public var files: [[UInt8]]
  /// A PNG of all slides.
  public var overview: [UInt8]
  /// Those whose glyphs are on the slides, sorted by family, weight and style.
  public var fonts: [PostRecord.Font]
  public var warnings: [Diagnostic]
}

extension SlideArtist {
  /// Draws every slide; all problems of all slides are collected before it gives up.
  package func draw(_ drawing: CarouselDrawing) throws(DiagnosticsError) -> DrawnCarousel {
    let resolved = try resolve(drawing)
    var carousel = DrawnCarousel(
      slides: [], files: [], overview: [], fonts: [],
      warnings: resolved.flatMap(\.layout.warnings))
    var thumbnails: [Bitmap] = []
    var fonts: Set<Font> = []
    for (index, slide) in resolved.enumerated() {
      let name = drawing.slideNames[index]
      let file = Self.fileName(index, name, drawing.encoding, of: resolved.count)
      let drawn = try draw(slide, named: name, file: file, encoding: drawing.encoding)
      slide.layout.root.collectFonts(into: &fonts)
      thumbnails.append(drawn.thumbnail)
      carousel.files.append(drawn.file)
      carousel.slides.append(drawn.record)
    }
    carousel.overview = try encode(
      OverviewPicture.make(of: thumbnails), as: .png(.fast), named: "overview.png")
    carousel.fonts = fonts.map(PostRecord.Font.init).sorted {
      ($0.family, $0.weight, $0.style, $0.sha256) < ($1.family, $1.weight, $1.style, $1.sha256)
    }
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
      record: PostRecord.Slide(
        file: file, name: name, width: bitmap.width, height: bitmap.height, bytes: bytes.count,
        sha256: sha256Hex(bytes), alt: slide.layout.root.alternativeTexts,
        text: slide.layout.root.words.joined(separator: "\n")),
      file: bytes, thumbnail: OverviewPicture.thumbnail(of: bitmap))
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
      size: drawing.size, allowsMissingGlyphs: drawing.allowsMissingGlyphs,
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

extension PostRecord.Font {
  fileprivate init(_ font: Font) {
    self.init(
      family: font.family, weight: font.weight, style: font.slant.rawValue, sha256: font.digest)
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
