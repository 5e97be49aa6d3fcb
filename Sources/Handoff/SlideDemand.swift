import Carousels
import Images
import Templates

/// What a target takes of a carousel's pictures, all of them JPEGs.
struct SlideDemand {
  /// The platform's name.
  package let platform: String
  package let counts: ClosedRange<Int>
  /// The most bytes of one picture.
  package let mostBytes: Int
  /// px; what stored slides of another shape are drawn at again.
  package let size: SlideSize
  /// Whose safe area slides keep that are drawn again; nil: that which they were drawn with.
  package let target: PostTarget?
  /// Width through height; nil when any shape is taken.
  private let shapes: ClosedRange<Double>?
  /// Whether a picture that lies may have the sides of `most` swapped.
  private let mayLie: Bool
  private let most: SlideSize
  /// Whether all pictures have one size.
  let isUniform: Bool

  /// The posting API's pictures: the reading of "1080p" that passes all sources.
  package static let tiktok = SlideDemand(
    platform: "TikTok", counts: 1...35, mostBytes: 20_000_000,
    size: SlideSize(width: 1080, height: 1920), target: nil, shapes: nil, mayLie: true,
    most: SlideSize(width: 1080, height: 1920), isUniform: false)

  /// Between 3 : 4 and 1.91 : 1; the first picture's shape crops all others.
  package static let instagram = SlideDemand(
    platform: "Instagram", counts: 1...10, mostBytes: 8_000_000,
    size: SlideSize(width: 1080, height: 1350), target: PostTarget.none,
    shapes: 0.75...1.91, mayLie: false,
    most: SlideSize(width: 1080, height: 1440), isUniform: true)

  /// Portrait 4 : 5 to square; all pages have one size.
  package static let linkedin = SlideDemand(
    platform: "LinkedIn", counts: 1...300, mostBytes: 20_000_000,
    size: SlideSize(width: 1080, height: 1350), target: PostTarget.none,
    shapes: 0.8...1, mayLie: false,
    most: SlideSize(width: 1080, height: 1350), isUniform: true)

  /// LinkedIn's limit of a document.
  static let mostPDFBytes = 100_000_000

  /// Whether a picture of this shape can be taken, perhaps smaller.
  private func takesShape(_ size: SlideSize) -> Bool {
    guard let shapes else { return true }
    return shapes.contains(Double(size.width) / Double(size.height))
  }

  private func takesSize(_ size: SlideSize) -> Bool {
    size.width <= most.width && size.height <= most.height
      || mayLie && size.width <= most.height && size.height <= most.width
  }

  /// The size at which a picture is taken: its own, or a smaller one of the same shape; nil when its
  /// shape is not taken.
  func fitting(_ size: SlideSize) -> SlideSize? {
    guard takesShape(size) else { return nil }
    if takesSize(size) { return size }
    let lies = mayLie && size.width > size.height
    let widest = Double(lies ? most.height : most.width)
    let highest = Double(lies ? most.width : most.height)
    let scale = min(widest / Double(size.width), highest / Double(size.height))
    return SlideSize(
      width: max(1, Int((Double(size.width) * scale).rounded(.down))),
      height: max(1, Int((Double(size.height) * scale).rounded(.down))))
  }
}
