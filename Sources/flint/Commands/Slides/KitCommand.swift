import ArgumentParser
import Carousels
import Console
import Diagnostics
import Library
import Templates

struct KitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kit", abstract: "List, show, check and create brand kits.",
    discussion: """
      EXAMPLES:
        flint kit list
        flint render quote --sample --kit harbor
      """,
    subcommands: [List.self, Show.self, KitCheckCommand.self, New.self])

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
        let path = output ?? "\(library.folder)/kits/\(examination.kit.name ?? "kit").png"
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

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create a kit of a brand's color, font and logo.",
      discussion: """
        Of the color the ground, texts and contrasts are derived (OKLCH), so that all of them can \
        be read. Without any of the options it is a copy to be changed.

        EXAMPLES:
          flint kit new acme --color '#c3f53c' --font Sora --logo logo.png
          flint kit new acme --from midnight --in ~/kits
        """)

    @Argument(help: "Small letters, digits and hyphens.") var name: String

    @Option(help: ArgumentHelp("The brand's color, any CSS color.", valueName: "color"))
    var color: String?

    @Option(help: ArgumentHelp("The ground; derived when not given.", valueName: "color"))
    var paper: String?

    @Option(help: ArgumentHelp("Text on the ground; derived when not given.", valueName: "color"))
    var ink: String?

    @Option(
      help: ArgumentHelp(
        "A family of the catalogue, or a TTF or OTF file.", valueName: "family|file"),
      completion: .file(extensions: ["ttf", "otf", "ttc"]))
    var font: String?

    @Option(
      help: ArgumentHelp("A PNG, JPEG or WebP.", valueName: "file"),
      completion: .file(extensions: ["png", "jpg", "jpeg", "webp"]))
    var logo: String?

    @Option(help: "The kit to start from; harbor when no other option says.") var from: String?

    @Option(
      name: .customLong("in"), help: "The folder to create it in.", completion: .directory)
    var parent = "kits"

    private var options: BrandOptions { BrandOptions(color: color, font: font, logo: logo) }
    private var isOwn: Bool { !options.isEmpty || paper != nil || ink != nil }

    func validate() throws {
      if from != nil, isOwn {
        throw ValidationError(
          "--from copies a kit; leave it out, or leave out --color, --font and --logo")
      }
    }

    func run() throws {
      try Report.run {
        let workspace = try workspace()
        let folder =
          isOwn
          ? try KitFolders.create(
            name, of: options, paper: paper, ink: ink, in: parent, workspace: workspace)
          : try KitFolders.create(
            name, from: from ?? "harbor", in: parent, workspace: workspace)
        Terminal.writeOutput(
          isOwn
            ? "\(folder)\nsee it: flint kit show \(folder)\n"
            : "\(folder)\nedit kit.css, then: flint kit show \(folder)\n")
        return .done
      }
    }
  }
}
