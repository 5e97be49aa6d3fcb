public import ArgumentParser
import Diagnostics
import Handoff
import Library
import Posts

struct PostExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Hand posts off to a brand or a platform.",
    discussion: """
      spark: a ZIP a post for a brand, with slides, texts, terms and authorization. tiktok, \
      instagram: a folder a post. linkedin: a PDF a post. ads-manager: a CSV of the codes that are \
      valid now. Without -o they go to LIBRARY/exports/.

      EXAMPLES:
        flint post export mug --for spark --to harbor --with-code
        flint post export --tag spring --for tiktok --base-url https://media.example.com/spring
        flint post export --brand harbor --for ads-manager --with-code -o codes.csv
      """)

  @Argument(help: "Posts.", completion: KeyCompletion.posts) var posts: [String] = []

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "What is made.", valueName: HandoffTarget.allCases.map(\.rawValue).joined(separator: "|")))
  var target: HandoffTarget

  @Option(
    name: .customLong("to"), help: "With spark: the brand that gets it.",
    completion: KeyCompletion.brands)
  var recipient: String?

  @Flag(help: "With spark, ads-manager: the codes themselves. Whoever has one can run ads.")
  var withCode = false

  @OptionGroup(title: "Which posts") var filter: ExportFilterOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file or folder; a folder for several posts.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "With tiktok: where the folder will be reachable (of several posts: the one above).",
      valueName: "https://…"),
    transform: parseBaseURL)
  var baseUrl: BaseURL?

  @Option(
    help: ArgumentHelp(
      "Where photos are looked up when slides are drawn again.", valueName: "folder"),
    completion: .directory)
  var images: [String] = []

  @OptionGroup var library: LibraryOption
  @Flag(help: "Also slides that were changed since they were drawn.") var force = false
  @Flag(help: "Make everything, write nothing.") var dryRun = false
  @Flag(help: "Print one JSON document.") var json = false

  func validate() throws { try PostExportRun.check(self) }
  func run() throws { try Report.run { try PostExportRun(self).start() } }
}

/// Posts found by what they are, not by their names.
struct ExportFilterOptions: ParsableArguments {
  @Option(help: "Those with this tag.", completion: KeyCompletion.tags) var tag: String?
  @Option(
    help: "Those with an authorization or agreement of this brand.",
    completion: KeyCompletion.brands)
  var brand: String?
  @Option(help: "Those of this creator.", completion: KeyCompletion.creators)
  var creator: String?
  @Flag(help: "Those with a code that is valid now.") var allUsable = false
}

extension HandoffTarget: ExpressibleByArgument {}

private func parseBaseURL(_ text: String) throws -> BaseURL {
  guard let url = BaseURL(text) else {
    throw ValidationError(
      "\"\(text)\" is not a URL that TikTok pulls from; write https://DOMAIN/FOLDER")
  }
  return url
}
