import Foundation
import TestSupport

/// Every command of the program with what it takes, as the program itself describes it.
struct CommandCatalogue: Decodable {
  struct Command: Decodable {
    var commandName: String
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var name: String
    }

    struct Completion: Decodable {
      struct Values: Decodable {
        var values: [String]
      }

      var list: Values?
    }

    var kind: String
    var preferredName: Name?
    var completionKind: Completion?

    var values: [String] { completionKind?.list?.values ?? [] }
  }

  /// A command with the words that lead to it.
  struct Entry {
    var path: [String]
    var command: Command

    var isGroup: Bool { !subcommands.isEmpty }
    var subcommands: [String] { (command.subcommands ?? []).map(\.commandName) }
    var arguments: [Argument] { command.arguments ?? [] }
    var takesJSON: Bool { arguments.contains { $0.preferredName?.name == "json" } }
  }

  private var command: Command

  /// All but `help`, groups before what is in them; the first is the program.
  static func entries() throws -> [Entry] { try read.get() }

  private static let read = Result {
    let result = try FlintProcess.run("--experimental-dump-help", in: TemporaryFolder())
    let catalogue = try JSONDecoder().decode(Self.self, from: Data(result.output.utf8))
    return entries(catalogue.command, at: [])
  }

  private static func entries(_ command: Command, at path: [String]) -> [Entry] {
    let children = (command.subcommands ?? []).filter { $0.commandName != "help" }
    return [Entry(path: path, command: command)]
      + children.flatMap { entries($0, at: path + [$0.commandName]) }
  }
}
