import ArgumentParser
import Templates
import Workflow

struct KitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kit", abstract: "List brand kits.",
    discussion: """
      EXAMPLES:
        flint kit list
        flint render quote --sample --kit acme
      """,
    subcommands: [List.self])

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
          Terminal.writeError(
            "no brand kits; make a folder kits/NAME with a kit.css that sets --brand-color\n")
        } else {
          for kit in kits { Terminal.writeOutput("\(kit.name)  \(kit.path)\n") }
        }
        return .done
      }
    }
  }
}
