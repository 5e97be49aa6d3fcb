import ArgumentParser
import Carousels
import Console
import Diagnostics
import Templates

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "List, show, check and create templates.",
    discussion: """
      EXAMPLES:
        flint template list
        flint template check my-template
      """,
    subcommands: [List.self, Show.self, Check.self, New.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the templates.",
      discussion: """
        EXAMPLES:
          flint template list
          flint template list --json
        """)

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      try Report.run {
        let found = Template.list(in: try workspace().templateFolders)
        Report.show(found.diagnostics)
        if json {
          Terminal.writeOutput(
            try JSON.document(["templates": found.templates.map { TemplateJSON($0.manifest) }]))
        } else {
          let width = found.templates.map(\.manifest.name.count).max() ?? 0
          for (_, manifest) in found.templates {
            let name = manifest.name.padding(to: width)
            Terminal.writeOutput("\(name)  \(manifest.description)\n")
          }
        }
        return found.diagnostics.contains { $0.severity == .error } ? .partly : .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Describe a template and draw its sample row as one picture.",
      discussion: """
        EXAMPLES:
          flint template show quote
          flint template show listicle --size 1080x1080 -o listicle.png
          flint template show --all --kit harbor
        """)

    @Argument(help: "A name or a folder.") var template: String?

    @Flag(help: "Draw the first slides of every template as one picture.") var all = false

    @Option(help: ArgumentHelp("Of the slides, in px.", valueName: "WxH"), transform: parseSize)
    var size: SlideSize?

    @Option(help: "A brand kit: a name, or a folder with a kit.css.") var kit: String?

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp(
        "The picture; LIBRARY/templates/NAME.png (all.png) when not given.", valueName: "file"))
    var output: String?

    @OptionGroup var library: LibraryOption

    @Flag(help: "Print one JSON document.") var json = false

    func validate() throws {
      if (template == nil) != all {
        throw ValidationError("name a template, or ask for --all of them")
      }
    }

    func run() throws {
      try Report.run {
        guard let template else { return try showAll() }
        let shown = try TemplateFolders.overview(
          of: template, size: size, kit: kit, in: try workspace())
        Report.show(shown.warnings)
        let path = output ?? "\(library.folder)/templates/\(shown.template.name).png"
        try TemplateFolders.write(shown.picture, to: path)
        if json {
          Terminal.writeOutput(
            try JSON.document(TemplateJSON(shown.template, picture: path)))
        } else {
          Terminal.writeOutput(TemplateText.describe(shown.template, picture: path))
        }
        return .done
      }
    }

    private func showAll() throws -> Outcome {
      let drawn = try TemplateFolders.collection(size: size, kit: kit, in: try workspace())
      Report.show(drawn.problems)
      let path = output ?? "\(library.folder)/templates/all.png"
      try TemplateFolders.write(drawn.picture, to: path)
      Terminal.writeOutput(json ? try JSON.document(["picture": path]) : "\(path)\n")
      return drawn.problems.contains { $0.severity == .error } ? .partly : .done
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draw every sample row at every size and name every problem.",
      discussion: """
        EXAMPLES:
          flint template check quote
          flint template check my-templates/sale --kit acme
        """)

    @Argument(help: "Names or folders; all templates when none is given.")
    var templates: [String] = []

    @OptionGroup var brand: BrandChoice

    @OptionGroup var destination: TargetOption

    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      try Report.run {
        let workspace = try workspace()
        let names =
          templates.isEmpty
          ? Template.list(in: workspace.templateFolders).templates.map(\.folder) : templates
        let checks = names.map {
          TemplateCheck(
            of: $0,
            settings: DrawSettings(
              target: destination.target, kit: brand.kit, brand: brand.options),
            in: workspace)
        }
        for check in checks {
          // A fault that every size has is told once.
          var seen: Set<Diagnostic> = []
          Report.show(check.problems.filter { seen.insert($0).inserted })
          for drawing in check.drawings {
            Report.show(drawing.problems.filter { seen.insert($0).inserted })
            if !json { Terminal.writeOutput(TemplateText.line(drawing, of: check.template)) }
          }
        }
        if json { Terminal.writeOutput(try JSON.document(["checks": checks.map(CheckJSON.init)])) }
        if !checks.contains(where: \.hasErrors) { return .done }
        return checks.allSatisfy(\.hasErrors) ? .refused : .partly
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create a template to be changed, as a copy of another.",
      discussion: """
        EXAMPLES:
          flint template new summer-sale
          flint template new my-quotes --from quote --in ~/templates
        """)

    @Argument(help: "Small letters, digits and hyphens.") var name: String
    @Option(help: "The template to start from.") var from = "product-showcase"

    @Option(
      name: .customLong("in"), help: "The folder to create it in.", completion: .directory)
    var parent = "templates"

    func run() throws {
      try Report.run {
        let folder = try TemplateFolders.create(
          name, from: from, in: parent, workspace: try workspace())
        Terminal.writeOutput(
          "\(folder)\nedit slides.html and style.css, then: flint template check \(folder)\n")
        return .done
      }
    }
  }
}
