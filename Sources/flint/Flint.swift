import ArgumentParser

/// The command line: arguments in, exit code out.
@main
struct Flint: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "flint",
    abstract: "TikTok carousels from words, photos and product feeds.",
    discussion: """
      EXAMPLES:
        flint render quote --sample
        flint batch products.csv --template product-showcase --images photos
      """,
    version: version,
    subcommands: [
      Render.self, BatchCommand.self, CheckCommand.self, TemplateCommand.self, KitCommand.self,
      Inspect.self,
      PostCommand.self,
      DueCommand.self, ExplainCommand.self, MessageCommand.self,
      Doctor.self,
    ])

  static func main() async {
    Terminal.openStandardStreams()
    await main(nil)
  }
}
