/// Which of several texts each pixel of a picture belongs to, for measuring their contrasts.
///
/// Where two overlap, the later owns the pixel: its color is what is seen there.
public struct ContrastMap {
  private let width: Int
  private let height: Int
  /// 0: nobody's; else the text's number plus one.
  private var owners: [UInt16]

  /// A map of a picture of that size in px, on which no text has a pixel yet.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
    owners = [UInt16](repeating: 0, count: width * height)
  }

  /// More texts than a slide can hold are not told apart.
  public static let mostTexts = Int(UInt16.max) - 1

  /// - Parameter text: 0..<`mostTexts`.
  public mutating func claim(_ rect: PixelRect, for text: Int) {
    precondition((0..<Self.mostTexts).contains(text), "a text's number")
    let area = rect.intersection(PixelRect(width: width, height: height))
    let owner = UInt16(text + 1)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { owners[y &* width &+ x] = owner }
    }
  }

  /// - Parameter mask: the pixels it covers whole.
  public mutating func claim(_ mask: Mask, for text: Int) {
    precondition((0..<Self.mostTexts).contains(text), "a text's number")
    let area = mask.bounds.intersection(PixelRect(width: width, height: height))
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX where mask.coverage(x: x, y: y) == 255 {
        owners[y * width + x] = UInt16(text + 1)
      }
    }
  }

  /// The contrast ratio of each text: between `inked`, in which its area has the text's color, and
  /// `bare`, in which the text is left out.
  ///
  /// Of the pixels of a text the one that 10 % are worse than: a highlight, an underline or a bar
  /// that strikes a price through does not count, a bright corner of a photo does.
  /// - Returns: `count` ratios, 1…21, rounded down to hundredths; nil for a text without pixels.
  public func contrasts(inked: Bitmap, bare: Bitmap, count: Int) -> [Double?] {
    precondition(
      inked.bounds == bare.bounds && inked.width == width && inked.height == height,
      "pictures of the map's size")
    var histograms = [ContrastHistogram](repeating: ContrastHistogram(), count: count)
    for index in owners.indices where owners[index] != 0 {
      let text = Int(owners[index]) - 1
      guard text < count else { continue }
      histograms[text].add(
        RelativeLuminance.contrast(
          inked.luminance(at: index &* 4), bare.luminance(at: index &* 4)))
    }
    return histograms.map(\.worst)
  }
}

extension Bitmap {
  @inline(__always)
  fileprivate func luminance(at offset: Int) -> Double {
    RelativeLuminance.red[Int(pixels[offset])] + RelativeLuminance.green[Int(pixels[offset &+ 1])]
      + RelativeLuminance.blue[Int(pixels[offset &+ 2])]
  }
}

/// How often each contrast ratio was met.
struct ContrastHistogram {
  /// The share of a text's pixels, 1/10, that may be worse than its contrast.
  static let ignoredPart = 10

  private var counts: [Int] = []
  private var total = 0

  mutating func add(_ ratio: Double) {
    if counts.isEmpty { counts = [Int](repeating: 0, count: 2101) }
    counts[min(2100, Int(ratio * 100))] &+= 1
    total &+= 1
  }

  /// nil when nothing was added.
  var worst: Double? {
    guard total > 0 else { return nil }
    var rest = total / Self.ignoredPart
    for (index, count) in counts.enumerated() {
      if count > rest { return Double(index) / 100 }
      rest -= count
    }
    return 21
  }
}
