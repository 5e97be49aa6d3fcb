import ArgumentParser
import Carousels
import Console
import Diagnostics
import Foundation
import Ledger
import Library
import Posts

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a number or notice of TikTok means.",
    discussion: """
      Takes a number, a status word, the name of one of Flint's own rules, or the whole text that \
      TikTok showed; - reads it from standard input. Exit code 2 when nothing is known about it.

      EXAMPLES:
        flint explain 4025
        flint explain 'Error: video_unavailable (4002)'
      """)

  @Argument(help: "A number, a word or a pasted text; - is standard input.")
  var text: [String] = []

  @Option(help: ArgumentHelp("Fill the message with what is known of a post.", valueName: "key"))
  var post: String?
  @Option(help: ArgumentHelp("Or of a code and its post.", valueName: "key")) var code: String?
  @Flag(help: "List everything that can be explained.") var list = false
  @OptionGroup var library: LibraryOption
  @OptionGroup var language: LanguageOption
  @Flag(help: "Print one JSON document.") var json = false

  func validate() throws {
    if text.isEmpty, !list { throw ValidationError("name a number, a word or a text, or --list") }
    if post != nil, code != nil {
      throw ValidationError("name a post or a code; a code has a post")
    }
  }

  func run() throws {
    try Report.run {
      let workspace = try workspace()
      let book = try NoticeBook.load(from: workspace.dataFolder)
      let messages = try MessageFiles(
        library: library.folder, language: language.name, dataFolder: workspace.dataFolder)
      if list {
        Terminal.writeOutput(
          json
            ? try JSON.document(ExplanationJSON(listing: book.notices))
            : ExplainText.list(book.notices, width: Terminal.outputWidth))
        return .done
      }
      let subject = text == ["-"] ? try Self.standardInput() : text.joined(separator: " ")
      let explanation = book.explain(subject)
      Report.show(explanation.problems(with: subject))
      let answers = try explanation.answers(from: messages, values: try values())
      if json {
        Terminal.writeOutput(try JSON.document(ExplanationJSON(explanation, answers: answers)))
      } else {
        Terminal.writeOutput(ExplainText.describe(answers, width: Terminal.outputWidth))
      }
      return explanation.findings.isEmpty ? .refused : .done
    }
  }
}

extension ExplainCommand {
  /// What the library knows of the post or code that was named.
  fileprivate func values() throws -> [MessagePlaceholder: String] {
    guard let name = post ?? code else { return [:] }
    if CodeMask.isNeeded(in: name) { throw Diagnostic.looksLikeCode(isAll: true) }
    let now = try Clock.now()
    return try library.forReading().read { reader in
      if let code {
        let found = try reader.authorization(named: code, at: now)
        return try MessageValues.of(
          found.story.post.key, authorization: found.authorization.key, in: reader, at: now)
      }
      return try MessageValues.of(
        try post.map { try reader.post(named: $0) }, in: reader, at: now)
    }
  }

  fileprivate static func standardInput() throws -> String {
    let bytes = try FileHandle.standardInput.read(upToCount: 1 << 20) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The language of messages.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: ArgumentHelp("The messages' language: a folder of templates.", valueName: "en|…"))
  var name = "en"
}
