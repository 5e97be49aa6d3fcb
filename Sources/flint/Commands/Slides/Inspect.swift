import ArgumentParser
import Carousels
import Console
import Templates

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a slide's computed boxes, also as JSON.",
    discussion: """
      EXAMPLES:
        flint inspect page.html --size 1080x1350
        flint inspect quote --sample --slide 2 --json
      """)

  @Argument(
    help: "An HTML page, a template, or a post file (.yaml).",
    completion: .file(extensions: ["html", "yaml", "yml"]))
  var subject: String

  @OptionGroup var row: RowOptions

  @Option(
    help: ArgumentHelp(
      "Of the slide, in px, or 9:16, 3:4, 4:5, 1:1; 1080x1920 when not given.", valueName: "WxH"),
    transform: parseSize)
  var size: SlideSize?

  @OptionGroup var destination: TargetOption

  @OptionGroup var brand: BrandChoice

  @Option(
    help: ArgumentHelp("Where photos are looked up.", valueName: "folder"), completion: .directory)
  var images: [String] = []

  @Option(help: "Which slide, from 1.")
  var slide: Int?

  @Flag(help: "Border boxes in px, as getBoundingClientRect gives them.")
  var json = false

  @Flag(help: "Draw a placeholder for characters that no font has.")
  var allowMissingGlyphs = false

  func run() throws {
    try Report.run {
      let inspection = try inspection(in: try workspace())
      Report.show(inspection.warnings)
      Terminal.writeOutput(json ? inspection.json : inspection.text)
      return .done
    }
  }

  private func inspection(in workspace: Workspace) throws -> PageInspection {
    let request = try row.request(for: subject, in: workspace)
    let settings = DrawSettings(
      size: size, target: destination.target, kit: brand.kit,
      brand: brand.options, allowsMissingGlyphs: allowMissingGlyphs)
    if case .page(let path) = request {
      return try PageInspection(
        of: path, slide: slide, settings: settings, in: workspace)
    }
    let render = try SingleRender(
      request, settings: settings, binding: BindOptions(imageFolders: images), in: workspace)
    return try PageInspection(of: render, slide: slide)
  }
}
