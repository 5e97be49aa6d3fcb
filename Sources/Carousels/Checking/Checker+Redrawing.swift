import Diagnostics
import Feeds
import Files
import Images
import Layout
import Library
import Posts
import Templates

/// A post drawn again from its template and row.
struct DrawnAgain {
  package var record: PostRecord
  package var carousel: DrawnCarousel
}

/// Why a post stays as it is drawn; no fault, and whatever else can be mended is mended.
struct StaysAsDrawn: Error {
  package var reason: DiagnosticsError

  package init(_ reason: DiagnosticsError) { self.reason = reason }

  init(_ reason: Diagnostic) { self.reason = DiagnosticsError(reason) }
}

extension Checker {
  /// The post drawn again with the safe area of the target it is checked for.
  ///
  /// With today's template, since a post of a time before there were safe areas has another; so it
  /// must show the same words in the same slides.
  /// - Returns: nil for a post that keeps the same area free already, or was made of a page.
  /// - Throws: `StaysAsDrawn` when it was published or its slides were changed, and when what it was
  ///   made of is gone or would show something else; a `DiagnosticsError` when what is there cannot be
  ///   read.
  func drawnAgain(_ record: PostRecord, in folder: String) throws -> DrawnAgain? {
    guard let template = record.template, let row = record.row, record.size.count == 2 else {
      return nil
    }
    let size = SlideSize(width: record.size[0], height: record.size[1])
    let before = try SafeZones(of: record.drawnFor, in: workspace).insets(of: size)
    guard before != zones.insets(of: size) else { return nil }
    try checkIsUntouched(record, in: folder)
    guard isThere(template.name, kit: record.kit?.name) else {
      throw StaysAsDrawn(.originIsUnknown())
    }
    let prepared = try PreparedTemplate(
      template: template.name,
      settings: DrawSettings(
        size: size, target: target, encoding: ImageEncoding(fileExtension: record.format),
        kit: record.kit?.name, brand: try brandOptions(of: record)),
      binding: binding, in: workspace)
    let artist = SlideArtist(roots: prepared.pictureRoots)
    let carousel: BoundCarousel
    do {
      carousel = try prepared.carousel(
        of: Row(row),
        words: PostWords(
          caption: record.caption, title: record.title, disclosure: record.disclosure),
        pictures: artist.pictures.files)
    } catch {
      if error.diagnostics.contains(where: \.isOfTheSystem) { throw error }
      // Most often a photo that is not where it was looked for.
      throw StaysAsDrawn(error)
    }
    guard record.showsSame(carousel, as: prepared) else {
      throw StaysAsDrawn(.photosOrKitChanged())
    }
    let drawn = try artist.draw(prepared.drawing(of: carousel))
    guard drawn.slides.map(\.name) == record.slides.map(\.name),
      drawn.slides.map({ words(of: $0.text) }) == record.slides.map({ words(of: $0.text) })
    else { throw StaysAsDrawn(.rowGivesOtherSlides()) }
    return DrawnAgain(
      record: PostRecord(of: carousel, drawn: drawn, key: record.key, by: prepared),
      carousel: drawn)
  }

  /// Where a file of them is gone, the post stays as it is.
  private func brandOptions(of record: PostRecord) throws(StaysAsDrawn) -> BrandOptions {
    do {
      return try record.brandOptions(imageFolders: binding.imageFolders)
    } catch {
      throw StaysAsDrawn(error)
    }
  }

  private func isThere(_ template: String, kit: String?) -> Bool {
    (try? Template.find(template, in: workspace.templateFolders)) != nil
      && kit.map { name in
        workspace.kitFolders.contains { FileSystem.folderExists(FilePath.join($0, name)) }
      } ?? true
  }

  /// Another layout breaks lines elsewhere.
  private func words(of text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// What went out stays as it went out, and what a person made of a slide is theirs.
  private func checkIsUntouched(_ record: PostRecord, in folder: String) throws {
    for slide in record.slides {
      let path = FilePath.join(folder, slide.file)
      guard FilePath.isPlainName(slide.file), FileSystem.fileExists(path),
        sha256Hex(try FileSystem.read(path, limit: ImageLimits.bytes)) == slide.sha256
      else { throw StaysAsDrawn(.slideIsAnother(slide.file)) }
    }
    let stage = try DiagnosticsError.catching { () -> Post.Stage? in
      let folder = try FileSystem.realPath(of: folder)
      guard let library = LibraryFolder(holding: folder) else { return nil }
      let key = Key<Post>(FilePath.name(of: folder))
      return try LibraryStore(library, for: .reading).read { try $0.story(of: key)?.post.stage }
    }
    switch stage {
    case nil, .draft?: return
    case .published?, .removed?: throw StaysAsDrawn(.publishedStays())
    }
  }
}

extension ImageEncoding {
  /// The encoding of files with this extension; PNG for any other.
  fileprivate init(fileExtension: String) {
    switch fileExtension {
    case "jpg", "jpeg": self = .jpeg
    case "webp": self = .webp
    default: self = .png(.fast)
    }
  }
}
