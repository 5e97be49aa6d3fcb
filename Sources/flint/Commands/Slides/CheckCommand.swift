import ArgumentParser
import Carousels
import Console
import Diagnostics
import Ledger
import Library
import Templates

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what TikTok or a reader would refuse.",
    discussion: """
      Takes templates (every sample row at every size), pages, post files, posts that are drawn \
      (a key of the library or a folder) and folders of posts. Exit code 2 when there are errors.

      EXAMPLES:
        flint check quote
        flint check output/posts --target api --fix
      """)

  @Argument(
    help: "Templates, pages (.html), post files (.yaml), posts, folders of posts.",
    completion: .file())
  var subjects: [String] = []

  @OptionGroup var destination: TargetOption

  @Option(
    help: ArgumentHelp(
      "Of the slides, in px, or 9:16, 3:4, 4:5, 1:1; every size of a template when not given.",
      valueName: "WxH"),
    transform: parseSize)
  var size: SlideSize?

  @OptionGroup var brand: BrandChoice

  @Option(
    help: ArgumentHelp("Where photos are looked up.", valueName: "folder"),
    completion: .directory)
  var images: [String] = []

  @OptionGroup var library: LibraryOption

  @Flag(
    help:
      "Change what needs no judgement: the safe area of drafts, the slides' format, size, bytes.")
  var fix = false

  @Flag(help: "With --fix: say what would be changed, change nothing.")
  var dryRun = false

  @Flag(help: "List all rules with their reasons and sources.") var rules = false
  @Flag(help: "Print one JSON document.") var json = false

  func validate() throws {
    if subjects.isEmpty, !rules {
      throw ValidationError("name what to check: a template, a page, a post file or a post")
    }
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix; checking changes nothing") }
  }

  func run() throws {
    try Report.run {
      if rules {
        Terminal.writeOutput(
          json
            ? try JSON.document(["rules": CheckRule.allCases.map(RuleJSON.init)])
            : FindingText.rules(width: Terminal.outputWidth))
        return .done
      }
      var repair = Checker.Repair.no
      if fix { repair = dryRun ? .plan : .write(try Clock.circumstances("check")) }
      let checker = try Checker(
        target: destination.target,
        settings: DrawSettings(size: size, kit: brand.kit, brand: brand.options),
        imageFolders: images,
        library: LibraryFolder(path: library.folder), repair: repair, in: try workspace())
      var checks: [Check] = []
      for subject in subjects {
        let found = try checker.check(subject)
        if !json {
          for check in found {
            Terminal.writeOutput(FindingText.text(of: check, isPlan: dryRun))
          }
        }
        checks += found
      }
      if json {
        Terminal.writeOutput(
          try JSON.document(
            FindingsJSON(checks, target: destination.target, isPlan: dryRun)))
      } else {
        Terminal.writeOutput(FindingText.sums(of: checks))
      }
      return checks.contains(where: \.findings.hasErrors) ? .refused : .done
    }
  }
}
