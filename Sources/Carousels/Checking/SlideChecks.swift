import Diagnostics
import Layout
import Markup
import Pixels
import Rendering
import Styling
import Templates

/// Finds what is wrong with slides by drawing them.
struct SlideChecks {
  package let artist: SlideArtist
  package let target: PostTarget
  let zones: SafeZones
  let codes: CodeChecks
  /// Told what was measured, when somebody asks.
  var extremes: ContrastExtremes?

  /// Below this a text on a slide of 1080 px is an effort on a phone; far below, it is lost.
  static let smallType = 36.0
  private static let lostType = 24.0
  /// The width on which the sizes above are px.
  static let referenceWidth = 1080.0
  private static let largestEnlargement = 1.5
  /// px of a letter that may lie under the interface: less than a third of one.
  static let tolerance = 8.0

  package func findings(of drawing: CarouselDrawing) -> [Finding] {
    var drawing = drawing
    drawing.allowsCutText = true
    var findings: [Finding] = []
    let slides: [ResolvedSlide]
    do {
      slides = try artist.resolve(drawing)
    } catch {
      return error.diagnostics.map { Finding($0) }
    }
    for (index, slide) in slides.enumerated() {
      let place = Finding.Slide(number: index + 1, name: drawing.slideNames[index])
      let before = findings.count
      let root = slide.layout.root
      for text in [root.words.joined(separator: "\n")] + root.alternativeTexts {
        findings += codes.findings(
          in: text, of: "slide \(index + 1)", at: root.element?.location, slide: place)
      }
      findings += slide.layout.cutText.map { Finding($0, rule: .cutText, slide: place) }
      findings += slide.layout.warnings.filter { !slide.layout.cutText.contains($0) }
        .map { Finding($0, slide: place) }
      do {
        let texts = try artist.measureTexts(of: slide)
        findings += textFindings(texts, of: slide, size: drawing.size, slide: place)
        findings += logoFindings(slide, texts: texts, drawing: drawing, at: place)
      } catch {
        findings += error.diagnostics.map { Finding($0, slide: place) }
      }
      findings += pictureFindings(slide, slide: place)
      for index in findings.indices.dropFirst(before) { findings[index].trace(in: root) }
    }
    findings += artist.pictures.warnings.map { Finding($0) }
    return findings
  }

  // MARK: - Texts

  private func textFindings(
    _ texts: [MeasuredText], of resolved: ResolvedSlide, size: SlideSize, slide: Finding.Slide
  ) -> [Finding] {
    let overlaps = overlaps(of: texts)
    let scale = Double(min(size.width, size.height)) / Self.referenceWidth
    let zones = zones.zones(of: size)
    let area = Rect(width: Double(size.width), height: Double(size.height))
    extremes?.add(texts, isLarge: { $0.isLarge(scale: scale) })
    return groups(of: texts.filter { !$0.isDecorative }).flatMap { group -> [Finding] in
      [
        contrastFinding(group, scale: scale, slide: slide),
        sizeFinding(group, scale: scale, slide: slide),
      ].compactMap(\.self) + zoneFindings(group, zones: zones, area: area, slide: slide)
    }
      + overlaps.map { overlapFinding(lower: $0.lower, upper: $0.upper, slide: slide) }
      + inkFindings(
        of: resolved, apartFrom: Set(overlaps.map { [$0.lower.block, $0.upper.block] }),
        slide: slide)
  }

  /// Each text with one of another block that lies on it.
  private func overlaps(
    of texts: [MeasuredText]
  ) -> [(lower: MeasuredText, upper: MeasuredText)] {
    let texts = texts.filter { !$0.isDecorative && $0.contrast != nil }
    return texts.indices.compactMap { index in
      let lower = texts[index]
      let upper = texts[(index + 1)...].first { $0.block != lower.block && $0.lies(on: lower) }
      return upper.map { (lower, $0) }
    }
  }

  private func overlapFinding(
    lower: MeasuredText, upper: MeasuredText, slide: Finding.Slide
  ) -> Finding {
    Finding(
      .overlappingText, "\(upper.quoted) lies on \(lower.quoted)",
      remedy:
        "shorten one of them, or choose another template or size; in CSS, give them room of "
        + "their own",
      at: upper.element?.location, slide: slide, rect: [lower, upper].bounds)
  }

  /// - Parameter overlaps: pairs of blocks that are told to lie on each other.
  private func inkFindings(
    of resolved: ResolvedSlide, apartFrom overlaps: Set<Set<Int>>, slide: Finding.Slide
  ) -> [Finding] {
    let (problems, isComplete) = artist.inkProblems(of: resolved)
    var findings = problems.filter { !overlaps.contains($0.blocks) }.map { problem in
      Finding(
        problem.kind.rule, problem.message, remedy: problem.remedy,
        at: problem.element?.location, slide: slide, rect: problem.bounds)
    }
    if !isComplete {
      findings.append(
        Finding(
          .notLookedInto, "thousands of letters lie on each other; not all were compared",
          remedy: "", slide: slide))
    }
    return findings
  }

  /// The runs of each element together, in document order.
  private func groups(of texts: [MeasuredText]) -> [[MeasuredText]] {
    var groups: [[MeasuredText]] = []
    var places: [Int: Int] = [:]
    for text in texts {
      let element = text.element?.index ?? -1
      if let place = places[element] {
        groups[place].append(text)
      } else {
        places[element] = groups.count
        groups.append([text])
      }
    }
    return groups
  }

  private func contrastFinding(
    _ texts: [MeasuredText], scale: Double, slide: Finding.Slide
  ) -> Finding? {
    func needed(_ text: MeasuredText) -> Double {
      text.isLarge(scale: scale) ? WCAG.largeTextContrast : WCAG.textContrast
    }
    let low = texts.filter { ($0.contrast ?? 21) < needed($0) }
    guard let worst = low.min(by: { ($0.contrast ?? 21) < ($1.contrast ?? 21) }) else { return nil }
    return Finding(
      .contrast,
      "\(worst.quoted) has a contrast of \(ratio(worst.contrast ?? 1)); it needs "
        + "\(ratio(needed(worst)))",
      remedy:
        "choose colors further apart, uncover what is covered, or put -flint-scrim: auto on the element over a photo",
      at: worst.element?.location, slide: slide, rect: low.bounds)
  }

  private func sizeFinding(
    _ texts: [MeasuredText], scale: Double, slide: Finding.Slide
  ) -> Finding? {
    let small = texts.filter { $0.sizeInPx < Self.smallType * scale - 0.01 }
    guard let smallest = small.min(by: { $0.sizeInPx < $1.sizeInPx }) else { return nil }
    let isLost = smallest.sizeInPx < Self.lostType * scale
    return Finding(
      .smallType,
      "\(smallest.quoted) is \(px(smallest.sizeInPx)) tall; phones need \(px(Self.smallType * scale))",
      remedy: "make it at least \(px(Self.smallType * scale)), or leave it out",
      severity: isLost ? .error : .warning,
      at: smallest.element?.location, slide: slide, rect: small.bounds)
  }

  private func zoneFindings(
    _ texts: [MeasuredText], zones: [SafeZones.Zone], area: Rect, slide: Finding.Slide
  ) -> [Finding] {
    let visible = texts.filter { $0.mustBeSafe && !$0.bounds.intersection(area).isEmpty }
    return zones.compactMap { zone in
      func depth(_ text: MeasuredText, in rect: Rect) -> Double {
        let part = text.bounds.intersection(area).intersection(rect)
        return min(part.width, part.height)
      }
      let tolerance = Self.tolerance * area.width / Self.referenceWidth
      let covered = visible.filter { depth($0, in: zone.rect) > tolerance }
      guard
        let worst = covered.max(by: { depth($0, in: zone.rect) < depth($1, in: zone.rect) })
      else { return nil }
      let isSure = depth(worst, in: zone.surelyCovered) > tolerance
      var finding = Finding(
        .safeZone, "\(worst.quoted) \(isSure ? "lies" : "may lie") under \(zone.name)",
        remedy: target.roomAdvice(px: px(depth(worst, in: zone.rect).rounded(.up))),
        severity: isSure ? .error : .warning, at: worst.element?.location, slide: slide,
        rect: covered.bounds)
      finding.variant = zone.name
      return finding
    }
  }

  // MARK: - Pictures

  private func pictureFindings(_ resolved: ResolvedSlide, slide: Finding.Slide) -> [Finding] {
    let root = resolved.layout.root
    var findings = root.imagesWithoutAlt.map { element in
      Finding(
        .missingAlt, "this img has no alt",
        remedy: "say what it shows: alt=\"…\"; write alt=\"\" when it is only decoration",
        at: element.location, slide: slide, rect: nil)
    }
    var told: Set<String> = []
    for (image, transform) in resolved.scene.items.flatMap({ $0.images(through: .identity) }) {
      let scales = transform.axisScales
      let enlargement = max(
        image.destination.width * scales.width / max(image.crop.width, 1e-6),
        image.destination.height * scales.height / max(image.crop.height, 1e-6))
      guard enlargement > Self.largestEnlargement, told.insert(image.source).inserted else {
        continue
      }
      findings.append(
        Finding(
          .upscaledPhoto,
          "\"\(image.source.split(separator: "/").last ?? "")\" is enlarged "
            + "\(decimal((enlargement * 10).rounded(.up) / 10)) times",
          remedy: "use a photo of at least \(Int(min(1e6, image.destination.width.rounded()))) × "
            + "\(Int(min(1e6, image.destination.height.rounded()))) px for what is shown, or show "
            + "it smaller",
          at: root.place(ofPicture: image.source), slide: slide,
          rect: PixelRect(covering: transform.bounds(of: image.pixelRect.rect))))
    }
    return findings
  }
}

/// WCAG 2.2, 1.4.3.
enum WCAG {
  static let textContrast = 4.5
  static let largeTextContrast = 3.0
  /// 24 and 18.66 CSS px where 390 CSS px, a phone, show 1080 px.
  static let largeSize = 24.0 * 1080 / 390
  static let largeBoldSize = 18.66 * 1080 / 390
  static let boldWeight = 700
}

extension MeasuredText {
  fileprivate func isLarge(scale: Double) -> Bool {
    let least = weight >= WCAG.boldWeight ? WCAG.largeBoldSize : WCAG.largeSize
    return sizeInPx >= least * scale
  }
}

extension InkProblem.Kind {
  fileprivate var rule: CheckRule {
    switch self {
    case .collision: .inkCollision
    case .clipped: .inkClipped
    case .mixedFonts: .mixedFontsInWord
    }
  }
}

extension PostTarget {
  /// What to do about a text that is covered, for people with a template and for its author.
  fileprivate func roomAdvice(px distance: String) -> String {
    let elsewhere =
      self == .spark || self == .ads
      ? ", or check with --target organic if it will be no ad" : ""
    return
      "use shorter words, another template\(elsewhere); in CSS, move it inwards by \(distance) "
      + "(env(safe-area-inset-…) keeps clear); -flint-safe: none marks what may be covered"
  }
}

extension MeasuredText {
  /// Of an em: what letters may reach into each other's bounds without touching.
  private static let touching = 0.15

  /// Whether a letter of this one lies on one of the other.
  fileprivate func lies(on other: MeasuredText) -> Bool {
    let depth = Self.touching * min(sizeInPx, other.sizeInPx)
    func meet(_ one: Rect, _ two: Rect) -> Bool {
      let part = one.intersection(two)
      return min(part.width, part.height) > depth
    }
    guard meet(bounds, other.bounds) else { return false }
    return letters.contains { own in other.letters.contains { meet(own, $0) } }
  }
}

extension MeasuredText {
  /// The text in quotation marks, shortened.
  var quoted: String {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\"\(text.count > 40 ? text.prefix(39) + "…" : text[...])\""
  }
}

extension [MeasuredText] {
  fileprivate var bounds: PixelRect {
    reduce(PixelRect()) { $0.union(PixelRect(covering: $1.bounds)) }
  }
}

extension LayoutBox {
  /// The visible `img` elements without an `alt`, decoration left out.
  fileprivate var imagesWithoutAlt: [ElementIdentity] {
    guard element?.isDecorative != true else { return [] }
    var found: [ElementIdentity] = []
    if case .image = content, let element, element.name == "img",
      element.alternativeText == nil, style.text.visibility == .visible
    {
      found = [element]
    }
    return found + children.flatMap(\.imagesWithoutAlt)
  }

  /// The first element that shows a picture, as `img` or as background.
  fileprivate func place(ofPicture source: String) -> SourceLocation? {
    if case .image(let image) = content, image.source == source { return element?.location }
    let isBackground = style.paint.backgrounds.contains {
      if case .url(let path) = $0.image { path == source } else { false }
    }
    if isBackground, let element { return element.location }
    return children.lazy.compactMap { $0.place(ofPicture: source) }.first
  }
}

extension SceneItem {
  /// Pictures, each with its transform to the slide.
  func images(
    through transform: AffineTransform
  ) -> [(image: SceneImage, transform: AffineTransform)] {
    switch self {
    case .image(let image): [(image, transform)]
    case .group(let group):
      group.items.flatMap { $0.images(through: transform.concatenating(group.transform)) }
    case .fill, .glyphs, .shadow, .scrim: []
    }
  }
}

/// `4.5 : 1`.
private func ratio(_ value: Double) -> String { "\(decimal(value)) : 1" }

func px(_ value: Double) -> String { "\(decimal(value)) px" }

/// Rounded down to tenths, so that what is too little never reads as enough.
private func decimal(_ value: Double) -> String {
  let tenths = Int((min(value, 1e6) * 10 + 1e-6).rounded(.down))
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}
