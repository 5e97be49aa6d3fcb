import Diagnostics
import Foundation
import Layout
import Markup
import Pixels
import Styling
import Testing
import Typography

/// A page of `Fixtures/CATEGORY/` and the boxes Chromium gives it.
struct Fixture: Sendable, CustomTestStringConvertible {
  let category: String
  let name: String
  let expected: ExpectedPage?

  var testDescription: String { "\(category)/\(name)" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")
  static let fonts = Result {
    try FontCatalog(
      path: folder.appending(path: "../../../fonts/fonts.yaml").standardized.path())
  }

  static let categories: [String] = names(in: folder).filter { name in
    names(in: folder.appending(path: name)).contains { $0.hasSuffix(".html") }
  }

  static let all: [Fixture] = categories.flatMap { category in
    let expectations = expectations(of: category)
    return names(in: folder.appending(path: category)).filter { $0.hasSuffix(".html") }.map {
      let name = String($0.dropLast(5))
      return Fixture(category: category, name: name, expected: expectations[name])
    }
  }

  static func expectations(of category: String) -> [String: ExpectedPage] {
    guard let data = try? Data(contentsOf: folder.appending(path: category + ".json")) else {
      return [:]  // Reported as missing for each page.
    }
    do {
      return try JSONDecoder().decode([String: ExpectedPage].self, from: data)
    } catch {
      Issue.record("\(category).json: \(error)")
      return [:]
    }
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()
  }

  private var file: URL { Fixture.folder.appending(path: "\(category)/\(name).html") }

  /// 400x300 unless the page's `<meta name="viewport">` says otherwise.
  var viewport: Size {
    let page = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard
      let found = page.firstMatch(
        of: /<meta name="viewport" content="width=(\d+), *height=(\d+)"/),
      let width = Double(found.1), let height = Double(found.2)
    else { return Size(width: 400, height: 300) }
    return Size(width: width, height: height)
  }

  func layOut(size: Size) throws -> SlideLayout {
    let bytes = [UInt8](try Data(contentsOf: file))
    let (document, problems) = Document.parse(bytes, file: name + ".html")
    var log = DiagnosticLog()
    log.add(contentsOf: problems)
    var sheets: [StyleSheet] = []
    for source in document.styleSources {
      let parsed: (styleSheet: StyleSheet, diagnostics: [Diagnostic])
      switch source {
      case .inline(let text, let location):
        parsed = StyleSheet.parse(text, startingAt: location)
      case .linked(let href, _):
        let file = self.file.deletingLastPathComponent().appending(path: href)
        parsed = StyleSheet.parse([UInt8](try Data(contentsOf: file)), file: href)
      }
      log.add(contentsOf: parsed.diagnostics)
      sheets.append(parsed.styleSheet)
    }
    let rules = StyleRules(sheets)
    log.add(contentsOf: rules.diagnostics)
    try log.throwIfErrors()
    return try SlideLayout(
      document: document, rules: rules, slide: nil, size: size, fonts: Fixture.fonts.get(),
      allowsCutText: true,
      naturalSize: naturalSize)
  }

  /// From a PNG's header.
  private func naturalSize(_ path: String, _ location: Diagnostics.SourceLocation)
    throws(Diagnostic) -> Size
  {
    // `path` is relative to where `name` is.
    let folder = URL(fileURLWithPath: String(file.path.dropLast("\(name).html".count)))
    let image = folder.appending(path: path)
    guard let header = (try? Data(contentsOf: image))?.prefix(24), header.count == 24 else {
      throw Diagnostic.error("no picture \"\(path)\"", at: location)
    }
    func number(at offset: Int) -> Double {
      Double(header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) })
    }
    return Size(width: number(at: 16), height: number(at: 20))
  }
}

/// The shape of `flint inspect --json`.
struct ExpectedPage: Decodable, Sendable {
  var size: [Double]
  var root: ExpectedBox
}

struct ExpectedBox: Decodable, Sendable {
  var tag: String
  var id: String?
  var `class`: String?
  var x: Double
  var y: Double
  var width: Double
  var height: Double
  var lines: [ExpectedLine]?
  /// By more than a shift: its text has no lines to compare.
  var transformed: Bool?
  var children: [ExpectedBox]?

  var name: String {
    let classes = (`class` ?? "").split(separator: " ").map { ".\($0)" }.joined()
    return tag + (id.map { "#\($0)" } ?? "") + classes
  }
}

struct ExpectedLine: Decodable, Sendable {
  var text: String
  var x: Double
  var baseline: Double
  var width: Double
  var direction: String
}
