import ArgumentParser
import Carousels
import Console
import Handoff
import Ledger

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
    subcommands: [],
    // One screen, which a test holds: a line for each, abstracts of at most 54 characters.
    groupedSubcommands: [
      CommandGroup(
        name: "Slide",
        subcommands: [
          Render.self, BatchCommand.self, CheckCommand.self, TemplateCommand.self,
          KitCommand.self, Inspect.self, PostCommand.self,
        ]),
      CommandGroup(
        name: "Spark",
        subcommands: [
          CreatorCommand.self, BrandCommand.self, AdvertiserCommand.self,
          AgreementCommand.self, CodeCommand.self, AdCommand.self, DueCommand.self,
          StatementCommand.self, ReportCommand.self,
        ]),
      CommandGroup(
        name: "Other",
        subcommands: [
          ExplainCommand.self, MessageCommand.self, VerifyCommand.self, BackupCommand.self,
          RestoreCommand.self, Doctor.self,
        ]),
    ])

  static func main() async {
    Terminal.openStandardStreams()
    do {
      var command = try await asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let text = fullMessage(for: error)
      // What was typed stands in a usage error, and a code may have been typed.
      let masked = CodeMask.hiding(text)
      if masked == text { exit(withError: error) }
      Terminal.writeError(masked + "\n")
      exit(withError: exitCode(for: error))
    }
  }
}
