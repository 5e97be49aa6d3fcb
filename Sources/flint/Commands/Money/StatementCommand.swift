import ArgumentParser
import Console
import Ledger
import Library
import Posts

struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: "Account for fees, shares of ad spend and payments.",
    discussion: """
      One account an agreement: the days each code was licensed and its ads ran, the spend that \
      reports gave, fee, share, paid and owed. --from and --to choose the days whose spend is \
      counted; fees and payments are always whole. Spend in other currencies is never converted.

      EXAMPLES:
        flint statement --creator @creator
        flint statement --brand harbor --from 2026-01-01 --to 2026-03-31 --json
      """)

  @Option(
    help: ArgumentHelp("Of a creator.", valueName: "@name"),
    completion: KeyCompletion.creators)
  var creator: String?

  @Option(help: "With a brand.", completion: KeyCompletion.brands) var brand: String?

  @Option(help: "Of one agreement.", completion: KeyCompletion.agreements)
  var agreement: String?

  @Option(
    help: ArgumentHelp("The first day whose spend is counted.", valueName: "day"),
    transform: parseDay)
  var from: Day?

  @Option(help: ArgumentHelp("The last one.", valueName: "day"), transform: parseDay)
  var to: Day?

  @OptionGroup var options: ReadingOptions

  func run() throws {
    try Report.run {
      let query = try StatementQuery(
        creator: creator, brand: brand, agreement: agreement, from: from, to: to)
      let statements = try query.statements(
        in: try options.library.forReading(), at: try Clock.now())
      if statements.isEmpty, !options.json {
        Report.note("no agreements; write one down with: flint agreement add\n")
      }
      try options.show(
        StatementText.describe(statements, days: query.days), json: StatementsJSON(statements))
      return .done
    }
  }
}
