import Diagnostics
import Posts

/// The sentences of the command itself; what an engine or the ledger refuses is worded there.
extension Diagnostic {
  static func lostOutput(_ reason: String) -> Self {
    .error("cannot write the output: \(reason)")
  }

  /// - Parameter reason: why the file that holds them cannot be read; nil when it can be by now.
  static func argumentsUnread(_ reason: Diagnostic?) -> Self {
    .error(
      "cannot read the command's arguments\(reason.map { ": \($0.message)" } ?? "")",
      hints: [
        reason == nil
          ? "nothing was done; try again"
          : "nothing was done; the system gives them in /proc, which must be mounted and readable"
      ])
  }

  static func notNow(_ text: String) -> Self {
    .error(
      "FLINT_NOW is \"\(text)\", which is not a time",
      hints: ["write it as 2026-01-31T09:30:00Z, or unset it"])
  }

  static func needsYes(_ question: String) -> Self {
    .error("there is nobody to ask: \(question)", hints: ["say --yes to go on without being asked"])
  }

  /// A fault that no module foresees, in the words of whoever found it.
  static func unforeseen(_ error: any Error) -> Self { .error("\(error)") }

  // MARK: Codes

  static func noCode() -> Self {
    .error(
      "no code was given",
      hints: [
        "give it on standard input: flint code add … --code -", "or name a file: --code @FILE",
      ])
  }

  static func codeIsNotText(_ path: String) -> Self {
    .error(
      "\"\(path)\" is not text in UTF-8", hints: ["give a file with the code and nothing else"])
  }

  static func codeIsAFile(_ path: String) -> Self {
    .error("\"\(path)\" is a file, not a code", hints: ["to read it, write @\(path)"])
  }

  static func codeIsAFolder(_ path: String) -> Self {
    .error("\"\(path)\" is a folder, not a code", hints: ["name a file in it: @FILE"])
  }

  static func codeIsGivenTwice() -> Self {
    .error("a code stands both with --code and without", hints: ["give it once, with --code -"])
  }

  static func codeAsArgument() -> Self {
    .warning(
      "a code given as an argument stays in the shell's history, and others see it in ps",
      hints: ["use --code - and paste it; take this line out of the history with: history -d"])
  }

  static func codeForALetter() -> Self {
    .error(
      "a code is not given on the command line, where shells remember it",
      hints: ["hand it over with: flint code share --help"])
  }

  static func codeIsOver(_ key: Key<Authorization>, _ status: Authorization.Status) -> Self {
    .warning("the code of \(key) is \(status.rawValue): TikTok takes it no more")
  }

  // MARK: Handing off

  static func noPosts() -> Self {
    .error("no post fits", hints: ["see which there are with: flint post list"])
  }

  static func noCodes() -> Self {
    .error(
      "no code is valid now", hints: ["see which there are with: flint code list --usable"])
  }
}
