import ArgumentParser
import Carousels
import Console

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw one carousel and keep it as a post.",
    discussion: """
      Without -o the slides go to LIBRARY/posts/KEY/, with caption.txt, post.json and overview.png.

      EXAMPLES:
        flint render quote --sample
        flint render quote --set quote='Less, but better.' --set author='Dieter Rams'
        flint render post.yaml --size 1080x1350 --format jpeg
        flint render page.html -o page.png
        flint render my-template --sample --watch
      """)

  @Argument(
    help: "A template, a post file (.yaml) that names one, or an HTML page.",
    completion: .file(extensions: ["yaml", "yml", "html"]))
  var subject: String

  @OptionGroup var row: RowOptions
  @OptionGroup(title: "Drawing") var drawing: DrawOptions
  @OptionGroup var library: LibraryOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write into this folder (or, for one slide, file) instead of the library.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write the slides as pages for a browser into this folder, and draw nothing.",
      valueName: "folder"),
    completion: .directory)
  var html: String?

  @Flag(help: "Print what would be painted instead of painting it.")
  var dumpScene = false

  @Flag(help: "Check everything, write nothing.")
  var dryRun = false

  @Flag(help: "Print the time each stage took.")
  var timings = false

  @Flag(help: "Draw again whenever a file it is made of is saved, until Ctrl-C.")
  var watch = false

  @Flag(help: "Print one JSON document about the post (with --watch, one line a drawing).")
  var json = false

  func validate() throws {
    if watch, dryRun || dumpScene || html != nil || timings {
      throw ValidationError("--watch draws; leave out --dry-run, --dump-scene, --html, --timings")
    }
  }

  func run() throws {
    try Report.run {
      if watch {
        var watch = try RenderWatch(self)
        return try watch.run()
      }
      let render = try RenderCommand.prepare(self)
      Report.show(render.warnings)
      if dumpScene {
        Terminal.writeOutput(try render.dumpScenes())
        return .done
      }
      if let html {
        try RenderCommand.show(pages: try render.writePages(toFolder: html), json: json)
        return .done
      }
      if dryRun {
        let plan = try render.dryRun()
        Report.show(plan.warnings)
        try RenderCommand.show(plan: plan.slides, key: render.key, json: json)
        return .done
      }
      let post = try RenderCommand.write(render, output: output, library: library.folder)
      Report.show(post.warnings)
      try RenderCommand.show(post, json: json)
      if timings { Report.note(RenderCommand.text(render.stageTimes)) }
      return .done
    }
  }
}
