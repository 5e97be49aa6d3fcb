import ArgumentParser
import Templates
import Workflow

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the computed boxes of a page, as a tree or as JSON.",
    discussion: """
      EXAMPLES:
        flint inspect page.html --size 1080x1350
        flint inspect templates/quote/slides.html --slide 2 --json
      """)

  @Argument(help: "An HTML page.", completion: .file(extensions: ["html"]))
  var page: String

  @Option(
    help: ArgumentHelp("Of the slide, in px; 1080x1920 when not given.", valueName: "WxH"),
    transform: parseSize)
  var size: SlideSize?

  @Option(help: "Which section.slide of the page, from 1.")
  var slide: Int?

  @Flag(help: "Border boxes in px, as getBoundingClientRect gives them.")
  var json = false

  @Flag(help: "Draw a placeholder for characters that no font has.")
  var allowMissingGlyphs = false

  func run() throws {
    try Report.run {
      let inspection = try PageInspection(
        of: page, slide: slide, size: size, allowsMissingGlyphs: allowMissingGlyphs,
        in: workspace())
      Report.show(inspection.warnings)
      Terminal.writeOutput(json ? inspection.json : inspection.text)
      return .done
    }
  }
}
