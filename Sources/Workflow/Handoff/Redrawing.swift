import Diagnostics
import Feeds
import Images
import Layout
import Library
import Pixels
import Posts
import Templates

/// Draws a post again from what it was made of, at another size.
enum Redrawing {
  /// - Parameter imageFolders: where the row's photos are looked up.
  /// - Returns: one a slide of the post, in order.
  /// - Throws: when the template or kit changed or is gone, when a photo is, when the row now gives
  ///   other words, or when something does not fit at the size.
  static func slides(
    of stored: StoredPost, size: SlideSize, imageFolders: [String], in workspace: Workspace
  ) throws(DiagnosticsError) -> [Bitmap] {
    guard let record = stored.record, let template = record.template, let row = record.row else {
      throw DiagnosticsError(.originIsUnknown())
    }
    var settings = DrawSettings(kit: record.kit?.name)
    func studio(_ size: SlideSize?) throws(DiagnosticsError) -> Studio {
      settings.size = size
      let studio = try Studio(
        template: template.name, settings: settings,
        binding: BindOptions(imageFolders: imageFolders, allowsUnknownFields: true),
        in: workspace)
      guard studio.template.digest == template.digest else {
        throw DiagnosticsError(.originChanged("template", template.name))
      }
      guard studio.kit?.digest == record.kit?.digest else {
        throw DiagnosticsError(.originChanged("brand kit", record.kit?.name ?? ""))
      }
      return studio
    }
    let words = PostWords(
      caption: record.caption, title: record.title, disclosure: record.disclosure)
    let first = try studio(
      record.size.count == 2
        ? SlideSize(width: record.size[0], height: record.size[1]) : nil)
    try checkWords(of: record, studio: first, row: Row(row), words: words)
    let again = try studio(size)
    let carousel = try again.carousel(of: Row(row), words: words)
    let drawing = again.drawing(of: carousel)
    guard drawing.slideNames == record.slides.map(\.name) else {
      throw DiagnosticsError(.rowGivesOtherSlides())
    }
    let artist = again.makeArtist()
    var bitmaps: [Bitmap] = []
    for slide in try artist.resolve(drawing) { bitmaps.append(try artist.paint(slide.scene)) }
    return bitmaps
  }

  /// The row must still say what was drawn of it: a currency given on the command line, say, is not
  /// recorded, and a price must not change on its way to another platform.
  private static func checkWords(
    of record: PostRecord, studio: Studio, row: Row, words: PostWords
  ) throws(DiagnosticsError) {
    let drawing = studio.drawing(of: try studio.carousel(of: row, words: words))
    let texts = try studio.makeArtist().resolve(drawing)
      .map { $0.layout.root.words.joined(separator: "\n") }
    guard texts == record.slides.map(\.text) else {
      throw DiagnosticsError(.rowGivesOtherSlides())
    }
  }
}
