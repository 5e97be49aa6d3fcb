extension RichText {
  /// A kind of span; the raw value is its element's name.
  enum Span: String, CaseIterable {
    case strong, mark

    fileprivate func covers(_ run: Run) -> Bool {
      switch self {
      case .strong: run.isStrong
      case .mark: run.isMarked
      }
    }
  }

  /// Text, or a span with what stands in it.
  enum Part: Equatable {
    case text(String)
    case span(Span, [Part])
  }

  /// The runs as a tree with as few spans as possible: of two that begin together the longer one
  /// holds the other, `strong` when both are equally long.
  ///
  /// A span that overlaps the end of the one it began in is split there.
  var parts: [Part] { Self.parts(of: runs[...], spans: Span.allCases) }

  /// - Parameter spans: those that are not open yet.
  private static func parts(of runs: ArraySlice<Run>, spans: [Span]) -> [Part] {
    var parts: [Part] = []
    var rest = runs
    while let first = rest.first {
      var outer: (span: Span, runs: ArraySlice<Run>)?
      for span in spans {
        let covered = rest.prefix(while: span.covers)
        if covered.count > outer?.runs.count ?? 0 { outer = (span, covered) }
      }
      if let outer {
        let inner = Self.parts(of: outer.runs, spans: spans.filter { $0 != outer.span })
        parts.append(.span(outer.span, inner))
        rest = rest.dropFirst(outer.runs.count)
      } else {
        parts.append(.text(first.text))
        rest = rest.dropFirst()
      }
    }
    return parts
  }
}
