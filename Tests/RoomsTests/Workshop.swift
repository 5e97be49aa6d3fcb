import Feeds
import Files
import Images
import Library
import Pixels
import Posts
import Templates
import TestSupport

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// A small template, photos and a library of its own for one test.
struct Workshop {
  let folder: TemporaryFolder
  let workspace: Workspace

  var library: LibraryFolder { LibraryFolder(path: folder["library"]) }

  /// The library, opened to draw into, at a moment that no test depends on.
  func recorder(in library: LibraryFolder? = nil) throws -> PostRecorder {
    try PostRecorder(library ?? self.library, circumstances: Self.circumstances)
  }

  static let circumstances = Circumstances(
    at: Moment(seconds: 1_800_000_000), by: "test", command: "test")

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace.locate(environment: ["FLINT_HOME": Self.packageRoot])
    try folder.write(
      """
      title: Card
      description: Two slides.
      sizes: [160x240, 240x160]
      fields:
        title: { type: text, required: true, limit: 40 }
        price: { type: money }
        image: { type: image }
      caption: "{{ title }}"
      """, to: "card/template.yaml")
    try folder.write(
      """
      <!DOCTYPE html>
      <html><head><link rel="stylesheet" href="style.css"></head><body>
      <section id="hook" class="slide"><img src="{{ image }}" alt="{{ title }}"></section>
      <section id="words" class="slide"><h1>{{ title }}</h1><p>{{ price }}</p></section>
      </body></html>
      """, to: "card/slides.html")
    try folder.write(
      """
      body, h1, p { margin: 0 }
      .slide { width: 100%; height: 100%; background: #fff; font-family: Inter }
      img { width: 100%; height: 100%; object-fit: cover }
      h1 { font-size: 20px }
      """, to: "card/style.css")
    try folder.write("best:\n  title: Best pot\n  price: 12 EUR\n", to: "card/sample.yaml")
    try photo(0x336699, to: "photos/blue.png")
    try photo(0x993333, to: "photos/red.png")
  }

  static let packageRoot = FilePath.folder(
    of: FilePath.folder(of: FilePath.folder(of: #filePath)))

  func photo(_ color: UInt32, to name: String) throws {
    let channels = [UInt8(color >> 16 & 255), UInt8(color >> 8 & 255), UInt8(color & 255), 255]
    let pixels = (0..<30 * 40).flatMap { _ in channels }
    let picture = Bitmap(width: 30, height: 40, pixels: pixels)
    try folder.write(try picture.encoded(as: .png(.fast), named: name), to: name)
  }

  func prepared(_ settings: DrawSettings = DrawSettings()) throws -> PreparedTemplate {
    try PreparedTemplate(
      template: folder["card"], settings: settings,
      binding: BindOptions(imageFolders: [folder["photos"]], allowsUnknownFields: true),
      in: workspace)
  }

  func feed(_ text: String, map: [String] = []) throws -> Feed {
    try folder.write(text, to: "feed.csv")
    return try Feed.load(
      folder["feed.csv"], for: try prepared().template, map: map, currency: "usd",
      includesUnpublished: false)
  }

  /// Runs a batch of a feed and gives `key: outcome` of each row.
  @discardableResult
  func batch(
    _ text: String, workers: Int = 1, isPlan: Bool = false, in library: LibraryFolder? = nil,
    stoppingAfter limit: Int = .max, settings: DrawSettings = DrawSettings(),
    restyles: Bool = false
  ) async throws -> [String] {
    let library = library ?? self.library
    let recorder =
      isPlan
      ? try PostRecorder(lookingAt: library, at: Self.circumstances) : try recorder(in: library)
    let batch = Batch(
      rows: try feed(text).rows, prepared: try prepared(settings), recorder: recorder,
      restyles: restyles)
    let begun = Counter()
    let log = ResultLog()
    _ = await batch.run(
      workers: workers, isPlan: isPlan,
      shouldStop: {
        begun.increment()
        return begun.count > limit
      },
      onResult: log.add)
    return log.results.map { result in
      let word =
        switch result.outcome {
        case .drawn: "drawn"
        case .unchanged: "unchanged"
        case .published: "published"
        case .failed: "failed"
        }
      return "\(result.key): \(word)"
    }
  }
}
