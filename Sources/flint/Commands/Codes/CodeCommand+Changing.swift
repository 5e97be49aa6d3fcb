import ArgumentParser
import Console
import Ledger
import Posts

extension CodeCommand {
  struct Share: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down that a code was sent to the brand.",
      discussion: """
        --message prints a letter to the brand; the code itself stands in it only with --with-code.

        EXAMPLES:
          flint code share mug@harbor --how mail
          flint code share mug --how "chat with Harbor" --message --with-code | wl-copy
        """)

    @OptionGroup var code: CodeArgument
    @Option(help: ArgumentHelp("By mail, chat …", valueName: "text")) var how: String
    @Flag(help: "Print a message to the brand, ready to be sent.") var message = false
    @Flag(help: "With the code itself in it.") var withCode = false
    @OptionGroup var language: LanguageOption
    @OptionGroup var options: BookOptions

    func validate() throws {
      if withCode, !message { throw ValidationError("--with-code needs --message") }
    }

    func run() throws {
      try Report.run {
        let template = message ? try options.messages(language).load(.share) : nil
        let desk = try options.desk("code share")
        let change = try desk.shareCode(code.key, how: how)
        let letter = try template.map {
          try desk.letter($0, about: change.code, withCode: withCode)
        }
        try options.show(change, letter)
        return .done
      }
    }
  }

  struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down that an advertiser account tried a code in Ads Manager.",
      discussion: """
        A code that one account applied is not offered to another; when TikTok took it there all \
        the same, say --tiktok-accepted.

        EXAMPLES:
          flint code apply mug@harbor --advertiser 7123456789012345678
          flint code apply mug@harbor --advertiser 7123456789012345678 --refused "code expired"
        """)

    @OptionGroup var code: CodeArgument
    @Option(
      help: ArgumentHelp("The account.", valueName: "id"), completion: KeyCompletion.advertisers)
    var advertiser: String
    @Option(help: ArgumentHelp("TikTok's words, when it refused.", valueName: "words"))
    var refused: String?
    @Flag(help: "TikTok took it, though another account has it.") var tiktokAccepted = false
    @OptionGroup var options: BookOptions

    func validate() throws {
      if refused != nil, tiktokAccepted {
        throw ValidationError("TikTok either --refused it or --tiktok-accepted it")
      }
    }

    func run() throws {
      try Report.run {
        try options.show(
          try options.desk("code apply").applyCode(
            code.key, advertiser: advertiser, refusal: refused, isAsTikTokSaid: tiktokAccepted))
        return .done
      }
    }
  }

  struct Extend: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add days to what is left of a code, or write down its end as it was read.",
      discussion: """
        Only before the end; afterwards a code is reissued. \(CodeTimeOptions.help)

        EXAMPLES:
          flint code extend mug@harbor --days 30
          flint code extend mug@harbor --read-end "2026-03-02 09:30:00 UTC" --end-from tiktok
        """)

    @OptionGroup var code: CodeArgument
    @Option(help: ArgumentHelp("To be added.", valueName: "n")) var days: Int?
    @Option(
      help: ArgumentHelp("The end as it is shown.", valueName: "time"), transform: parseMoment)
    var readEnd: Moment?
    @Option(
      help: ArgumentHelp("Who shows it; the creator when not given.", valueName: "creator|tiktok"))
    var endFrom: EndReader?
    @OptionGroup var options: BookOptions

    func validate() throws {
      if (days == nil) == (readEnd == nil) {
        throw ValidationError("say either --days, which are added, or --read-end")
      }
      if endFrom != nil, readEnd == nil { throw ValidationError("--end-from needs --read-end") }
    }

    func run() throws {
      try Report.run {
        let desk = try options.desk("code extend")
        if let readEnd {
          try options.show(
            try desk.readEnd(code.key, end: readEnd, source: (endFrom ?? .creator).source))
        } else if let days {
          try options.show(try desk.extendCode(code.key, days: days))
        }
        return .done
      }
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down that a code was taken back; its ads end.",
      discussion: """
        Refused while ads run on it, and names them; --force ends them with that reason.

        EXAMPLES:
          flint code revoke mug@harbor
          flint code revoke mug@harbor --force --dry-run
        """)

    @OptionGroup var code: CodeArgument
    @Flag(help: "Also while ads run on it.") var force = false
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        try options.show(
          try options.desk("code revoke").revokeCode(code.key, isForced: force))
        return .done
      }
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a request back that has no code yet.",
      discussion: """
        EXAMPLES:
          flint code withdraw mug@harbor
          flint code withdraw mug@harbor --dry-run
        """)

    @OptionGroup var code: CodeArgument
    @OptionGroup var options: BookOptions

    func run() throws {
      try Report.run {
        try options.show(try options.desk("code withdraw").withdrawRequest(code.key))
        return .done
      }
    }
  }
}

/// Which authorization.
struct CodeArgument: ParsableArguments {
  @Argument(
    help: "POST@BRAND, or a post that has only one.", completion: KeyCompletion.codes)
  var key: String
}

extension BookOptions {
  /// With a message, that is the output, and the change is told beside it.
  fileprivate func show(
    _ change: Desk.CodeChange, _ letter: FilledMessage? = nil
  ) throws {
    let now = try Clock.now()
    let text = CodeText.changed(change, at: now)
    if letter != nil, !json { Report.note(text) }
    try show(
      letter?.text ?? text, json: CodeChangeJSON(change, letter, at: now),
      change.warnings + [letter?.warning].compactMap(\.self))
  }
}
