public import ArgumentParser
import Carousels
import Console
import Diagnostics
import Handoff
import Ledger

extension MessageKind: ExpressibleByArgument {}
extension MessageKind.Party: ExpressibleByArgument {}

struct MessageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message", abstract: "List, show and change the messages that Flint writes.",
    discussion: """
      Messages are text files with places for names and days. Those in LIBRARY/messages come first.

      EXAMPLES:
        flint message list
        flint message new ask
      """,
    subcommands: [List.self, Show.self, New.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the messages, who sends them and where their words are.",
      discussion: """
        EXAMPLES:
          flint message list
          flint message list --json
        """)

    @OptionGroup var library: LibraryOption
    @OptionGroup var language: LanguageOption
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      try Report.run {
        let files = try MessageFiles(
          library: library.folder, language: language.name, dataFolder: try workspace().dataFolder)
        Terminal.writeOutput(
          json ? try JSON.document(MessageText.ListJSON(files)) : MessageText.list(files))
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a message's words, or fill them in.",
      discussion: """
        EXAMPLES:
          flint message show ask
          flint message show ask --set creator=@creator --set days=30
        """)

    @Argument(help: "Its name.") var kind: MessageKind

    @Option(help: ArgumentHelp("Fill a placeholder.", valueName: "name=value"))
    var set: [String] = []

    @OptionGroup var library: LibraryOption
    @OptionGroup var language: LanguageOption
    @Flag(help: "Print one JSON document.") var json = false

    func validate() throws {
      try checkAssignments(set, option: "--set", form: "name=value")
    }

    func run() throws {
      try Report.run {
        let files = try MessageFiles(
          library: library.folder, language: language.name, dataFolder: try workspace().dataFolder)
        let template = try files.load(kind)
        let values = try MessageText.values(set)
        let message = template.filled(with: values)
        if json {
          Terminal.writeOutput(try JSON.document(MessageJSON(message)))
        } else if set.isEmpty {
          Terminal.writeOutput(MessageText.describe(template))
        } else {
          if let warning = message.warning { Report.show([warning]) }
          Terminal.writeOutput(message.text)
        }
        return .done
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copy a message into the library, to be changed.",
      discussion: """
        EXAMPLES:
          flint message new ask
          flint message new renew --library ~/posts
        """)

    @Argument(help: "Its name.") var kind: MessageKind
    @OptionGroup var library: LibraryOption
    @OptionGroup var language: LanguageOption

    func run() throws {
      try Report.run {
        let files = try MessageFiles(
          library: library.folder, language: language.name, dataFolder: try workspace().dataFolder)
        let path = try files.copyToLibrary(kind)
        Terminal.writeOutput("\(path)\nedit it, then: flint message show \(kind.rawValue)\n")
        return .done
      }
    }
  }
}
