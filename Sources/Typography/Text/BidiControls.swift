/// Where a stretch of text begins or ends that is ordered by itself (UAX #9 isolates).
struct BidiControl: Equatable, Sendable {
  enum Kind: UInt16, Sendable {
    case leftToRight = 0x2066
    case rightToLeft = 0x2067
    /// By its first strong character.
    case firstStrong = 0x2068
    case end = 0x2069
  }

  /// UTF-16 offset of what follows it.
  var offset: Int
  var kind: Kind
}

/// A text with isolates written into it as characters, for the bidi algorithm.
struct IsolatedText {
  private(set) var units: [UInt16] = []
  /// Where each unit of the original text stands in `units`.
  private(set) var places: [Int] = []
  /// Isolates that are open, and how many of the text's own are open in each.
  private var open: [(kind: BidiControl.Kind, inner: Int)] = []

  /// - Parameter controls: in order of their offsets, nested well.
  init(_ text: [UInt16], controls: [BidiControl]) {
    units.reserveCapacity(text.count + controls.count)
    places.reserveCapacity(text.count)
    var next = 0
    for (offset, unit) in text.enumerated() {
      while next < controls.count, controls[next].offset <= offset {
        append(controls[next].kind)
        next += 1
      }
      append(unit)
    }
  }

  private mutating func append(_ kind: BidiControl.Kind) {
    if kind == .end {
      guard let last = open.popLast() else { return }
      units += Array(repeating: BidiControl.Kind.end.rawValue, count: last.inner + 1)
    } else {
      units.append(kind.rawValue)
      open.append((kind, 0))
    }
  }

  private mutating func append(_ unit: UInt16) {
    places.append(units.count)
    var unit = unit
    if let last = open.indices.last {
      switch unit {
      case 0x2066...0x2068: open[last].inner += 1
      // The text cannot leave the isolate it was put into; a word joiner counts for nothing.
      case 0x2069 where open[last].inner == 0: unit = 0x2060
      case 0x2069: open[last].inner -= 1
      // A forced break ends a bidi paragraph; what is open goes on in the next (CSS Writing
      // Modes 4 §2.4.2).
      case 0x0A:
        units.append(unit)
        for index in open.indices { open[index].inner = 0 }
        units += open.map(\.kind.rawValue)
        return
      default: break
      }
    }
    units.append(unit)
  }
}
