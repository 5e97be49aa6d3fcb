import Console
import Diagnostics
import Ledger

/// Explanations in words.
enum ExplainText {
  static func describe(_ answers: [Explanation.Answer], width: Int) -> String {
    let width = min(width, 100)
    return answers.map { answer in
      let notice = answer.finding.notice
      var text = StyledText.bold(notice.title.wrapped(width: width, indent: 2))
      text += field("about", [notice.area], width)
      text += field("means", [notice.means], width)
      text += field(notice.causes.count > 1 ? "causes" : "cause", notice.causes, width)
      text += field("who acts", [notice.actor.words], width)
      text += field("do", notice.steps, width)
      if let note = notice.note { text += field("note", [note], width) }
      text += field("known", [notice.standing.words], width)
      text += field(notice.sources.count > 1 ? "sources" : "source", notice.sources, width)
      if let message = answer.message { text += letter(message, width: width) }
      return text
    }.joined(separator: "\n")
  }

  static func list(_ notices: [Notice], width: Int) -> String {
    var text = ""
    var area = ""
    for notice in notices {
      if notice.area != area {
        area = notice.area
        text += (text.isEmpty ? "" : "\n") + "\(StyledText.bold(area))\n"
      }
      text += "  \(notice.title)\n".wrapped(width: width, indent: 4)
      text += "      \(notice.means)\n".wrapped(width: width, indent: 6)
    }
    return text
  }

  /// The message as it is sent: not wrapped, for it is to be copied.
  private static func letter(_ message: FilledMessage, width: Int) -> String {
    let rule = "  " + String(repeating: "─", count: max(8, min(width, 72) - 2)) + "\n"
    let kind = message.kind
    let way =
      "\(kind.rawValue), from the \(kind.sender.rawValue) to the \(kind.sender.other.rawValue)"
    let gaps = message.missing.isEmpty ? "" : "; fill in what stands in [brackets]"
    return field("message", ["\(way)\(gaps)"], width) + rule + message.text + rule
  }

  private static func field(_ name: String, _ values: [String], _ width: Int) -> String {
    values.enumerated().map { index, value in
      let head = "  \((index == 0 ? name : "").padding(to: 8))  "
      let mark = values.count > 1 ? "\(index + 1). " : ""
      return (head + mark + value + "\n").wrapped(width: width, indent: head.count + mark.count)
    }.joined()
  }
}

extension String {
  /// Broken at blanks so that no line is wider than `width`; all but the first begin with `indent`
  /// blanks. The blanks it begins with are kept.
  func wrapped(width: Int, indent: Int) -> String {
    let head = prefix { $0 == " " }
    var lines = [String(head)]
    var isFirst = true
    for word in dropFirst(head.count).split(whereSeparator: \.isNewline).joined()
      .split(separator: " ", omittingEmptySubsequences: false)
    {
      let last = lines[lines.count - 1]
      if isFirst || last.count + word.count + 1 <= width {
        lines[lines.count - 1] += isFirst ? String(word) : " \(word)"
      } else {
        lines.append(String(repeating: " ", count: indent) + word)
      }
      isFirst = false
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What `flint explain --json` prints; the keys are promised.
struct ExplanationJSON: Encodable {
  struct NoticeJSON: Encodable {
    var id: String
    /// First and last, which are the same for a single number.
    var codes: [[Int]]
    var names: [String]
    var area: String
    var match: String?
    var means: String
    var causes: [String]
    var actor: String
    var steps: [String]
    var note: String?
    var standing: String
    var sources: [String]
    var message: MessageJSON?

    init(_ notice: Notice, match: Explanation.Match?, message: FilledMessage?) {
      id = notice.id
      codes = notice.codes.map { [$0.lowerBound, $0.upperBound] }
      names = notice.names
      area = notice.area
      self.match = match?.rawValue
      means = notice.means
      causes = notice.causes
      actor = notice.actor.rawValue
      steps = notice.steps
      note = notice.note
      standing = notice.standing.rawValue
      sources = notice.sources
      self.message = message.map(MessageJSON.init)
    }
  }

  var notices: [NoticeJSON]
  var unknownNumbers: [String]
  var nearest: [String]
  var holdsCode: Bool

  init(_ explanation: Explanation, answers: [Explanation.Answer]) {
    notices = answers.map {
      NoticeJSON($0.finding.notice, match: $0.finding.match, message: $0.message)
    }
    unknownNumbers = explanation.unknownNumbers
    nearest = explanation.nearest
    holdsCode = explanation.holdsCode
  }

  init(listing notices: [Notice]) {
    self.notices = notices.map { NoticeJSON($0, match: nil, message: nil) }
    unknownNumbers = []
    nearest = []
    holdsCode = false
  }
}

/// A message ready to send.
struct MessageJSON: Encodable {
  var kind: String
  var sender: String
  var subject: String
  var body: String
  /// Placeholders that stand in it as `[name]`.
  var missing: [String]

  init(_ message: FilledMessage) {
    kind = message.kind.rawValue
    sender = message.kind.sender.rawValue
    subject = message.subject
    body = message.body
    missing = message.missing.map(\.rawValue)
  }
}
