import ArgumentParser
import Carousels
import Console
import Diagnostics
import Handoff
import Library
import Posts

struct PostImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in what a creator handed off.",
    discussion: """
      Checks every file of the bundle against its manifest and keeps the post, its creator, the \
      terms, the authorization and its code. The same bundle again changes nothing; a newer one \
      brings what is new.

      EXAMPLES:
        flint post import moonrise-vase.zip
        flint post import inbox/*.zip --dry-run
      """)

  @Argument(
    help: "ZIPs of flint post export POST --for spark --to BRAND.",
    completion: .file(extensions: ["zip"]))
  var files: [String]

  @OptionGroup var library: LibraryOption
  @Flag(help: "Check everything, write nothing.") var dryRun = false
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    try Report.run {
      Interrupt.watch()
      let bar = ProgressBar(total: files.count, unit: "bundles")
      var done: [ImportJSON] = []
      var failed: [FailedImportJSON] = []
      for file in files where !Interrupt.isRequested {
        do {
          let bundle = try PostImport(file)
          let desk = try library.desk("post import", begins: true, isDryRun: dryRun)
          let imported = try bundle.take(at: desk, show: ZonedTime.local.text)
          bar.hide()
          if !json { Terminal.writeOutput(PostImportText.text(imported, isPlan: dryRun)) }
          Report.show(imported.warnings)
          done.append(ImportJSON(file, imported))
          bar.advance()
        } catch {
          let problems = try Report.diagnostics(of: error).map { $0.located(in: file) }
          Report.show(problems, above: bar)
          failed.append(FailedImportJSON(file: file, problems: problems))
          bar.advance(failed: true)
        }
      }
      bar.finish()
      if json {
        Terminal.writeOutput(
          try JSON.document(ImportsJSON(isPlan: dryRun, imports: done, failed: failed)))
      }
      if Interrupt.isRequested { return .interrupted }
      return failed.isEmpty ? .done : done.isEmpty ? .refused : .partly
    }
  }
}

/// What was taken in, for people.
enum PostImportText {
  static func text(_ imported: PostImport.Imported, isPlan: Bool) -> String {
    let changes = imported.changes.isEmpty ? ["nothing new"] : imported.changes
    let verb = isPlan ? "would take in " : ""
    return VisibleText.of(
      "\(verb)\(imported.post)\n" + changes.map { "  \($0)\n" }.joined())
  }
}

extension Diagnostic {
  /// Names the file, for of several bundles it must be seen which one is meant.
  fileprivate func located(in file: String) -> Diagnostic {
    var diagnostic = self
    if diagnostic.location == nil { diagnostic.location = SourceLocation(file: file) }
    return diagnostic
  }
}
