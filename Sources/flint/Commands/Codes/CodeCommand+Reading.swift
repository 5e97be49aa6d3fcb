import ArgumentParser
import Console
import Diagnostics
import Ledger
import Library
import Posts

extension CodeCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List codes and requests, what ends first before the rest.",
      discussion: """
        Ends marked ~ are counted from start and days; nobody has read them yet.

        EXAMPLES:
          flint code list --expiring 14d
          flint code list --usable --brand harbor --json
        """)

    @Option(
      help: ArgumentHelp("Valid now, and over within a time.", valueName: "14d|2w|36h"),
      transform: parseDuration)
    var expiring: Int?
    @Flag(help: "Valid now.") var usable = false
    @Option(help: "For a brand.", completion: KeyCompletion.brands) var brand: String?
    @Option(
      help: ArgumentHelp("Of a creator.", valueName: "@name"),
      completion: KeyCompletion.creators)
    var creator: String?
    @Option(help: "With a status.") var status: Authorization.Status?
    @Option(help: "For a post.", completion: KeyCompletion.posts) var post: String?
    @Option(
      help: ArgumentHelp("Applied by an account.", valueName: "id"),
      completion: KeyCompletion.advertisers)
    var advertiser: String?
    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        var query = CodeQuery()
        query.isUsable = usable ? true : nil
        query.endsWithin = expiring
        query.status = status
        query.brand = brand
        query.creator = creator
        query.post = post
        query.advertiser = advertiser
        let codes = try query.codes(in: try options.library.forReading(), at: now)
        if codes.isEmpty, !options.json { Report.note("no codes\n") }
        try options.show(
          CodeText.list(codes, at: now), json: ["codes": codes.map { CodeJSON($0, at: now) }])
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show an authorization with its terms, ads and whole log.",
      discussion: """
        EXAMPLES:
          flint code show mug@harbor
          flint code show mug --json
        """)

    @OptionGroup var code: CodeArgument
    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        let dossier = try CodeDossier(
          code.key, in: try options.library.forReading(), at: now)
        try options.show(
          CodeText.describe(dossier, at: now), json: CodeDossierJSON(dossier, at: now))
        return .done
      }
    }
  }

  struct Reveal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a code itself, and nothing else.",
      discussion: """
        Whoever has it can run ads on the post. On a terminal it asks first.

        EXAMPLES:
          flint code reveal mug@harbor
          flint code reveal mug@harbor --yes | wl-copy
        """)

    @OptionGroup var code: CodeArgument
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var library: LibraryOption

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        let revealed = try RevealedCode(code.key, in: try library.forReading(), at: now)
        let key = revealed.record.authorization.key
        guard
          try Confirmation.ask("print the code of \(key) where others may see it?", isGiven: yes)
        else { return .refused }
        let status = revealed.record.authorization.status(at: now)
        if status.isFinal { Report.show([.codeIsOver(key, status)]) }
        Terminal.writeOutput(revealed.code.secret + "\n")
        return .done
      }
    }
  }
}
