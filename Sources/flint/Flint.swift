import ArgumentParser

/// The command line: arguments in, exit code out.
@main
struct Flint: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "flint",
    abstract: "TikTok carousels from words, photos and product feeds.",
    version: version,
    subcommands: [
      Render.self, BatchCommand.self, TemplateCommand.self, KitCommand.self, Inspect.self, Doctor.self,
    ])
}
