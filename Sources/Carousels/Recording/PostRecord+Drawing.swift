import Files
import Images
import Library
import Templates
import Typography

/// What `post.json` says of a drawing, made once, when all slides are drawn.
extension PostRecord {
  /// The record of a row's carousel.
  init(
    of carousel: BoundCarousel, drawn: DrawnCarousel, key: String, by prepared: PreparedTemplate
  ) {
    self.init(
      key: key, template: .init(name: prepared.template.name, digest: prepared.template.digest),
      kit: prepared.kit.flatMap { kit in
        kit.name.map { .init(name: $0, digest: kit.digest ?? "") }
      },
      brand: prepared.kit?.addition.map { Brand(prepared.settings.brand, digest: $0.digest) },
      target: prepared.settings.target.rawValue, row: .init(of: carousel),
      size: [prepared.size.width, prepared.size.height],
      format: prepared.settings.encoding.fileExtension,
      fonts: Self.fonts(drawn), caption: carousel.caption, title: carousel.words.title,
      disclosure: carousel.words.disclosure, slides: drawn.slides.map(Slide.init),
      origin: carousel.origin)
  }

  /// The record of a bare page.
  init(of page: Page, drawn: DrawnCarousel, key: String, by drawing: CarouselDrawing) {
    self.init(
      key: key, template: nil, kit: nil, target: drawing.target.rawValue, row: nil,
      size: [drawing.size.width, drawing.size.height], format: drawing.encoding.fileExtension,
      fonts: Self.fonts(drawn), caption: "", slides: drawn.slides.map(Slide.init),
      origin: page.digest)
  }

  /// Sorted by family, weight and style.
  private static func fonts(_ drawn: DrawnCarousel) -> [Font] {
    drawn.fonts.map(Font.init).sorted {
      ($0.family, $0.weight, $0.style, $0.sha256) < ($1.family, $1.weight, $1.style, $1.sha256)
    }
  }
}

extension PostRecord.Slide {
  fileprivate init(_ slide: DrawnSlide) {
    self.init(
      file: slide.fileName, name: slide.name, width: slide.width, height: slide.height,
      bytes: slide.file.count, sha256: sha256Hex(slide.file), alt: slide.alternativeTexts,
      text: slide.text)
  }
}

extension PostRecord.Font {
  fileprivate init(_ font: Typography.Font) {
    self.init(
      family: font.family, weight: font.weight, style: font.slant.rawValue, sha256: font.digest)
  }
}
