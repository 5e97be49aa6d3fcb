import ArgumentParser
import Carousels
import Console
import Foundation
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

      With --json results are JSON, and so is all that is said on standard error.
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
    Terminal.onLostOutput { reason in
      Report.show([.lostOutput(reason)])
      Report.finish()
    }
    if let problem = UnreadArguments.problem() {
      Report.show([problem])
      Report.finish()
      Foundation.exit(Outcome.refused.exitCode.rawValue)
    }
    do {
      var command = try await asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      Report.finish()
    } catch {
      end(with: error)
    }
  }

  /// Says what ArgumentParser, or a fault that no command foresees, has to say.
  private static func end(with error: any Error) -> Never {
    var code = exitCode(for: error)
    let text = fullMessage(for: error)
    let arguments = Array(CommandLine.arguments.dropFirst())
    if code.isSuccess, let problem = UsageProblem(helpAskedBy: arguments) {
      Report.show(problem)
      code = .validationFailure
    } else if code.isSuccess {
      // Help, the version and completions.
      Terminal.writeOutput(text + "\n")
    } else if !(error is ExitCode) {
      Report.show(UsageProblem(message(for: error), text: text, arguments: arguments))
    }
    Report.finish()
    Foundation.exit(code.rawValue)
  }
}
