import ArgumentParser
import Foundation

/// How far the first words of a command line lead into the commands.
struct CommandPlace {
  /// The names that lead there, the program's first.
  private(set) var names: [String]
  /// The last command that was found.
  private(set) var command: any ParsableCommand.Type
  /// What follows its name.
  private(set) var rest: ArraySlice<String>

  /// - Parameter arguments: without the program's name.
  init(_ arguments: [String], below root: any ParsableCommand.Type) {
    command = root
    names = [root._commandName]
    rest = arguments[...]
    // `flint help post list` names commands too.
    if rest.first == "help" { rest.removeFirst() }
    while let word = rest.first, let next = Self.child(of: command, named: word) {
      command = next
      names.append(next._commandName)
      rest.removeFirst()
    }
  }

  /// The word that stands where a command's name should, and names none.
  var unknownCommand: String? {
    guard !subcommands.isEmpty, let word = rest.first, !word.hasPrefix("-") else { return nil }
    return word
  }

  /// The names below the command, in the order of its help.
  var subcommands: [String] { command.configuration.subcommands.map { $0._commandName } }

  private static func child(
    of command: any ParsableCommand.Type, named word: String
  ) -> (any ParsableCommand.Type)? {
    command.configuration.subcommands.first {
      $0._commandName == word || $0.configuration.aliases.contains(word)
    }
  }
}

/// What a command takes, as ArgumentParser describes it to other programs.
struct CommandArguments: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    struct Completion: Decodable {
      struct Values: Decodable { var values: [String] }
      var list: Values?
    }

    var names: [Name]?
    var valueName: String?
    var completionKind: Completion?

    /// All that can be said, where shells complete from a list; else empty.
    var values: [String] { completionKind?.list?.values ?? [] }

    var longNames: [String] { (names ?? []).filter { $0.kind == "long" }.map(\.name) }
  }

  private struct Command: Decodable { var arguments: [Argument]? }
  private struct Tool: Decodable { var command: Command }

  var arguments: [Argument]

  init(of command: any ParsableCommand.Type) {
    // A description in another form describes nothing: then there are no suggestions.
    let tool = try? JSONDecoder().decode(Tool.self, from: Data(command._dumpHelp().utf8))
    arguments = tool?.command.arguments ?? []
  }
}
