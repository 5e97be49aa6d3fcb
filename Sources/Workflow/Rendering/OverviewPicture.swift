import Pixels

/// All slides of a carousel on one picture, to be seen at a glance.
enum OverviewPicture {
  private static let columns = 5
  private static let thumbnailWidth = 270
  private static let gap = 18
  private static let ground = Color(rgb: 0xe9e7e3)

  /// - Parameter slides: at least one; all of one size.
  static func make(of slides: [Bitmap]) -> Bitmap {
    precondition(!slides.isEmpty, "an overview shows at least one slide")
    let width = thumbnailWidth
    let height = max(1, slides[0].height * width / slides[0].width)
    let columns = min(Self.columns, slides.count)
    let rows = (slides.count + columns - 1) / columns
    var sheet = Bitmap(
      width: columns * (width + gap) + gap, height: rows * (height + gap) + gap, color: ground)
    for (index, slide) in slides.enumerated() {
      let crop = Rect(width: Double(slide.width), height: Double(slide.height))
      let thumbnail = slide.resampled(crop: crop, width: width, height: height)
      sheet.draw(
        thumbnail,
        x: gap + index % columns * (width + gap), y: gap + index / columns * (height + gap),
        within: sheet.bounds)
    }
    return sheet
  }
}
