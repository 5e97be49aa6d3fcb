package import Diagnostics
import Feeds
import Images
import Layout
package import Library
package import Pixels
import Posts
package import Templates

/// Draws a post again from what it was made of, at another size or for another target.
package enum Redrawing {
  /// - Parameters:
  ///   - record: what the post was made of; nil when that is not known.
  ///   - target: whose safe area the slides then keep.
  ///   - imageFolders: where the row's photos are looked up.
  /// - Returns: one a slide of the post, in order.
  /// - Throws: when the template or kit changed or is gone, when a photo is, when the row now gives
  ///   other words, or when something does not fit at the size.
  package static func slides(
    of record: PostRecord?, size: SlideSize, target: PostTarget, imageFolders: [String],
    in workspace: Workspace
  ) throws(DiagnosticsError) -> [Bitmap] {
    guard let record, let template = record.template, let row = record.row else {
      throw DiagnosticsError(.originIsUnknown())
    }
    let settings = DrawSettings(
      size: record.size.count == 2
        ? SlideSize(width: record.size[0], height: record.size[1]) : nil,
      target: record.drawnFor, kit: record.kit?.name,
      brand: try record.brandOptions(imageFolders: imageFolders))
    let prepared = try PreparedTemplate(
      template: template.name, settings: settings,
      binding: BindOptions(imageFolders: imageFolders, allowsUnknownFields: true), in: workspace)
    guard prepared.template.digest == template.digest else {
      throw DiagnosticsError(.originChanged("template", template.name))
    }
    guard prepared.kit?.digest == record.kit?.digest else {
      throw DiagnosticsError(.originChanged("brand kit", record.kit?.name ?? ""))
    }
    guard prepared.kit?.addition?.digest == record.brand?.digest else {
      throw DiagnosticsError(.brandChanged(record.brand?.options))
    }
    let words = PostWords(
      caption: record.caption, title: record.title, disclosure: record.disclosure)
    // The same photos at both sizes, read once.
    let artist = SlideArtist(roots: prepared.pictureRoots)
    try checkWords(of: record, prepared: prepared, row: Row(row), words: words, artist: artist)
    let again = try prepared.at(size, for: target, in: workspace)
    let drawing = again.drawing(
      of: try again.carousel(of: Row(row), words: words, pictures: artist.pictures.files))
    guard drawing.slideNames == record.slides.map(\.name) else {
      throw DiagnosticsError(.rowGivesOtherSlides())
    }
    var bitmaps: [Bitmap] = []
    for slide in try artist.resolve(drawing) { bitmaps.append(try artist.paint(slide.scene)) }
    return bitmaps
  }

  /// The row must still say what was drawn of it: a currency given on the command line, say, is not
  /// recorded, and a price must not change on its way to another platform.
  private static func checkWords(
    of record: PostRecord, prepared: PreparedTemplate, row: Row, words: PostWords,
    artist: SlideArtist
  ) throws(DiagnosticsError) {
    let drawing = prepared.drawing(
      of: try prepared.carousel(of: row, words: words, pictures: artist.pictures.files))
    let texts = try artist.resolve(drawing)
      .map { $0.layout.root.words.joined(separator: "\n") }
    guard texts == record.slides.map(\.text) else {
      throw DiagnosticsError(.rowGivesOtherSlides())
    }
  }
}
