import Ledger
import Posts

struct StatementJSON: Encodable {
  struct LineJSON: Encodable {
    var post: String
    var authorization: String
    var status: String
    var start: Moment?
    var end: Moment?
    var daysLicensed: Int
    var daysRun: Int
    var spend: MoneyJSON
    /// In other currencies; never converted.
    var otherSpend: [MoneyJSON]
  }

  var agreement: String
  var creator: String
  var brand: String
  var currency: String
  var codes: [LineJSON]
  var spend: MoneyJSON
  var fee: MoneyJSON
  var shareBasisPoints: Int?
  var share: MoneyJSON
  /// What the share was before it was rounded half to even; only when it was.
  var exactShare: String?
  var paid: MoneyJSON
  /// Negative when too much was paid.
  var owed: MoneyJSON

  init(_ statement: Posts.Statement) {
    let terms = statement.agreement.terms
    agreement = statement.agreement.key.text
    creator = statement.agreement.creator.text
    brand = statement.agreement.brand.text
    currency = terms.currency
    codes = statement.lines.map { line in
      LineJSON(
        post: line.post.text, authorization: line.authorization.text,
        status: line.status.rawValue, start: line.start, end: line.end,
        daysLicensed: line.daysLicensed, daysRun: line.daysRun, spend: MoneyJSON(line.spend),
        otherSpend: line.otherSpend.map(MoneyJSON.init))
    }
    spend = MoneyJSON(statement.spend)
    fee = MoneyJSON(statement.fee)
    shareBasisPoints = terms.share?.basisPoints
    share = MoneyJSON(statement.share)
    if let part = terms.share, statement.shareIsRounded {
      exactShare = part.exactly(of: statement.spend)
    }
    paid = MoneyJSON(statement.paid)
    owed = MoneyJSON(statement.owed)
  }
}

struct StatementsJSON: Encodable {
  struct TotalJSON: Encodable {
    var currency: String
    var spend: MoneyJSON
    var fee: MoneyJSON
    var share: MoneyJSON
    var paid: MoneyJSON
    var owed: MoneyJSON

    init(_ total: StatementTotal) {
      currency = total.spend.currency
      spend = MoneyJSON(total.spend)
      fee = MoneyJSON(total.fee)
      share = MoneyJSON(total.share)
      paid = MoneyJSON(total.paid)
      owed = MoneyJSON(total.owed)
    }
  }

  var statements: [StatementJSON]
  var totals: [TotalJSON]

  init(_ statements: [Posts.Statement]) {
    self.statements = statements.map(StatementJSON.init)
    totals = StatementTotal.totals(of: statements).map(TotalJSON.init)
  }
}
