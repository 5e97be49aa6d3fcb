/// A paragraph's text with its glyphs and the measures that line breaking adds up.
struct ShapedText: Sendable {
  /// What a line that breaks at a soft hyphen shows.
  struct Hyphen: Sendable {
    var glyph: UInt32
    /// px.
    var advance: Double
  }

  let text: ParagraphText
  let styles: [TextStyle]
  let pieces: [ShapedPiece]
  /// The bidi level of each UTF-16 unit.
  let levels: [UInt8]
  let clusterStarts: [Bool]
  let opportunities: BreakOpportunities
  /// px from the paragraph's beginning to each UTF-16 offset, as if in one line, without the edges
  /// of inline boxes and without tabs; an offset inside a cluster counts as the cluster's end.
  let positions: [Double]
  /// Whether a break at each UTF-16 offset changes the glyphs beside it.
  let isUnsafe: [Bool]
  /// px from the first edge to each edge.
  let edgePositions: [Double]
  /// nil when there are none.
  let clonedEdges: ClonedEdges?
  /// By the offset after the soft hyphen.
  let hyphens: [Int: Hyphen]
  /// Offsets of preserved tabs and the distance of their tab stops in px.
  let tabs: [(offset: Int, interval: Double)]

  init(
    _ text: ParagraphText, styles: [TextStyle], pieces: [ShapedPiece], levels: [UInt8],
    clusterStarts: [Bool]
  ) {
    self.text = text
    self.styles = styles
    self.pieces = pieces
    self.levels = levels
    self.clusterStarts = clusterStarts
    opportunities = BreakOpportunities(in: text, styles: styles, clusterStarts: clusterStarts)
    let count = text.units.count
    var advances = [Double](repeating: 0, count: count)
    var isUnsafe = [Bool](repeating: false, count: count + 1)
    var hyphens: [Int: Hyphen] = [:]
    var spaceAdvances: [Int: Double] = [:]
    for piece in pieces {
      let spacing = ClusterSpacing(styles[piece.style], script: piece.script)
      let pxPerUnit = piece.pxPerUnit(styles[piece.style])
      for offset in piece.range { isUnsafe[offset] = true }
      var unsafeClusters: [Int] = []
      for glyph in piece.glyphs {
        advances[glyph.cluster] += Double(glyph.advance) * pxPerUnit
        isUnsafe[glyph.cluster] = false
        if glyph.isUnsafeToBreak { unsafeClusters.append(glyph.cluster) }
      }
      for offset in piece.range where !isUnsafe[offset] {
        advances[offset] += spacing.after(text.units[offset])
      }
      for offset in unsafeClusters { isUnsafe[offset] = true }
      for offset in piece.range where text.units[offset] == 0xAD {
        hyphens[offset + 1] = piece.hyphen(styles[piece.style])
      }
      if spaceAdvances[piece.style] == nil {
        let space = piece.font.face.glyph(for: " ").map { piece.font.face.advance(of: $0) } ?? 0.25
        let style = styles[piece.style]
        spaceAdvances[piece.style] =
          space * style.font.sizeInPx + style.letterSpacing + style.wordSpacing
      }
    }
    var tabs: [(offset: Int, interval: Double)] = []
    for span in text.spans {
      switch span.kind {
      case .atomic(_, let width): advances[span.range.lowerBound] = width
      case .tab:
        let style = styles[span.style]
        let space = spaceAdvances[span.style] ?? style.font.sizeInPx / 4
        tabs.append((span.range.lowerBound, max(0, space * style.tabSize)))
      case .text, .forcedBreak: break
      }
    }
    positions = advances.runningTotal
    edgePositions = text.edges.map(\.width).runningTotal
    clonedEdges = ClonedEdges(text.edges)
    self.isUnsafe = isUnsafe
    self.hyphens = hyphens
    self.tabs = tabs
  }

  /// px from one offset to another in a line that begins at `start`.
  func width(from start: Int, to end: Int) -> Double {
    var from = start
    var x = 0.0
    for tab in tabs where tab.offset >= start && tab.offset < end {
      x += positions[tab.offset] - positions[from]
      x = Self.tabStop(after: x, interval: tab.interval)
      from = tab.offset
    }
    return x + positions[end] - positions[from]
  }

  static func tabStop(after x: Double, interval: Double) -> Double {
    interval > 0 ? ((x / interval).rounded(.down) + 1) * interval : x
  }

  /// Indices of the pieces that overlap a range.
  func pieceIndices(in range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < pieces.count, pieces[end].range.lowerBound < range.upperBound { end += 1 }
    return low..<end
  }

  /// A piece as it looks in a line of `range`: shaped anew where a break at one of its ends changes
  /// glyphs, else as it is.
  func piece(_ index: Int, inLine range: Range<Int>, with shaper: TextShaper) -> ShapedPiece {
    let piece = pieces[index]
    let start = range.lowerBound
    let end = range.upperBound
    let isCutUnsafely =
      (start >= piece.range.lowerBound && isUnsafe[start])
      || (end <= piece.range.upperBound && isUnsafe[end])
    guard isCutUnsafely else { return piece }
    return shaper.reshape(
      piece, piece.range.clamped(to: range), style: styles[piece.style])
  }
}

/// What letter and word spacing add after a cluster.
struct ClusterSpacing {
  private let letter: Double
  private let word: Double
  /// In cursive scripts only spaces are spaced.
  private let isCursive: Bool

  init(_ style: TextStyle, script: Script) {
    letter = style.letterSpacing
    isCursive = script.isCursive
    word = style.wordSpacing
  }

  var isZero: Bool { letter == 0 && word == 0 }

  /// px after the cluster that begins with `unit`.
  func after(_ unit: UInt16) -> Double {
    if isZero { return 0 }
    switch unit {
    case 0x20, 0xA0, 0x1361: return letter + word
    // Zero-width characters are not spaced (as in Blink).
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: return 0
    default: return isCursive ? 0 : letter
    }
  }
}

extension ShapedPiece {
  func pxPerUnit(_ style: TextStyle) -> Double { style.font.sizeInPx / font.face.scale }

  fileprivate func hyphen(_ style: TextStyle) -> ShapedText.Hyphen? {
    let face = font.face
    guard let glyph = face.glyph(for: "\u{2010}") ?? face.glyph(for: "-") else { return nil }
    let advance = face.advance(of: glyph) * style.font.sizeInPx
    return ShapedText.Hyphen(glyph: glyph, advance: advance + style.letterSpacing)
  }
}

extension [Double] {
  /// The sum of the first n elements for each n in 0...count.
  fileprivate var runningTotal: [Double] {
    var total = 0.0
    return [0]
      + map {
        total += $0
        return total
      }
  }
}
