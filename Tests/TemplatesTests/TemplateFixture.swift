import Diagnostics
import Feeds
import Files
import Foundation
import Markup
import Templates
import Testing

typealias SourceLocation = Diagnostics.SourceLocation

/// A folder of its own for a test; gone when the test is over.
final class TestFolder {
  let path: String

  init() throws {
    let name = "templates-test-\(UUID().uuidString)"
    path = FilePath.join(try FileSystem.realPath(of: NSTemporaryDirectory()), name)
    try FileSystem.createFolder(path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = FilePath.join(path, name)
    try FileSystem.createFolder(FilePath.folder(of: file))
    try FileSystem.write(Array(text.utf8), to: file)
  }

  /// Diagnostics with the folder's path left out.
  func shortened(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
  }
}

/// A template folder `demo` of two slides.
struct Fixture {
  let folder: TestFolder
  var path: String { FilePath.join(folder.path, "demo") }

  static let fields = """
    title: { type: text, required: true, limit: 20 }
    brand: text
    price: money
    compare: money
    rating: number
    day: date
    image: image
    tint: color
    sale: flag
    bullets: { type: list, limit: 4 }
    images: { type: list, items: image }
    """

  /// - Parameters:
  ///   - body: what stands in the first slide.
  ///   - page: the whole page instead.
  init(
    body: String = "", page: String? = nil, fields: String = fields, manifest: String = ""
  ) throws {
    folder = try TestFolder()
    let indented = fields.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    try folder.write("\(manifest)fields:\n\(indented)\n", to: "demo/template.yaml")
    let slides =
      "<section class=\"slide\">\(body)</section>\n<section class=\"slide\"></section>"
    try folder.write(page ?? slides, to: "demo/slides.html")
  }

  func load() throws -> Template { try Template.load(path) }

  /// What loading complains about; warnings only when it succeeds.
  func complaints() -> [String] {
    do {
      return folder.shortened(try load().warnings)
    } catch let error as DiagnosticsError {
      return folder.shortened(error.diagnostics)
    } catch {
      return ["\(error)"]
    }
  }

  /// A row of text cells, at `row.csv:2:N` for the Nth.
  static func row(_ cells: [(String, String)]) -> Row {
    Row(
      key: nil,
      cells: cells.enumerated().map { index, cell in
        let place = SourceLocation(file: "row.csv", line: 2, column: index + 1)
        return (cell.0, Row.Cell(.text(cell.1), at: place))
      }, location: SourceLocation(file: "row.csv", line: 2, column: 1))
  }

  /// The first slide's content with the values in it, as HTML.
  func bound(_ cells: [(String, String)]) throws -> String {
    let cells = cells.contains { $0.0 == "title" } ? cells : [("title", "T")] + cells
    let bound = try load().bind(
      Self.row(cells), options: BindOptions(imageFolders: [folder.path]))
    let body = try #require(bound.document.root.childElements.first { $0.name == "body" })
    let slide = try #require(body.childElements.first)
    return slide.children.map(HTMLPrinter.print).joined()
      .replacingOccurrences(of: folder.path + "/", with: "")
  }

  /// What binding complains about.
  func refusals(_ cells: [(String, String)]) throws -> [String] {
    let template = try load()
    do {
      let bound = try template.bind(
        Self.row(cells), options: BindOptions(imageFolders: [folder.path]))
      return folder.shortened(bound.warnings)
    } catch {
      return folder.shortened(error.diagnostics)
        .map { $0.replacingOccurrences(of: folder.path, with: "FOLDER") }
    }
  }
}
