import Console
import Ledger
import Library
import Posts

/// What is due, in words.
enum DueText {
  static func describe(
    _ report: DueReport, letters: [DueReport.Letter], folder: String?,
    width: Int = min(Terminal.outputWidth, 100)
  ) -> String {
    let span = report.seconds / 86_400
    guard !report.items.isEmpty else {
      return "nothing is due; no code ends within \(span) day\(span == 1 ? "" : "s")\n"
    }
    let distances = report.items.map { item in
      item.moment.map { ZonedTime.distance(from: report.now, to: $0) } ?? ""
    }
    let column = (distances.map(\.cells).max() ?? 0) + 2
    var text = ""
    for (item, distance) in zip(report.items, distances) {
      let head = distance.padding(to: column)
      let sentence = VisibleText.of(item.sentence(ZonedTime.local.text))
      text += (head + sentence).wrapped(width: width, indent: column)
      text += String(repeating: " ", count: column) + VisibleText.of(item.advice.command) + "\n"
      if let folder {
        for letter in letters where letter.item == item {
          text += String(repeating: " ", count: column) + "\(folder)/\(letter.fileName)\n"
        }
      }
    }
    return text
  }
}

/// What `flint due --json` prints; the keys are promised.
struct DueJSON: Encodable {
  struct ItemJSON: Encodable {
    var matter: String
    var text: String
    var command: String
    var post: String?
    var creator: String?
    var brand: String?
    var authorization: String?
    var ad: String?
    var agreement: String?
    var at: String?
    /// 45, 30, 14, 7 or 0 for a code that ends.
    var notice: Int?
    var owed: MoneyJSON?
    /// Files.
    var messages: [String]
  }

  struct MoneyJSON: Encodable {
    var minorUnits: Int
    var currency: String
  }

  var due: [ItemJSON]
  var now: String

  init(_ report: DueReport, letters: [DueReport.Letter], folder: String?) {
    now = report.now.description
    due = report.items.map { item in
      var notice: Int?
      var owed: MoneyJSON?
      switch item.matter {
      case .codeEnds(_, _, let found, _, _): notice = found?.rawValue
      case .unpaid(_, let money):
        owed = MoneyJSON(minorUnits: money.minorUnits, currency: money.currency)
      default: break
      }
      return ItemJSON(
        matter: item.name, text: item.sentence(\.description), command: item.advice.command,
        post: item.post?.text, creator: item.creator?.text, brand: item.brand?.text,
        authorization: item.authorization?.text, ad: item.ad?.text,
        agreement: item.agreement?.text, at: item.moment?.description, notice: notice, owed: owed,
        messages: folder.map { folder in
          letters.filter { $0.item == item }.map { "\(folder)/\($0.fileName)" }
        } ?? [])
    }
  }
}
