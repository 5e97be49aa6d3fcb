import Diagnostics
import Posts

struct AgreementJSON: Encodable {
  struct PaymentJSON: Encodable {
    var amount: MoneyJSON
    var at: Moment
    var note: String?
  }

  struct ExclusivityJSON: Encodable {
    var category: String
    var until: Day
  }

  var key: String
  var creator: String
  var brand: String
  var made: Moment
  var currency: String
  var fee: MoneyJSON?
  /// Hundredths of a percent.
  var shareBasisPoints: Int?
  var days: Int
  var usageRights: String?
  var exclusivity: ExclusivityJSON?
  var payments: [PaymentJSON]

  init(_ agreement: Agreement) {
    let terms = agreement.terms
    key = agreement.key.text
    creator = agreement.creator.text
    brand = agreement.brand.text
    made = agreement.made
    currency = terms.currency
    fee = terms.fee.map(MoneyJSON.init)
    shareBasisPoints = terms.share?.basisPoints
    days = terms.days
    usageRights = terms.usageRights
    exclusivity = terms.exclusivity.map {
      ExclusivityJSON(category: $0.category, until: $0.until)
    }
    payments = agreement.payments.map {
      PaymentJSON(amount: MoneyJSON($0.amount), at: $0.at, note: $0.note)
    }
  }
}

struct AgreementShowJSON: Encodable {
  var agreement: AgreementJSON
  var statement: StatementJSON?
  var warnings: [DiagnosticJSON]

  init(
    _ agreement: Agreement, statement: Posts.Statement? = nil, warnings: [Diagnostic] = []
  ) {
    self.agreement = AgreementJSON(agreement)
    self.statement = statement.map(StatementJSON.init)
    self.warnings = warnings.map(DiagnosticJSON.init)
  }
}
