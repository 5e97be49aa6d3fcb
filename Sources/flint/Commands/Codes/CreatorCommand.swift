import ArgumentParser
import Console
import Ledger
import Library
import Posts

struct CreatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creator", abstract: "Add, list and show those who post.",
    discussion: """
      EXAMPLES:
        flint creator add @creator --name "The Creator"
        flint creator list
      """,
    subcommands: [Add.self, List.self, Show.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down a creator, or change what is known.",
      discussion: """
        What is not given stays as it was; an empty text takes a value away.

        EXAMPLES:
          flint creator add @creator --name "The Creator" --contact mail@example.com
          flint creator add https://www.tiktok.com/@creator
        """)

    @Argument(help: "@name, or a profile's URL.") var handle: String
    @Option(help: "The name in messages.") var name: String?
    @Option(help: "Where messages go.") var contact: String?
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let (creator, keeping) = try options.desk("creator add", begins: true)
          .addCreator(handle, name: name, contact: contact)
        try options.show(
          PartyText.kept("@\(creator.key)", keeping),
          json: ["creator": CreatorJSON(creator, keeping)])
        return .done
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the creators.",
      discussion: """
        EXAMPLES:
          flint creator list
          flint creator list --json
        """)

    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let creators = try options.library.forReading().read { try $0.creators() }
        try options.show(
          PartyText.table(creators).text(), json: ["creators": creators.map { CreatorJSON($0) }])
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a creator's posts, codes, ads and agreements.",
      discussion: """
        EXAMPLES:
          flint creator show @creator
          flint creator show @creator --json
        """)

    @Argument(help: "@name.", completion: KeyCompletion.creators) var creator: String
    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        let dossier = try PartyDossier.creator(
          creator, in: try options.library.forReading(), at: now)
        try options.show(
          PartyText.describe(dossier, at: now), json: PartyDossierJSON(dossier, at: now))
        return .done
      }
    }
  }
}
