import Diagnostics
import Library
import Workflow

/// The steps of `flint render`.
enum RenderCommand {
  static func prepare(_ command: Render) throws -> SingleRender {
    let workspace = try workspace()
    let request = try RenderRequest.parse(
      subject: command.subject, data: command.data,
      sample: command.sampleRow ?? (command.sample ? "" : nil), assignments: command.set,
      in: workspace)
    switch request {
    case .page(let path):
      return try SingleRender(page: path, settings: command.drawing.settings, in: workspace)
    case .template(let name, let location, let row, let size, let kit, let caption):
      let studio = try Studio(
        template: name, settings: command.drawing.settings(size: size, kit: kit),
        binding: command.drawing.binding(), in: workspace, at: location)
      return try SingleRender(row: row, studio: studio, caption: caption)
    }
  }

  static func write(
    _ render: SingleRender, output: String?, library path: String
  ) throws -> WrittenPost {
    if let output { return try render.write(toPath: output) }
    let library = LibraryFolder(path: path)
    showLeftovers(try library.prepare())
    return try render.write(to: library)
  }

  static func showLeftovers(_ count: Int) {
    guard count > 0 else { return }
    Terminal.writeError(
      "removed \(count) half-written post\(count == 1 ? "" : "s") of a run that was stopped\n")
  }

  static func show(_ post: WrittenPost, json: Bool) throws {
    if json {
      Terminal.writeOutput(try JSON.document(PostJSON(post)))
    } else {
      let count = post.record.slides.count
      Terminal.writeOutput("\(post.path)  \(count) slide\(count == 1 ? "" : "s")\n")
    }
  }

  static func show(plan slides: [String], key: String, json: Bool) throws {
    if json {
      Terminal.writeOutput(try JSON.document(["plan": PlanJSON(key: key, slides: slides)]))
    } else {
      Terminal.writeOutput("would write \(key): \(slides.joined(separator: ", "))\n")
    }
  }

  static func text(_ times: StageTimes) -> String {
    let stages = [
      ("layout", times.layout), ("decode", times.decode), ("paint", times.paint),
      ("encode", times.encode),
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
