import Console
import Ledger
import Library
import Posts

/// Agreements in words.
enum AgreementText {
  static func made(_ agreement: Agreement) -> String {
    "\(agreement.key)  \(parties(agreement))\n"
      + Details.text([
        ("terms", agreement.terms.line),
        ("next", "flint code request POST --brand \(agreement.brand) --agreement \(agreement.key)"),
      ])
  }

  static func parties(_ agreement: Agreement) -> String {
    "@\(agreement.creator) with \(agreement.brand)"
  }

  static func table(_ agreements: [Agreement]) -> Table {
    var table = Table([
      .init(title: "agreement", leastWidth: 16), .init(title: "creator", leastWidth: 8),
      .init(title: "brand", leastWidth: 8), .init(title: "terms", leastWidth: 20),
      .init(title: "paid", isRightAligned: true, isEssential: false),
      .init(title: "made", isEssential: false),
    ])
    for agreement in agreements {
      table.add([
        agreement.key.text, "@\(agreement.creator)", agreement.brand.text, agreement.terms.line,
        agreement.paid.inFull(), ZonedTime.local.day(agreement.made).description,
      ])
    }
    return table
  }

  /// One page.
  static func describe(_ statement: Posts.Statement, at now: Moment) -> String {
    let agreement = statement.agreement
    let terms = agreement.terms
    let times = ZonedTime.local
    var text = "\(agreement.key)  \(parties(agreement))\n"
    text += Details.text([
      ("made", times.text(agreement.made)),
      ("fee", terms.fee?.inFull()),
      ("share", terms.share.map { "\($0) of the ad spend in \(terms.currency)" }),
      ("days", "\(terms.days) for each code"),
      ("usage rights", terms.usageRights),
      ("exclusive", terms.exclusivity.map { "\($0.category), until \($0.until)" }),
    ])
    if !agreement.payments.isEmpty {
      text += "\npayments\n"
      text += Details.text(
        agreement.payments.map { payment in
          let note = payment.note.map { "  \($0)" } ?? ""
          return (times.text(payment.at), payment.amount.inFull() + note)
        })
    }
    return text + "\n" + StatementText.account(of: statement)
  }

  static func paid(_ amount: Money, _ payment: Desk.Payment) -> String {
    let agreement = payment.agreement
    return
      "\(agreement.key)  \(amount.inFull()) paid by \(agreement.brand) to @\(agreement.creator)\n"
      + Details.text([
        ("paid", agreement.paid.inFull()), ("owed", payment.statement?.owed.inFull()),
      ])
  }
}
