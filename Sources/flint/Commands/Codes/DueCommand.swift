import ArgumentParser
import Carousels
import Console
import Diagnostics
import Files
import Handoff
import Ledger
import Library
import Posts

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List what waits: codes that end, requests, ads, money.",
    discussion: """
      Each entry says what to type when it is done. --ics writes every end of a code or an ad, \
      however far ahead, as a calendar; read it again and moved ends move.

      EXAMPLES:
        flint due --within 14d
        flint due --messages letters --as brand --ics spark.ics
      """)

  @Option(
    help: ArgumentHelp("How far ahead ends of codes are looked for.", valueName: "45d|6w"),
    transform: parseDuration)
  var within = 45 * 86_400

  @Option(
    help: ArgumentHelp("Write a calendar (iCalendar).", valueName: "file"),
    completion: .file(extensions: ["ics"]))
  var ics: String?

  @Option(
    help: ArgumentHelp("Write the messages that fit into a folder.", valueName: "folder"),
    completion: .directory)
  var messages: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Only the messages that this one sends; both when not given.", valueName: "brand|creator"))
  var sender: MessageKind.Party?

  @OptionGroup var language: LanguageOption
  @OptionGroup var library: LibraryOption
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    try Report.run {
      let now = try Clock.now()
      let store = try library.forReading()
      try store.read { reader in
        let report = try DueReport(of: reader, within: within, at: now)
        var letters: [DueReport.Letter] = []
        if let messages {
          letters = try report.letters(
            from: try MessageFiles(
              library: library.folder, language: language.name,
              dataFolder: try workspace().dataFolder),
            by: sender, in: reader)
          try DueReport.write(letters, to: messages)
          Report.show(letters.compactMap(\.message.warning))
        }
        if let ics { try write(try SparkCalendar.make(of: reader, at: now), to: ics) }
        Terminal.writeOutput(
          json
            ? try JSON.document(DueJSON(report, letters: letters, folder: messages))
            : DueText.describe(report, letters: letters, folder: messages))
      }
      return .done
    }
  }

  private func write(_ calendar: ICalendar, to path: String) throws {
    try FileSystem.write(Array(calendar.text.utf8), to: path)
  }
}
