import ArgumentParser
import Carousels
import Console
import Ledger
import Library
import Posts

extension CodeCommand {
  struct Request: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down that a brand asks for a code, with or without terms.",
      discussion: """
        A fee or a share makes an agreement with the post's creator, together with the request.

        EXAMPLES:
          flint code request mug --brand harbor --days 30 --fee "300 USD" --share 5%
          flint code request mug --brand harbor --agreement creator@harbor --message
        """)

    @Argument(help: "A post.", completion: KeyCompletion.posts) var post: String
    @Option(help: "Who asks.", completion: KeyCompletion.brands) var brand: String
    @Option(
      help: ArgumentHelp("The agreement's, or 30, when not given.", valueName: "n"))
    var days: Int?
    @Option(help: "The terms, made before.", completion: KeyCompletion.agreements)
    var agreement: String?
    @OptionGroup(title: "New terms") var terms: TermOptions
    @Flag(help: "Print a message to the creator, ready to be sent.") var message = false
    @OptionGroup var language: LanguageOption
    @OptionGroup var options: BookOptions

    func validate() throws {
      if agreement != nil, !terms.terms.isEmpty {
        throw ValidationError("--agreement has its terms; leave out --fee, --share and the like")
      }
    }

    func run() throws {
      try Report.run {
        let template = message ? try options.messages(language).load(.ask) : nil
        let desk = try options.desk("code request")
        let made = try desk.requestCode(
          .init(
            post: post, brand: brand, days: days,
            terms: agreement.map { .under($0) } ?? (terms.terms.isEmpty ? .none : .new(terms.terms))
          ))
        let letter = try template.map {
          try desk.letter($0, about: made.code, under: made.agreement)
        }
        try options.show(made, letter)
        return .done
      }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take the creator's code, for a request or unasked.",
      discussion: """
        From a pasted message the one word that can be a code is taken; quotes, invisible \
        characters, wrapped lines and web encodings are undone, and said. Nothing else is changed. \
        \(CodeTimeOptions.help)

        EXAMPLES:
          flint code add mug@harbor --code -
          flint code add mug --brand harbor --days 60 --code @code.txt --dry-run
          flint code add mug@harbor --code @mail.txt --pick 2
        """)

    @Argument(
      help: ArgumentHelp("A post, or a request.", valueName: "post|key"),
      completion: KeyCompletion.codes)
    var subject: String
    @Argument(help: .hidden) var typed: String?
    @Option(
      help: "Who it is for; not needed when the post has one request.",
      completion: KeyCompletion.brands)
    var brand: String?
    @OptionGroup var code: CodeOption
    @OptionGroup var times: CodeTimeOptions
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let text = try code.text(typed)
        let issued = try options.desk("code add")
          .addCode(
            to: subject, brand: brand, text: text, pick: code.pick, shapes: try codeShapes(),
            times: times.times)
        try options.show(
          CodeText.issued(issued, at: try Clock.now()),
          json: IssuedJSON(issued, at: try Clock.now()), issued.warnings)
        return .done
      }
    }
  }

  struct Reissue: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a new code instead of one that is over.",
      discussion: """
        It makes a new authorization, which names the one it replaces. \(CodeTimeOptions.help)

        EXAMPLES:
          flint code reissue mug@harbor --code -
          flint code reissue mug@harbor --code @code.txt --days 60
        """)

    @Argument(
      help: ArgumentHelp("An authorization that is over.", valueName: "key"),
      completion: KeyCompletion.codes)
    var key: String
    @Argument(help: .hidden) var typed: String?
    @OptionGroup var code: CodeOption
    @OptionGroup var times: CodeTimeOptions
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        let text = try code.text(typed)
        let issued = try options.desk("code reissue")
          .reissueCode(
            key, text: text, pick: code.pick, shapes: try codeShapes(), times: times.times)
        try options.show(
          CodeText.issued(issued, at: try Clock.now()),
          json: IssuedJSON(issued, at: try Clock.now()), issued.warnings)
        return .done
      }
    }
  }
}

extension BookOptions {
  /// Found before anything is changed.
  func messages(_ language: LanguageOption) throws -> MessageFiles {
    try MessageFiles(
      library: library.folder, language: language.name, dataFolder: try workspace().dataFolder)
  }

  /// With a message, that is the output, and the request is told beside it.
  fileprivate func show(_ made: Desk.Requested, _ letter: FilledMessage?) throws {
    let now = try Clock.now()
    let warnings = made.warnings + [letter?.warning].compactMap(\.self)
    let text = CodeText.requested(made, at: now)
    if letter != nil, !json { Report.note(text) }
    try show(letter?.text ?? text, json: RequestedJSON(made, letter, at: now), warnings)
  }
}
