import Console
import Ledger
import Library
import Posts

/// Statements in words, with every rounding shown.
enum StatementText {
  static func describe(_ statements: [Posts.Statement], days: ClosedRange<Day>?) -> String {
    guard !statements.isEmpty else { return "" }
    let head = days.map { "spend of \($0.lowerBound) to \($0.upperBound) only\n\n" } ?? ""
    let accounts = statements.map { statement in
      let agreement = statement.agreement
      return
        "\(agreement.key)  \(AgreementText.parties(agreement)): \(agreement.terms.line)\n"
        + account(of: statement)
    }
    return head + accounts.joined(separator: "\n")
      + (statements.count > 1 ? "\n" + totals(of: statements) : "")
  }

  /// Each authorization, then the sums.
  static func account(of statement: Posts.Statement) -> String {
    var text = codes(of: statement).inset
    for line in statement.lines {
      for other in line.otherSpend {
        text += "  \(line.authorization) also spent \(other.inFull()): not converted, no share\n"
      }
    }
    let zero = Money(minorUnits: 0, currency: statement.spend.currency)
    let isOverpaid = statement.owed.minorUnits < 0
    return text
      + Details.text([
        ("spend", statement.spend.inFull()),
        ("fee", statement.agreement.terms.fee == nil ? nil : fee(statement)),
        ("share", share(statement)),
        ("paid", statement.paid.inFull()),
        ("owed", isOverpaid ? zero.inFull() : statement.owed.inFull()),
        ("paid too much", isOverpaid ? statement.owed.negated.inFull() : nil),
      ])
  }

  private static func codes(of statement: Posts.Statement) -> Table {
    var table = Table([
      .init(title: "code", leastWidth: 16), .init(title: "status"), .init(title: "from"),
      .init(title: "to"), .init(title: "licensed", isRightAligned: true),
      .init(title: "ran", isRightAligned: true), .init(title: "spend", isRightAligned: true),
    ])
    let times = ZonedTime.local
    for line in statement.lines {
      table.add([
        line.authorization.text, line.status.rawValue,
        line.start.map { times.day($0).description } ?? "",
        line.end.map { times.day($0).description } ?? "",
        days(line.daysLicensed), days(line.daysRun), line.spend.inFull(),
      ])
    }
    return table
  }

  private static func days(_ count: Int) -> String { "\(count) day\(count == 1 ? "" : "s")" }

  private static func fee(_ statement: Posts.Statement) -> String {
    let isDue = statement.lines.contains { $0.start != nil }
    return statement.fee.inFull() + (isDue ? "" : "  due when the first code is issued")
  }

  /// `$61.72  5% of $1,234.50 = $61.725, rounded half-even to $61.72`.
  private static func share(_ statement: Posts.Statement) -> String? {
    guard let share = statement.agreement.terms.share else { return nil }
    let way = "\(statement.share.inFull())  \(share) of \(statement.spend.inFull())"
    guard statement.shareIsRounded else { return way }
    return way + " = \(share.exactly(of: statement.spend)), rounded half-even to "
      + statement.share.inFull()
  }

  private static func totals(of statements: [Posts.Statement]) -> String {
    var table = Table([
      .init(title: "total"), .init(title: "spend", isRightAligned: true),
      .init(title: "fee", isRightAligned: true), .init(title: "share", isRightAligned: true),
      .init(title: "paid", isRightAligned: true), .init(title: "owed", isRightAligned: true),
    ])
    for total in StatementTotal.totals(of: statements) {
      table.add(
        [total.spend.currency]
          + [total.spend, total.fee, total.share, total.paid, total.owed].map { $0.inFull() })
    }
    return table.text()
  }
}

extension Money {
  var negated: Money { Money(minorUnits: 0 - minorUnits, currency: currency) }
}
