import Diagnostics
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct MessageTests {
  private func template(
    _ text: String, _ kind: MessageKind = .ask
  ) throws(DiagnosticsError) -> MessageTemplate {
    try MessageTemplate(text, kind: kind, path: "ask.txt")
  }

  private func problems(_ text: String, _ kind: MessageKind = .ask) -> [String] {
    do {
      _ = try template(text, kind)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func valuesTakeTheirPlaces() throws {
    let message = try template("Subject: For {{creator}}\n\nHi {{ creator }}, {{ days }} days?\n")
      .filled(with: [.creator: "Mia", .days: "30"])
    #expect(message.text == "Subject: For Mia\n\nHi Mia, 30 days?\n")
    #expect(message.missing.isEmpty && message.warning == nil)
  }

  @Test func aMissingValueLeavesAGapThatIsTold() throws {
    let message = try template("Subject: {{ post }}\n{{ days }} or {{ days }}, {{ end }}\n")
      .filled(with: [.post: " ", .end: "soon"])
    #expect(message.subject == "[post]")
    #expect(message.body == "[days] or [days], soon")
    #expect(message.missing == [.post, .days])
    #expect(message.warning?.message == "the message \"ask\" has gaps: [post], [days]")
  }

  @Test func anOptionalValueTakesItsLineAlong() throws {
    let text = "Subject: A\n\nfirst\n\n{{ terms? }}\n\nlast\n{{ results ? }}\n"
    #expect(try template(text).filled(with: [:]).body == "first\n\nlast")
    let full = try template(text).filled(with: [.terms: "300 USD", .results: "fine"])
    #expect(full.body == "first\n\n300 USD\n\nlast\nfine")
  }

  @Test func aValueIsNeverReadAsATemplateOrAsLines() throws {
    let message = try template("Subject: {{ post }}\n{{ post }}\n")
      .filled(with: [.post: "one\r\nBcc: {{ code }}\u{2028}two"])
    #expect(message.subject == "one Bcc: {{ code }} two")
    #expect(message.body == message.subject)
  }

  @Test func everyProblemIsNamedWithItsPlace() {
    let found = problems("Hello\n\n€ {{ creater }} {{ code }}\n{{ days\n")
    #expect(found.count == 4)
    #expect(found[0].hasPrefix("ask.txt:1: error: the first line is \"Hello\""))
    #expect(found[1].hasPrefix("ask.txt:3:3: error: unknown placeholder \"creater\"; did you mean"))
    #expect(found[1].contains("known are creator, brand, post"))
    #expect(found[2].hasPrefix("ask.txt:3:17: error: \"{{ code }}\" may stand in share.txt only"))
    #expect(found[3].hasPrefix("ask.txt:4:1: error: \"{{\" without \"}}\""))
    #expect(problems("Subject: a\n{{ code }}", .share).isEmpty)
  }

  @Test func oddTextsAreTaken() throws {
    #expect(
      try template("\u{FEFF}subject:x\r\n\r\nbody").filled(with: [:]).text == "Subject: x\n\nbody\n"
    )
    #expect(try template("Subject:").filled(with: [:]).text == "Subject: \n\n\n")
    #expect(problems("") != [])
    #expect(problems("Subject: }} { {{}} {{ ? }}").count == 2)
  }

  @Test func everyMessageThatFlintComesWithIsWhole() throws {
    let workshop = try Workshop()
    let files = try MessageFiles(
      library: workshop.folder["library"], dataFolder: workshop.workspace.dataFolder)
    for kind in MessageKind.allCases {
      let template = try files.load(kind)
      let all = Dictionary(uniqueKeysWithValues: MessagePlaceholder.allCases.map { ($0, "x") })
      let message = template.filled(with: all)
      #expect(!message.subject.isEmpty && message.body.count > 100, "\(kind)")
      #expect(message.missing.isEmpty)
      #expect(template.placeholders.contains(.code) == (kind == .share))
      #expect(!template.filled(with: [:]).body.contains("\n\n\n"))
    }
  }

  @Test func theLibrarysOwnWordsComeFirst() throws {
    let workshop = try Workshop()
    let files = try MessageFiles(
      library: workshop.folder["library"], dataFolder: workshop.workspace.dataFolder)
    #expect(!files.isOwn(.ask))
    let path = try files.copyToLibrary(.ask)
    #expect(path == workshop.folder["library"] + "/messages/en/ask.txt")
    #expect(throws: DiagnosticsError.self) { try files.copyToLibrary(.ask) }
    try workshop.folder.write("Subject: Hey\nhey", to: "library/messages/en/ask.txt")
    #expect(files.isOwn(.ask))
    #expect(try files.load(.ask).filled(with: [:]).text == "Subject: Hey\n\nhey\n")
    #expect(try files.load(.renew).path.hasSuffix("data/messages/en/renew.txt"))
  }

  @Test func aLanguageIsAFolderOfMessages() throws {
    let workshop = try Workshop()
    let library = workshop.folder["library"]
    #expect(throws: DiagnosticsError.self) {
      try MessageFiles(library: library, language: "de", dataFolder: workshop.workspace.dataFolder)
    }
    #expect(throws: DiagnosticsError.self) {
      try MessageFiles(
        library: library, language: "../en", dataFolder: workshop.workspace.dataFolder)
    }
    try workshop.folder.write("Subject: Hallo\nhallo", to: "library/messages/de/ask.txt")
    let files = try MessageFiles(
      library: library, language: "de", dataFolder: workshop.workspace.dataFolder)
    #expect(try files.load(.ask).filled(with: [:]).subject == "Hallo")
    #expect(throws: DiagnosticsError.self) { try files.load(.renew) }
  }
}
