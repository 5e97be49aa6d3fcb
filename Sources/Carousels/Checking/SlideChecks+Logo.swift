import Diagnostics
import Layout
import Pixels
import Rendering
import Styling
import Templates
import Typography

/// The logo of a brand kit: seen whole, with nothing on it.
extension SlideChecks {
  /// px of 1080 that text keeps off a logo's box.
  private static let clearance = 8.0

  func logoFindings(
    _ resolved: ResolvedSlide, texts: [MeasuredText], drawing: CarouselDrawing,
    at slide: Finding.Slide
  ) -> [Finding] {
    guard let logo = drawing.style.logo else { return [] }
    let scale = Double(drawing.size.width) / Self.referenceWidth
    let area = Rect(width: Double(drawing.size.width), height: Double(drawing.size.height))
    let places = resolved.scene.items.flatMap { $0.images(through: .identity) }
      .filter { $0.image.source == logo }
      .map { $0.transform.bounds(of: $0.image.pixelRect.rect) }
    if places.isEmpty { extremes?.slideWithoutLogo() }
    return places.flatMap { place -> [Finding] in
      var findings: [Finding] = []
      let room = place.insetBy(-Self.clearance * scale)
      if let text = texts.first(where: { text in
        !text.isDecorative && text.letters.contains { !$0.intersection(room).isEmpty }
      }) {
        findings.append(
          Finding(
            .overlappingText, "\(text.quoted) lies on the logo, or too near to it",
            remedy: "shorten it, or choose another template or size; in CSS, give them room",
            at: text.element?.location, slide: slide, rect: PixelRect(covering: place)))
      }
      let covered = zones.zones(of: drawing.size).first { zone in
        let part = place.intersection(area).intersection(zone.rect)
        return min(part.width, part.height) > Self.tolerance * scale
      }
      if let covered {
        findings.append(
          Finding(
            .safeZone, "the logo lies under \(covered.name)",
            remedy: "choose another template; in CSS, env(safe-area-inset-…) keeps clear",
            slide: slide, rect: PixelRect(covering: place)))
      }
      return findings
    }
  }
}

extension Rect {
  fileprivate func insetBy(_ distance: Double) -> Rect {
    Rect(
      x: minX + distance, y: minY + distance, width: width - 2 * distance,
      height: height - 2 * distance)
  }
}

extension Finding {
  /// Notes how the text that it is about is set.
  mutating func trace(in root: LayoutBox) {
    guard look == nil, let location, let box = root.box(at: location) else { return }
    look = (box.style.text.color, box.style.text.font.families.first ?? "")
  }
}

extension LayoutBox {
  fileprivate func box(at location: SourceLocation) -> LayoutBox? {
    if element?.location == location { return self }
    return children.lazy.compactMap { $0.box(at: location) }.first
  }
}
