public import Diagnostics
public import Feeds
import Files
import Images
import Layout
public import Library
import Markup
import Pixels
import Rendering
public import Templates
import Typography

/// One carousel, drawn or only looked at: from a template and a row, or from a bare page.
public struct SingleRender {
  /// Where a post was made of.
  private enum Source {
    case template(PreparedTemplate, BoundCarousel)
    case page(Page)
  }

  private let source: Source
  package let drawing: CarouselDrawing
  package let artist: SlideArtist
  /// The post's key, as its folder will be called.
  public let key: String
  /// About template, page or row, before anything is laid out.
  public let warnings: [Diagnostic]

  /// - Parameter settings: win over what a post file asks for.
  public init(
    _ request: RenderRequest, settings: DrawSettings, binding: BindOptions,
    in workspace: Workspace
  ) throws(DiagnosticsError) {
    switch request {
    case .page(let path):
      try self.init(page: path, settings: settings, in: workspace)
    case .template(let name, let location, let row, let size, let kit, let words):
      var settings = settings
      settings.size = settings.size ?? size
      settings.kit = settings.kit ?? kit
      let prepared = try PreparedTemplate(
        template: name, settings: settings, binding: binding, in: workspace, at: location)
      try self.init(row: row, prepared: prepared, words: words)
    }
  }

  /// - Parameter words: its caption replaces the template's.
  public init(
    row: Row, prepared: PreparedTemplate, words: PostWords = PostWords()
  ) throws(DiagnosticsError) {
    artist = SlideArtist(roots: prepared.pictureRoots)
    let carousel = try prepared.carousel(of: row, words: words, pictures: artist.pictures.files)
    source = .template(prepared, carousel)
    drawing = prepared.drawing(of: carousel)
    key = prepared.key(of: row)
    warnings = prepared.warnings + carousel.bound.warnings
  }

  /// - Parameter path: of an HTML page; its `section.slide` elements are the slides.
  public init(
    page path: String, settings: DrawSettings, in workspace: Workspace
  ) throws(DiagnosticsError) {
    let kit = try workspace.kit(of: settings)
    let page = try Page(path: path, kit: kit, catalog: try FontCatalog(path: workspace.fontCatalog))
    source = .page(page)
    drawing = try page.drawing(settings: settings, in: workspace)
    artist = SlideArtist(roots: page.pictureRoots)
    key = PostKey.make(from: [page.name])
    warnings = page.warnings
  }

  /// Where the time has gone so far.
  public var stageTimes: StageTimes { artist.stageTimes }

  /// Takes slides again that an earlier drawing kept, and keeps those of this one.
  public func keep(_ slides: KeptSlides) { artist.kept = slides }

  /// The slides as pages for a browser.
  func pageExport() throws(DiagnosticsError) -> PageExport {
    let (folder, kit) =
      switch source {
      case .template(let prepared, _): (prepared.template.folder, prepared.kit)
      case .page(let page): (page.root, page.kit)
      }
    return PageExport(
      drawing: drawing, layouts: try artist.resolve(drawing).map(\.layout), folder: folder,
      kit: kit)
  }

  /// Draws all slides.
  public func draw() throws(DiagnosticsError) -> (record: PostRecord, carousel: DrawnCarousel) {
    let drawn = try artist.draw(drawing)
    switch source {
    case .template(let prepared, let carousel):
      return (PostRecord(of: carousel, drawn: drawn, key: key, by: prepared), drawn)
    case .page(let page):
      return (PostRecord(of: page, drawn: drawn, key: key, by: drawing), drawn)
    }
  }

  /// Draws and writes into the library.
  public func write(to recorder: PostRecorder) throws(DiagnosticsError) -> WrittenPost {
    var place: (key: String, other: String?) = (key, nil)
    if case .template(_, let carousel) = source {
      try recorder.checkCodes(of: carousel)
      place = try recorder.freeKey(key, for: carousel.row)
    }
    var (record, drawn) = try draw()
    record.key = place.key
    var written = try recorder.write(record, drawn: drawn)
    written.other = place.other
    return written
  }

  /// Draws and writes the files into a folder, beside whatever is there; or one slide as a file.
  ///
  /// - Parameter output: a folder, created when needed; for a single slide also a file name that
  ///   ends in the format's extension.
  public func write(
    toPath output: String
  ) throws(DiagnosticsError) -> WrittenPost {
    let isFile = try isFileName(output)
    let (record, drawn) = try draw()
    do throws(Diagnostic) {
      if isFile {
        try FileSystem.createFolder(FilePath.folder(of: output))
        try FileSystem.write(drawn.slides[0].file, to: output)
      } else {
        try LibraryFolder.write(
          record, files: drawn.folderEntries(caption: record.caption), toFolder: output)
      }
    } catch {
      throw DiagnosticsError(error)
    }
    return WrittenPost(record: record, path: output, warnings: drawn.warnings)
  }

  /// Whether `output` means the file of a single slide; found out before anything is drawn.
  private func isFileName(_ output: String) throws(DiagnosticsError) -> Bool {
    if output.isEmpty { throw DiagnosticsError(.noOutput()) }
    if FileSystem.folderExists(output) { return false }
    let own = drawing.encoding.fileExtension
    let name = output.lowercased()
    let options = ["png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp"]
    guard let end = name.split(separator: ".").last.map(String.init), name.contains("."),
      let option = options[end]
    else { return false }
    guard option == options[own] else {
      throw DiagnosticsError(.otherFormat(output, expected: own, option: option))
    }
    let count = drawing.slideNames.count
    if count > 1 { throw DiagnosticsError(.severalSlides(count, output: output)) }
    return true
  }

  /// The scenes of all slides as text, one after the other.
  public func dumpScenes() throws(DiagnosticsError) -> String {
    let slides = try artist.resolve(drawing)
    return zip(drawing.slideNames, slides)
      .map { "# \($0)\n\($1.scene.dump)" }.joined(separator: "\n")
  }

  /// Lays every slide out without drawing it: all problems, nothing written.
  ///
  /// - Returns: the files that would be written, and warnings.
  public func dryRun() throws(DiagnosticsError) -> (slides: [String], warnings: [Diagnostic]) {
    let slides = try artist.resolve(drawing)
    return (drawing.slideNames, slides.flatMap(\.layout.warnings) + artist.inkWarnings(of: slides))
  }
}
