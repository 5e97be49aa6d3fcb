import Diagnostics
import Pixels
import Styling
import Typography

/// Shrinks the text of boxes with `-flint-min-font-size` until it fits (never below that size).
///
/// Text fits when neither its own box, nor a box around it, nor the slide has more overflow than
/// it would have with hardly any text: what overflows for other reasons is not the text's fault.
struct TextFitter {
  private let engine: LayoutEngine
  private let root: Box
  private(set) var slide: SlideFragments
  private(set) var log = DiagnosticLog()
  /// The size each `-flint-fit-group` ended up with.
  private(set) var groupSizes: [String: Double] = [:]
  /// Indices of the elements whose text is smaller than their style asked for.
  private(set) var shrunkElements: Set<Int> = []

  /// px of overflow nobody sees.
  private static let tolerance = 0.5
  /// Font sizes are tried in steps of this many px.
  private static let step = 0.5

  private struct Candidate {
    var box: Box
    var scaling: FontScaling
    var least: Double
    var size: Double
  }

  /// - Parameter groupLimits: sizes that other slides' members of a group already came down to.
  init(root: Box, engine: LayoutEngine, groupLimits: [String: Double]) {
    self.engine = engine
    self.root = root
    var found: [Candidate] = []
    root.visit { box in
      guard let least = box.style.line.minFontSize, box.element != nil else { return }
      let size = box.style.text.font.sizeInPx
      found.append(
        Candidate(
          box: box, scaling: FontScaling(of: box), least: max(1, min(least, size)), size: size))
    }
    slide = engine.layOutSlide(root)
    if found.isEmpty { return }
    for i in found.indices { shrink(&found[i]) }
    level(&found, limits: groupLimits)
    for candidate in found {
      complain(about: candidate)
      if candidate.size < candidate.scaling.originalSize, let index = candidate.box.element?.index {
        shrunkElements.insert(index)
      }
    }
  }

  // MARK: - Sizes

  /// Brings a candidate down to the largest size at which it fits, at most to its least.
  private mutating func shrink(_ candidate: inout Candidate) {
    guard excess(of: candidate.box).beyond(Excess()) > Self.tolerance else { return }
    let allowed = excess(of: candidate, at: 1)
    let count = Int(((candidate.size - candidate.least) / Self.step).rounded(.down))
    // The sizes from small to large, `least` first.
    var fitting = -1
    var failing = count + 1
    while failing - fitting > 1 {
      let middle = (fitting + failing) / 2
      let size = candidate.least + Double(middle) * Self.step
      let found = excess(of: candidate, at: size)
      if found.beyond(allowed) <= Self.tolerance { fitting = middle } else { failing = middle }
    }
    candidate.size = candidate.least + Double(max(0, fitting)) * Self.step
    set(candidate, size: candidate.size)
  }

  /// Gives all members of a fit group the smallest member's size.
  private mutating func level(_ candidates: inout [Candidate], limits: [String: Double]) {
    for candidate in candidates {
      guard let group = candidate.box.style.line.fitGroup else { continue }
      groupSizes[group] = min(groupSizes[group] ?? .infinity, candidate.size)
    }
    for i in candidates.indices {
      guard let group = candidates[i].box.style.line.fitGroup,
        let size = groupSizes[group].map({ min($0, limits[group] ?? $0) }),
        size < candidates[i].size
      else { continue }
      candidates[i].size = max(size, candidates[i].least)
      set(candidates[i], size: candidates[i].size)
    }
  }

  private mutating func set(_ candidate: Candidate, size: Double) {
    candidate.scaling.apply(size: size, in: engine)
    engine.forgetSizes()
    slide = engine.layOutSlide(root)
  }

  private mutating func excess(of candidate: Candidate, at size: Double) -> Excess {
    set(candidate, size: size)
    return excess(of: candidate.box)
  }

  // MARK: - Excess

  /// How far things stick out of the box, of the boxes around it and of the slide.
  private func excess(of box: Box) -> Excess {
    let path = slide.path(to: box)
    guard let own = path.last else { return Excess() }
    let viewport = Rect(origin: Point(), size: engine.viewport)
    var excess = Excess()
    let ownBox = Rect(origin: own.placed.origin, size: own.placed.fragment.size)
    excess.add(own.transform.bounds(of: ownBox), over: viewport)
    excess.parts.append(Self.hiddenHeight(of: own.placed.fragment))
    for (placed, transform) in path {
      let extent = placed.fragment.flowExtent
      excess.add(extent, over: placed.fragment.contentBox)
      excess.add(extent.map { transform.bounds(of: $0.offset(by: placed.origin)) }, over: viewport)
    }
    return excess
  }

  /// About how high the lines are that a clamp left out.
  private static func hiddenHeight(of fragment: Fragment) -> Double {
    guard fragment.hiddenLineCount > 0 else { return 0 }
    return Double(fragment.hiddenLineCount) * fragment.box.style.text.font.sizeInPx
  }

  private mutating func complain(about candidate: Candidate) {
    let box = candidate.box
    // An explicit clamp or ellipsis says itself what is to happen.
    guard box.lineClamp == nil, box.style.line.textOverflow != .ellipsis else { return }
    guard candidate.size <= candidate.least + 1e-6 else { return }
    let found = excess(of: box)
    guard found.beyond(Excess()) > Self.tolerance else { return }
    let total = characterCount(of: box)
    guard total > 0 else { return }
    let excess = found.beyond(excess(of: candidate, at: 1))
    set(candidate, size: candidate.size)
    guard excess > Self.tolerance else { return }
    let lines = slide.path(to: box).last.map { Self.lineLengths(of: $0.placed.fragment) } ?? []
    let fitting = Self.fittingCount(
      of: total, lines, excess: excess,
      lineHeight: InlineMetrics(box.style, engine: engine).lineHeight,
      width: slide.path(to: box).last?.placed.fragment.contentBox.width ?? 0)
    log.add(
      .tooMuchText(
        box.firstText, element: box.element, count: total, fitting: fitting,
        sizeInPx: candidate.size))
  }

  /// Characters of a box's text, white space collapsed.
  private func characterCount(of box: Box) -> Int {
    var count = 0
    box.visit { inner in
      for case .text(let text, _) in engine.results(of: inner).inlineSource?.items ?? [] {
        count += text.count
      }
    }
    return count
  }

  /// Characters in each line of a box, lines of the boxes inside included.
  private static func lineLengths(of fragment: Fragment) -> [Int] {
    switch fragment.content {
    case .image: []
    case .lines(let lines, let children, _):
      lines.map(\.text.count) + children.flatMap { lineLengths(of: $0.fragment) }
    case .children(let children): children.flatMap { lineLengths(of: $0.fragment) }
    }
  }

  /// About how many of `total` characters would fit.
  private static func fittingCount(
    of total: Int, _ lines: [Int], excess: Double, lineHeight: Double, width: Double
  ) -> Int {
    if lines.count <= 1 {
      return Int((Double(total) * width / max(1, width + excess)).rounded(.down))
    }
    let surplus = Int((excess / max(1, lineHeight)).rounded(.up).clamped(to: 0...1e6))
    let kept = lines.dropLast(min(lines.count, surplus))
    // The spaces at the lines' ends count too.
    return kept.isEmpty ? 0 : kept.reduce(0, +) + kept.count - 1
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
