import Carousels
import Console
import Diagnostics
import Files
import Foundation
import Handoff
import Library

/// `flint render --watch`: draws again whenever something it is made of is saved.
struct RenderWatch {
  private let command: Render
  private let kept = KeptSlides()
  private var watch: FileWatch
  /// SHA-256 of each slide by its file name.
  private var digests: [String: String] = [:]

  private static let interval: TimeInterval = 0.1
  /// Editors write a file in steps; this long after the first change the last one is done.
  private static let settling: TimeInterval = 0.03
  private static let textSuffixes = [".html", ".htm", ".css", ".yaml", ".yml"]

  init(_ command: Render) throws {
    self.command = command
    let sources = RenderRequest.sources(
      subject: command.subject, data: command.row.data, kit: command.drawing.brand.kit,
      images: command.drawing.images + command.drawing.brand.files, in: try workspace())
    watch = FileWatch(
      roots: sources, excluding: [command.output ?? command.library.folder])
  }

  mutating func run() throws -> Outcome {
    Interrupt.watch()
    draw(because: [])
    Report.note("watching for changes; Ctrl-C ends\n")
    while !Interrupt.isRequested {
      Thread.sleep(forTimeInterval: Self.interval)
      var changed = watch.changes()
      if changed.isEmpty { continue }
      Thread.sleep(forTimeInterval: Self.settling)
      changed = Set(changed + watch.changes()).sorted()
      if !changed.allSatisfy({ name in Self.textSuffixes.contains { name.hasSuffix($0) } }) {
        kept.forgetAll()
      }
      draw(because: changed)
    }
    return .done
  }

  /// A drawing that fails is reported, and the next change is waited for.
  private mutating func draw(because changed: [String]) {
    let start = ContinuousClock.now
    var report = WatchJSON(changed: changed)
    do {
      let render = try RenderCommand.prepare(command)
      render.keep(kept)
      let post = try RenderCommand.write(
        render, output: command.output, library: command.library.folder)
      report.path = post.path
      report.take(post.record.slides, &digests)
      report.problems = (render.warnings + post.warnings).map(DiagnosticJSON.init)
      if !command.json { Report.show(render.warnings + post.warnings) }
    } catch {
      let problems = Self.diagnostics(of: error)
      report.problems = problems.map(DiagnosticJSON.init)
      if !command.json { Report.show(problems) }
    }
    let time = ContinuousClock.now - start
    report.milliseconds = Int((time / .milliseconds(1)).rounded())
    // A line that cannot be encoded does not exist: texts and numbers only.
    Terminal.writeOutput(command.json ? (try? JSON.line(report)) ?? "" : report.text)
  }

  private static func diagnostics(of error: any Error) -> [Diagnostic] {
    switch error {
    case let error as DiagnosticsError: error.diagnostics
    case let diagnostic as Diagnostic: [diagnostic]
    default: [.unforeseen(error)]
    }
  }
}

/// One drawing of `--watch`, as `--json` prints it, a line each.
private struct WatchJSON: Encodable {
  /// The files whose change led to it; empty for the first.
  var changed: [String]
  /// Slides that look different now, new ones among them.
  var drawn: [String] = []
  var removed: [String] = []
  /// nil when it failed.
  var path: String?
  var milliseconds = 0
  var problems: [DiagnosticJSON] = []

  init(changed: [String]) { self.changed = changed }

  mutating func take(_ slides: [PostRecord.Slide], _ digests: inout [String: String]) {
    drawn = slides.filter { digests[$0.file] != $0.sha256 }.map(\.file)
    removed = digests.keys.filter { file in !slides.contains { $0.file == file } }.sorted()
    digests = Dictionary(slides.map { ($0.file, $0.sha256) }, uniquingKeysWith: { $1 })
  }

  var text: String {
    let names = changed.map { FilePath.name(of: $0) }.joined(separator: ", ")
    let cause = changed.isEmpty ? "" : "\(names): "
    guard let path else { return "\(cause)not drawn\n" }
    var result = drawn.isEmpty ? "no slide looks different" : drawn.joined(separator: ", ")
    if changed.isEmpty { result = "\(path)  \(drawn.count) slides" }
    if !removed.isEmpty { result += "; removed \(removed.joined(separator: ", "))" }
    return "\(cause)\(result)  \(milliseconds) ms\n"
  }
}
