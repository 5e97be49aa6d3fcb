import Carousels
import Console
import Diagnostics
import Library

/// The steps of `flint render`.
enum RenderCommand {
  static func prepare(_ command: Render) throws -> SingleRender {
    let workspace = try workspace()
    return try SingleRender(
      try command.row.request(for: command.subject, in: workspace),
      settings: command.drawing.settings, binding: command.drawing.binding(), in: workspace)
  }

  static func write(
    _ render: SingleRender, output: String?, library path: String
  ) throws -> WrittenPost {
    if let output { return try render.write(toPath: output) }
    let recorder = try PostRecorder(
      LibraryFolder(path: path), circumstances: try Clock.circumstances("render"))
    showMending(recorder)
    return try render.write(to: recorder)
  }

  /// Says what stopped runs had left.
  static func showMending(_ recorder: PostRecorder) {
    func posts(_ count: Int) -> String { "\(count) post\(count == 1 ? "" : "s")" }
    if recorder.leftovers > 0 {
      Report.note(
        "ended what a run that was stopped had left unfinished: \(posts(recorder.leftovers))\n")
    }
    if !recorder.adopted.isEmpty {
      Report.note(
        "recorded \(posts(recorder.adopted.count)) whose files were there without a record\n")
    }
  }

  static func show(_ post: WrittenPost, json: Bool) throws {
    if json {
      Terminal.writeOutput(try JSON.document(PostJSON(post)))
    } else {
      let count = post.record.slides.count
      Terminal.writeOutput("\(post.path)  \(count) slide\(count == 1 ? "" : "s")\n")
      if let previous = post.previous {
        Report.note("\(previous) is published and stays; this is a new version of it\n")
      }
      if let other = post.other {
        Report.note(
          "\(other) is of another file with this title and stays; key: in a file names its post\n")
      }
    }
  }

  static func show(plan slides: [String], key: String, json: Bool) throws {
    if json {
      Terminal.writeOutput(try JSON.document(["plan": PlanJSON(key: key, slides: slides)]))
    } else {
      Terminal.writeOutput("would write \(key): \(slides.joined(separator: ", "))\n")
    }
  }

  static func show(pages: [String], json: Bool) throws {
    Terminal.writeOutput(
      json ? try JSON.document(["pages": pages]) : pages.map { "\($0)\n" }.joined())
  }

  static func text(_ times: StageTimes) -> String {
    let stages = [
      ("layout", times.layout), ("ink", times.ink), ("decode", times.decode),
      ("paint", times.paint), ("encode", times.encode),
    ]
    return stages.map { "\($0): \(milliseconds($1)) ms" }.joined(separator: "  ") + "\n"
  }

  private static func milliseconds(_ duration: Duration) -> String {
    "\((duration / .milliseconds(1) * 10).rounded() / 10)"
  }
}

struct PlanJSON: Encodable {
  var key: String
  var slides: [String]
}

/// A post as `--json` shows it.
struct PostJSON: Encodable {
  var post: PostRecord
  var path: String
  var warnings: [DiagnosticJSON]

  init(_ written: WrittenPost) {
    post = written.record
    path = written.path
    warnings = written.warnings.map(DiagnosticJSON.init)
  }
}
