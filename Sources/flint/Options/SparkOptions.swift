public import ArgumentParser
import Carousels
import Console
import Diagnostics
import Ledger
import Library
public import Posts

/// What every command takes that changes parties, agreements or codes.
struct BookOptions: ParsableArguments {
  @OptionGroup var library: LibraryOption
  @Flag(help: "Say what would happen, change nothing.") var dryRun = false
  @Flag(help: "Print one JSON document.") var json = false

  /// - Parameters:
  ///   - command: such as `code add`.
  ///   - begins: creates a library that is not there.
  func desk(_ command: String, begins: Bool = false) throws -> Desk {
    try library.desk(command, begins: begins, isDryRun: dryRun)
  }

  /// Warnings on the error stream, the result on the output.
  func show(
    _ text: @autoclosure () throws -> String, json value: @autoclosure () throws -> some Encodable,
    _ warnings: [Diagnostic] = []
  ) throws {
    Report.show(warnings)
    Terminal.writeOutput(json ? try JSON.document(try value()) : try text())
    if dryRun { Report.note("only tried: nothing was changed\n") }
  }
}

/// What every command takes that only looks.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var library: LibraryOption
  @Flag(help: "Print one JSON document.") var json = false

  func show(
    _ text: @autoclosure () throws -> String, json value: @autoclosure () throws -> some Encodable
  ) throws {
    Terminal.writeOutput(json ? try JSON.document(try value()) : try text())
  }
}

/// What codes look like, as the data that Flint comes with says.
func codeShapes() throws -> CodeShapes {
  try CodeShapes.load(from: try workspace().dataFolder)
}

/// How a code is given.
struct CodeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "- reads it from standard input (on a terminal a prompt that shows nothing), @FILE from a "
        + "file. A code itself is taken too, with a warning.", valueName: "-|@file"))
  var code: String?

  @Option(
    help: ArgumentHelp(
      "Of several texts that can be the code, the n-th; the refusal lists them.", valueName: "n"))
  var pick: Int?

  /// Asks for it when nothing was said and somebody is there.
  ///
  /// - Parameter typed: as an argument without an option.
  func text(_ typed: String? = nil) throws -> String {
    if typed != nil, code != nil { throw Diagnostic.codeIsGivenTwice() }
    return try SecretInput.text(typed ?? code)
  }
}

/// From when to when a code is valid.
struct CodeTimeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("As the creator set it; as asked for when not given.", valueName: "n"))
  var days: Int?

  @Option(
    help: ArgumentHelp("When it became valid; now when not given.", valueName: "time"),
    transform: parseMoment)
  var start: Moment?

  @Option(
    help: ArgumentHelp(
      "When it ends, as somebody read it; start and days when not given.", valueName: "time"),
    transform: parseMoment)
  var ends: Moment?

  @Option(help: ArgumentHelp("Who says when it ends.", valueName: "creator|tiktok"))
  var endFrom: EndReader?

  func validate() throws {
    if endFrom != nil, ends == nil { throw ValidationError("--end-from needs --ends") }
  }

  var times: CodeTimes {
    CodeTimes(days: days, start: start, end: ends, endSource: endFrom?.source)
  }

  /// For each command that takes times.
  static let help = """
    Times are 2026-01-31T09:30:00Z, with another offset, or 2026-01-31 09:30 and 2026-01-31 in \
    your time zone. TikTok's own are UTC: write 2026-01-31 09:30:00 UTC.
    """
}

/// Who reads an end.
enum EndReader: String, ExpressibleByArgument, CaseIterable {
  case creator, tiktok

  var source: Grant.EndSource {
    switch self {
    case .creator: .creator
    case .tiktok: .tiktok
    }
  }
}

extension Authorization.Status: ExpressibleByArgument {}
