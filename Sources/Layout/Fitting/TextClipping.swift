import Diagnostics
import Pixels
import Styling
import Typography

/// Finds text that the slide or a box with `overflow: hidden` cuts off.
///
/// Text that ends in an ellipsis, is invisible, or stands in an element with
/// `aria-hidden="true"` is meant so.
struct TextClipping {
  private(set) var log = DiagnosticLog()
  /// Indices of the elements whose text is cut.
  private(set) var elements: Set<Int> = []
  private let isError: Bool

  /// px of text that may be cut: side bearings and room above small letters.
  private static let tolerance = 1.5

  /// What cuts the descendants that are in flow, and those with an absolute position.
  private struct Clip {
    var inFlow: ClipArea
    var absolute: ClipArea
  }

  init(_ slide: SlideFragments, size: Size, isError: Bool) {
    self.isError = isError
    let all = ClipArea(Rect(origin: Point(), size: size))
    let clip = Clip(inFlow: all, absolute: all)
    visit(slide.root, clip: clip, owner: nil)
    for absolute in slide.absolutes { visit(absolute, clip: clip, owner: nil) }
  }

  private mutating func visit(_ placed: PlacedFragment, clip: Clip, owner: ElementIdentity?) {
    let fragment = placed.fragment
    let box = fragment.box
    if box.element?.isDecorative == true { return }
    let owner = box.element ?? owner
    var clip = clip
    if box.style.box.position == .absolute { clip.inFlow = clip.absolute }
    if box.style.paint.effects.hasTransform {
      clip.inFlow.enter(
        box.style.paint.effects.transform(of: Rect(origin: placed.origin, size: fragment.size)))
    }
    if box.style.box.overflow == .hidden {
      let paddingBox = Rect(origin: placed.origin, size: fragment.size)
        .inset(by: fragment.border)
      clip.inFlow.intersect(paddingBox)
    }
    if box.isContainingBlockOfAbsolutes { clip.absolute = clip.inFlow }

    if case .lines(let lines, _, _) = fragment.content {
      check(lines.map { $0.offset(by: placed.origin) }, of: box, owner, against: clip.inFlow)
    }
    let absolutes = fragment.absolutes.map { ObjectIdentifier($0.fragment) }
    for child in fragment.placedChildren {
      var childClip = clip
      if absolutes.contains(ObjectIdentifier(child.fragment)) { childClip.inFlow = clip.absolute }
      visit(
        PlacedFragment(fragment: child.fragment, origin: child.origin + placed.origin),
        clip: childClip, owner: owner)
    }
  }

  private mutating func check(
    _ lines: [FragmentLine], of box: Box, _ owner: ElementIdentity?, against clip: ClipArea
  ) {
    var cut = 0
    for line in lines {
      let isCut = line.runs.contains { run in
        run.paint.isVisible && !run.glyphs.isSpace
          && clip.excess(of: run.letterArea) > Self.tolerance
      }
      if isCut { cut += 1 }
    }
    if cut > 0 {
      if let owner { elements.insert(owner.index) }
      log.add(
        .cutText(
          box.firstText, element: owner, lines: cut, of: lines.count, isError: isError))
    }
  }
}

/// Rectangles that cut, each in the coordinates of the transform it stands in.
private struct ClipArea {
  private var current: Rect?
  /// Outside the innermost transforms: with the way there from here.
  private var outer: [(rect: Rect, transform: AffineTransform)] = []

  init(_ rect: Rect) { current = rect }

  mutating func intersect(_ rect: Rect) { current = current.map { $0.intersection(rect) } ?? rect }

  /// Goes inside a box with this transform.
  mutating func enter(_ transform: AffineTransform) {
    outer = outer.map { ($0.rect, $0.transform.concatenating(transform)) }
    if let current { outer.append((current, transform)) }
    current = nil
  }

  /// px of the outermost coordinates that `area` sticks out.
  func excess(of area: Rect) -> Double {
    let own = current.map { area.excess(over: $0) } ?? 0
    return outer.reduce(own) { worst, clip in
      max(worst, clip.transform.bounds(of: area).excess(over: clip.rect))
    }
  }
}

extension TextRun {
  /// About where its letters are: from the capitals' top to the baseline.
  fileprivate var letterArea: Rect {
    let height = glyphs.sizeInPx * 0.7
    return Rect(x: origin.x, y: origin.y - height, width: width, height: height)
  }
}

extension GlyphRun {
  fileprivate var isSpace: Bool { text.allSatisfy(\.isWhitespace) }
}
