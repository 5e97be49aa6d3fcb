import ArgumentParser
import Console
import Ledger
import Library
import Posts

struct AdvertiserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advertiser", abstract: "Add, list and show brands' accounts in Ads Manager.",
    discussion: """
      EXAMPLES:
        flint advertiser add 7123456789012345678 --brand harbor --currency USD
        flint advertiser list --brand harbor
      """,
    subcommands: [Add.self, List.self, Show.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down an advertiser account, or change what is known.",
      discussion: """
        What is not given stays as it was; an empty text takes a value away.

        EXAMPLES:
          flint advertiser add 7123456789012345678 --brand harbor --currency USD
          flint advertiser add 7123456789012345678 --name "Harbor US"
        """)

    @Argument(help: ArgumentHelp("TikTok's id of the account, digits.", valueName: "id"))
    var id: String

    @Option(help: "Whose it is.", completion: KeyCompletion.brands) var brand: String?
    @Option(help: "As in Ads Manager.") var name: String?
    @Option(help: ArgumentHelp("What it is billed in.", valueName: "USD|…")) var currency: String?
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let (advertiser, keeping) = try options.desk("advertiser add")
          .addAdvertiser(id, brand: brand, name: name, currency: currency)
        try options.show(
          PartyText.kept(advertiser.key.text, keeping),
          json: ["advertiser": AdvertiserJSON(advertiser, keeping)])
        return .done
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the advertiser accounts.",
      discussion: """
        EXAMPLES:
          flint advertiser list
          flint advertiser list --brand harbor --json
        """)

    @Option(help: "Of a brand.", completion: KeyCompletion.brands) var brand: String?
    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let advertisers = try options.library.forReading().read { reader in
          try reader.advertisers(of: try brand.map { try reader.brand(named: $0).key })
        }
        try options.show(
          PartyText.table(advertisers).text(),
          json: ["advertisers": advertisers.map { AdvertiserJSON($0) }])
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show an account's codes and ads.",
      discussion: """
        EXAMPLES:
          flint advertiser show 7123456789012345678
          flint advertiser show 7123456789012345678 --json
        """)

    @Argument(
      help: ArgumentHelp("An account, by its id.", valueName: "id"),
      completion: KeyCompletion.advertisers)
    var advertiser: String

    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        let dossier = try PartyDossier.advertiser(
          advertiser, in: try options.library.forReading(), at: now)
        try options.show(
          PartyText.describe(dossier, at: now), json: PartyDossierJSON(dossier, at: now))
        return .done
      }
    }
  }
}
