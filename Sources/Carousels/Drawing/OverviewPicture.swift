package import Pixels

/// All slides of a carousel on one picture, to be seen at a glance.
package enum OverviewPicture {
  private static let columns = 5
  private static let thumbnailWidth = 270
  private static let gap = 18
  private static let ground = Color(rgb: 0xe9e7e3)

  /// A slide as small as it stands on the overview.
  package static func thumbnail(of slide: Bitmap) -> Bitmap {
    slide.resampled(
      crop: Rect(width: Double(slide.width), height: Double(slide.height)), width: thumbnailWidth,
      height: max(1, slide.height * thumbnailWidth / slide.width))
  }

  /// - Parameter thumbnails: at least one; all of one size.
  package static func make(of thumbnails: [Bitmap]) -> Bitmap {
    precondition(!thumbnails.isEmpty, "an overview shows at least one slide")
    let width = thumbnails[0].width
    let height = thumbnails[0].height
    let columns = min(Self.columns, thumbnails.count)
    let rows = (thumbnails.count + columns - 1) / columns
    var sheet = Bitmap(
      width: columns * (width + gap) + gap, height: rows * (height + gap) + gap, color: ground)
    for (index, thumbnail) in thumbnails.enumerated() {
      sheet.draw(
        thumbnail, x: gap + index % columns * (width + gap),
        y: gap + index / columns * (height + gap), within: sheet.bounds)
    }
    return sheet
  }
}
