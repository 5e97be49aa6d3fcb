import ArgumentParser
import Console
import Ledger
import Library
import Posts

struct BrandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brand", abstract: "Add, list and show the brands that run ads.",
    discussion: """
      EXAMPLES:
        flint brand add harbor --name "Harbor Goods"
        flint brand list
      """,
    subcommands: [Add.self, List.self, Show.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down a brand, or change what is known.",
      discussion: """
        What is not given stays as it was; an empty text takes a value away.

        EXAMPLES:
          flint brand add harbor --name "Harbor Goods" --contact ads@example.com
          flint brand add north-star
        """)

    @Argument(help: "Its key: small letters, digits and hyphens.") var key: String
    @Option(help: "The name in messages.") var name: String?
    @Option(help: "Where messages go.") var contact: String?
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let (brand, keeping) = try options.desk("brand add", begins: true)
          .addBrand(key, name: name, contact: contact)
        try options.show(
          PartyText.kept(brand.key.text, keeping), json: ["brand": BrandJSON(brand, keeping)])
        return .done
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the brands.",
      discussion: """
        EXAMPLES:
          flint brand list
          flint brand list --json
        """)

    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let brands = try options.library.forReading().read { try $0.brands() }
        try options.show(
          PartyText.table(brands).text(), json: ["brands": brands.map { BrandJSON($0) }])
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a brand's accounts, posts, codes, ads and agreements.",
      discussion: """
        EXAMPLES:
          flint brand show harbor
          flint brand show harbor --json
        """)

    @Argument(help: "A brand.", completion: KeyCompletion.brands) var brand: String
    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        let dossier = try PartyDossier.brand(
          brand, in: try options.library.forReading(), at: now)
        try options.show(
          PartyText.describe(dossier, at: now), json: PartyDossierJSON(dossier, at: now))
        return .done
      }
    }
  }
}
