import ArgumentParser

/// The command line: arguments in, exit code out.
@main
struct Flint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flint",
    abstract: "TikTok carousels from words, photos and product feeds.",
    version: "0.1.0",
    subcommands: [Inspect.self])
}
