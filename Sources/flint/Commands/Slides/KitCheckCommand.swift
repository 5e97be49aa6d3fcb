import ArgumentParser
import Carousels
import Console
import Diagnostics
import Foundation
import Templates

struct KitCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Draw every template with a kit, and find what fails.",
    discussion: """
      Every sample row at every size. Contrast is measured on the drawn pixels: 4.5 : 1, and 3 : 1 \
      for large text, which is 66 px, or 52 px bold, on a slide 1080 px wide.

      EXAMPLES:
        flint kit check
        flint kit check acme --size 9:16 --template quote
      """)

  @Argument(help: "Names or folders; all kits when none is given.") var kits: [String] = []

  @Option(help: "A template to draw, a name or a folder; repeat it for more. All when not given.")
  var template: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this size, in px, or 9:16, 3:4, 4:5, 1:1; every size when not given.",
      valueName: "WxH"),
    transform: parseSize)
  var size: SlideSize?

  @OptionGroup var destination: TargetOption

  @Option(help: ArgumentHelp("Drawn at once; one a core when not given.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Print one JSON document.") var json = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is \(jobs); it goes from 1 to 256")
    }
  }

  func run() async throws {
    try await Report.runAsync {
      let workspace = try workspace()
      let names = kits.isEmpty ? BrandKit.list(in: workspace.kitFolders).map(\.path) : kits
      let folders = try templates(in: workspace)
      let bar = ProgressBar(
        total: names.count * KitCheck.steps(templates: folders, size: size), unit: "drawings")
      var checked: [KitJSON] = []
      var failures = 0
      for name in names {
        do {
          let check = try await KitCheck(
            of: name, templates: folders, size: size, target: destination.target, in: workspace,
            workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            onStep: { bar.advance() })
          bar.hide()
          Report.show(check.examination.problems)
          if check.hasErrors { failures += 1 }
          checked.append(KitJSON(check))
          if !json { Terminal.writeOutput(KitText.describe(check)) }
        } catch let error as DiagnosticsError {
          Report.show(error.diagnostics)
          failures += 1
        }
      }
      bar.finish()
      if json { Terminal.writeOutput(try JSON.document(["kits": checked])) }
      if failures == 0 { return .done }
      return failures == names.count ? .refused : .partly
    }
  }

  private func templates(in workspace: Workspace) throws -> [String] {
    if template.isEmpty {
      return Template.list(in: workspace.templateFolders).templates.map(\.folder)
    }
    return try template.map { name in
      try Template.find(name, in: workspace.templateFolders)
    }
  }
}
