import Carousels
import Diagnostics
import Feeds
import Files
import Images
import Library
import Pixels
import Templates

/// What the golden tests draw, as a user would have it drawn: decoded from the PNGs of posts.
enum GoldenDrawing {
  static let packageRoot = FilePath.folder(
    of: FilePath.folder(of: FilePath.folder(of: #filePath)))

  /// The names of all templates that Flint comes with, sorted.
  static let templates = folders(in: "templates")

  /// The folders of `Tests/Comparison`, sorted.
  static let pageCategories = folders(in: "Tests/Comparison")

  /// One sample row of a template at one of its sizes.
  struct Carousel {
    /// `1080x1920/best`.
    var name: String
    fileprivate var sample: SampleDrawing
  }

  static func carousels(of template: String) throws -> [Carousel] {
    let prepared = try PreparedTemplate(
      template: FilePath.join(packageRoot, "templates/\(template)"), settings: DrawSettings(),
      binding: BindOptions(), in: try workspace())
    return try prepared.samples().map { sample in
      Carousel(name: "\(sample.prepared.size)/\(sample.name)", sample: sample)
    }
  }

  /// The slides in order, named as their files: `01-hook`.
  static func slides(of carousel: Carousel) throws -> [(name: String, picture: Bitmap)] {
    let render = try SingleRender(row: carousel.sample.row, prepared: carousel.sample.prepared)
    let drawn = try render.draw().carousel
    return try drawn.slides.map { slide in
      (String(slide.fileName.prefix { $0 != "." }), try bitmap(slide.file, named: slide.fileName))
    }
  }

  /// The names of a category's pages, sorted.
  static func pages(of category: String) throws -> [String] {
    try FileSystem.names(in: FilePath.join(packageRoot, "Tests/Comparison/\(category)"))
      .filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// - Parameter page: `boxes/alignment`, of one slide.
  static func picture(ofPage page: String) throws -> Bitmap {
    let path = FilePath.join(packageRoot, "Tests/Comparison/\(page).html")
    let text = String(decoding: try FileSystem.read(path, limit: 1 << 20), as: UTF8.self)
    let render = try SingleRender(
      page: path, settings: DrawSettings(size: pageSize(text)), in: try workspace())
    let slides = try render.draw().carousel.slides
    guard slides.count == 1 else { throw Diagnostic.error("\(page) has \(slides.count) slides") }
    return try bitmap(slides[0].file, named: page)
  }

  /// As `scripts/chromium-pictures` has it.
  private static func pageSize(_ text: String) -> SlideSize {
    let viewport = /<meta name="viewport" content="width=(\d+), *height=(\d+)"/
    guard let found = text.firstMatch(of: viewport), let width = Int(found.1),
      let height = Int(found.2)
    else { return SlideSize(width: 540, height: 960) }
    return SlideSize(width: width, height: height)
  }

  private static func bitmap(_ file: [UInt8], named name: String) throws -> Bitmap {
    try EncodedImage(file, named: name).decoded()
  }

  private static func workspace() throws -> Workspace {
    try Workspace.locate(environment: ["FLINT_HOME": packageRoot])
  }

  /// Test arguments cannot throw: what cannot be listed is empty, which a test refuses.
  private static func folders(in name: String) -> [String] {
    let path = FilePath.join(packageRoot, name)
    let names = (try? FileSystem.names(in: path)) ?? []
    return names.filter { FileSystem.folderExists(FilePath.join(path, $0)) }.sorted()
  }
}
