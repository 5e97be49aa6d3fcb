import ArgumentParser
import Console
import Ledger
import Library
import Posts

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Write down terms and payments, list and show them.",
    discussion: """
      EXAMPLES:
        flint agreement add @creator harbor --fee "300 USD" --share 5%
        flint agreement pay creator@harbor --amount "150 USD"
      """,
    subcommands: [Add.self, List.self, Show.self, Pay.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down an agreement: a fee, a share of the ad spend, or both.",
      discussion: """
        EXAMPLES:
          flint agreement add @creator harbor --fee "300 USD" --share 5% --days 30
          flint agreement add @creator harbor --share 7.5% --currency EUR --usage-rights "ads only"
        """)

    @Argument(help: "@name.", completion: KeyCompletion.creators) var creator: String
    @Argument(help: "A brand.", completion: KeyCompletion.brands) var brand: String

    @Option(
      help: ArgumentHelp("For each code; 30 when not given.", valueName: "n"))
    var days: Int?

    @OptionGroup var terms: TermOptions
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        var terms = terms.terms
        terms.days = days
        let made = try options.desk("agreement add")
          .makeAgreement(creator: creator, brand: brand, terms: terms)
        try options.show(
          AgreementText.made(made.agreement),
          json: AgreementShowJSON(made.agreement, warnings: made.warnings), made.warnings)
        return .done
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List agreements.",
      discussion: """
        EXAMPLES:
          flint agreement list
          flint agreement list --brand harbor --json
        """)

    @Option(
      help: ArgumentHelp("Of a creator.", valueName: "@name"),
      completion: KeyCompletion.creators)
    var creator: String?
    @Option(help: "With a brand.", completion: KeyCompletion.brands) var brand: String?
    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let agreements = try options.library.forReading().read { reader in
          try reader.agreements(
            creator: try creator.map { try reader.creator(named: $0).key },
            brand: try brand.map { try reader.brand(named: $0).key })
        }
        try options.show(
          AgreementText.table(agreements).text(),
          json: ["agreements": agreements.map(AgreementJSON.init)])
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show an agreement's terms, payments and what is owed.",
      discussion: """
        EXAMPLES:
          flint agreement show creator@harbor
          flint agreement show creator@harbor --json
        """)

    @Argument(help: "An agreement.", completion: KeyCompletion.agreements)
    var agreement: String
    @OptionGroup var options: ReadingOptions

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        var query = StatementQuery()
        query.agreement = agreement
        let statements = try query.statements(in: try options.library.forReading(), at: now)
        guard let statement = statements.first else { return .done }
        try options.show(
          AgreementText.describe(statement, at: now),
          json: AgreementShowJSON(statement.agreement, statement: statement))
        return .done
      }
    }
  }

  struct Pay: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note a payment from the brand to the creator.",
      discussion: """
        EXAMPLES:
          flint agreement pay creator@harbor --amount "150 USD"
          flint agreement pay creator@harbor --amount "61.72 USD" --note "share for March"
        """)

    @Argument(help: "An agreement.", completion: KeyCompletion.agreements)
    var agreement: String
    @Option(
      help: ArgumentHelp("Such as \"150 USD\".", valueName: "money"), transform: parseMoney)
    var amount: Money
    @Option(help: "What it was for, or its reference.") var note: String?
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let payment = try options.desk("agreement pay")
          .pay(agreement, amount: amount, note: note)
        try options.show(
          AgreementText.paid(amount, payment),
          json: AgreementShowJSON(
            payment.agreement, statement: payment.statement, warnings: payment.warnings),
          payment.warnings)
        return .done
      }
    }
  }
}

/// What was agreed on.
struct TermOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A flat fee, such as \"300 USD\".", valueName: "money"),
    transform: parseMoney)
  var fee: Money?

  @Option(
    help: ArgumentHelp("Of the ad spend, such as 5%.", valueName: "percent"),
    transform: parseSpendShare)
  var share: SpendShare?

  @Option(
    help: ArgumentHelp(
      "Of a share without a fee; what the brand's accounts are billed in when not given.",
      valueName: "USD|…"))
  var currency: String?

  @Option(help: ArgumentHelp("What the brand may do with the pictures.", valueName: "text"))
  var usageRights: String?

  @Option(help: ArgumentHelp("No ads for others of this kind.", valueName: "category"))
  var exclusive: String?

  @Option(
    help: ArgumentHelp("The last day of it.", valueName: "day"), transform: parseDay)
  var exclusiveUntil: Day?

  func validate() throws {
    if (exclusive == nil) != (exclusiveUntil == nil) {
      throw ValidationError("--exclusive and --exclusive-until come together")
    }
  }

  var terms: AgreementTerms {
    var terms = AgreementTerms()
    terms.fee = fee
    terms.share = share
    terms.currency = currency
    terms.usageRights = usageRights
    if let exclusive, let exclusiveUntil {
      terms.exclusivity = Agreement.Exclusivity(category: exclusive, until: exclusiveUntil)
    }
    return terms
  }
}
