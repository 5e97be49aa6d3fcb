import ArgumentParser
import Carousels
import Feeds
import Ledger
import Library
import Templates

struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Draw a carousel for every product of a feed.",
    discussion: """
      Reads CSV whose columns are the template's fields, and Shopify's product exports. Rows whose \
      post is already there, made of the same template, row, photos and settings, are left alone: \
      an interrupted batch goes on where it stopped. A bad row is named and stops no other. A post \
      that is published stays as it went out when only template, target or Flint changed, until \
      --restyle makes a new version of it.

      EXAMPLES:
        flint batch products.csv --template product-showcase --images photos
        flint batch feed.csv --template listicle --map title=Name --plan
      """)

  @Argument(help: "A CSV file.", completion: .file(extensions: ["csv", "tsv", "txt"]))
  var feed: String

  @Option(help: "A template: a name or a folder.")
  var template: String

  @Option(
    help: ArgumentHelp(
      "Fill a field from this column; repeat it for more.", valueName: "field=Column"))
  var map: [String] = []

  @OptionGroup(title: "Drawing") var drawing: DrawOptions
  @OptionGroup var library: LibraryOption

  @Flag(help: "Draw drafts and unpublished products too.")
  var includeUnpublished = false

  @Flag(help: "Draw unchanged rows again.")
  var all = false

  @Flag(help: "Make new versions of published posts for a changed template or target, too.")
  var restyle = false

  @Option(help: ArgumentHelp("Rows drawn at once; one a core when not given.", valueName: "n"))
  var jobs: Int?

  @Flag(name: [.long, .customLong("dry-run")], help: "Say what would be drawn, draw nothing.")
  var plan = false

  @Flag(help: "Print the time each stage took.")
  var timings = false

  @Flag(help: "Print one JSON document a row and one with the sums.")
  var json = false

  func validate() throws {
    try checkAssignments(map, option: "--map", form: "field=Column")
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is \(jobs); it goes from 1 to 256")
    }
  }

  func run() async throws {
    try await Report.runAsync {
      let workspace = try workspace()
      let prepared = try PreparedTemplate(
        template: template, settings: drawing.settings,
        binding: drawing.binding(allowsUnknownFields: true), in: workspace)
      let feed = try Feed.load(
        feed, for: prepared.template, map: map, currency: drawing.currency,
        includesUnpublished: includeUnpublished)
      let library = LibraryFolder(path: library.folder)
      let circumstances = try Clock.circumstances("batch")
      let recorder =
        plan
        ? try PostRecorder(lookingAt: library, at: circumstances)
        : try PostRecorder(library, circumstances: circumstances)
      RenderCommand.showMending(recorder)
      let run = BatchRun(
        batch: Batch(
          rows: feed.rows, prepared: prepared, recorder: recorder, redrawsAll: all,
          restyles: restyle),
        feed: feed, isPlan: plan, json: json)
      Report.show(prepared.warnings)
      return try await run.start(workers: jobs, showsTimings: timings)
    }
  }
}
