import ArgumentParser
import Carousels
import Console
import Diagnostics
import Templates

struct KitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kit", abstract: "List, show, check and create brand kits.",
    discussion: """
      EXAMPLES:
        flint kit list
        flint render quote --sample --kit harbor
      """,
    subcommands: [List.self, Show.self, Check.self, New.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the brand kits that --kit takes.",
      discussion: """
        EXAMPLES:
          flint kit list
          flint kit list --json
        """)

    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      try Report.run {
        let kits = BrandKit.list(in: try workspace().kitFolders)
        if json {
          let list = kits.map { ["name": $0.name, "path": $0.path] }
          Terminal.writeOutput(try JSON.document(["kits": list]))
        } else if kits.isEmpty {
          Report.note(
            "no brand kits; make a folder kits/NAME with a kit.css that sets --brand-color\n")
        } else {
          let width = kits.map(\.name.count).max() ?? 0
          for kit in kits {
            Terminal.writeOutput("\(kit.name.padding(to: width))  \(kit.path)\n")
          }
        }
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what a kit sets, and draw every template in its look.",
      discussion: """
        EXAMPLES:
          flint kit show harbor
          flint kit show kits/acme -o acme.png
        """)

    @Argument(help: "A name or a folder.") var kit: String

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The picture; LIBRARY/kits/NAME.png when not given.", valueName: "file"))
    var output: String?

    @OptionGroup var library: LibraryOption

    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      try Report.run {
        let workspace = try workspace()
        let examination = try KitExamination(of: kit, in: workspace)
        let drawn = try KitFolders.picture(of: kit, in: workspace)
        let path = output ?? "\(library.folder)/kits/\(examination.kit.name).png"
        try TemplateFolders.write(drawn.picture, to: path)
        let problems = examination.problems + drawn.problems
        Report.show(problems)
        Terminal.writeOutput(
          json
            ? try JSON.document(KitJSON(examination, problems: problems, picture: path))
            : KitText.describe(examination, picture: path))
        return problems.contains { $0.severity == .error } ? .partly : .done
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check that text in a kit's colors can be read.",
      discussion: """
        Text and its ground need a contrast of 4.5 : 1, the accent on the ground 3 : 1.

        EXAMPLES:
          flint kit check
          flint kit check kits/acme --json
        """)

    @Argument(help: "Names or folders; all kits when none is given.") var kits: [String] = []

    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      try Report.run {
        let workspace = try workspace()
        let names = kits.isEmpty ? BrandKit.list(in: workspace.kitFolders).map(\.path) : kits
        var checked: [KitJSON] = []
        var failures = 0
        for name in names {
          do throws(DiagnosticsError) {
            let examination = try KitExamination(of: name, in: workspace)
            Report.show(examination.problems)
            if examination.hasErrors { failures += 1 }
            checked.append(KitJSON(examination, problems: examination.problems))
            if !json { Terminal.writeOutput(KitText.line(examination)) }
          } catch {
            Report.show(error.diagnostics)
            failures += 1
          }
        }
        if json { Terminal.writeOutput(try JSON.document(["kits": checked])) }
        if failures == 0 { return .done }
        return failures == names.count ? .refused : .partly
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create a kit to be changed, as a copy of another.",
      discussion: """
        EXAMPLES:
          flint kit new acme
          flint kit new acme --from midnight --in ~/kits
        """)

    @Argument(help: "Small letters, digits and hyphens.") var name: String
    @Option(help: "The kit to start from.") var from = "harbor"

    @Option(
      name: .customLong("in"), help: "The folder to create it in.", completion: .directory)
    var parent = "kits"

    func run() throws {
      try Report.run {
        let folder = try KitFolders.create(
          name, from: from, in: parent, workspace: try workspace())
        Terminal.writeOutput(
          "\(folder)\nedit kit.css, then: flint kit show \(folder)\n")
        return .done
      }
    }
  }
}
