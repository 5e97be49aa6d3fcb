import TestSupport
import Testing

/// Whoever mistypes a command, an option or a value is told what was meant.
@Suite struct SuggestionTests {
  private let folder: TemporaryFolder
  private let commands: [CommandCatalogue.Entry]

  init() throws {
    folder = try TemporaryFolder()
    commands = try CommandCatalogue.entries()
  }

  private func usageError(_ arguments: [String]) throws -> String {
    let result = try FlintProcess.run(arguments, in: folder)
    #expect(result.code == 64, "\(arguments)")
    #expect(result.output.isEmpty, "\(arguments)")
    #expect(result.errors.contains("\nUsage: flint"), "\(arguments)")
    return result.errors
  }

  /// A slip of the finger: the last letter twice.
  private func slip(_ word: String) -> String { word + String(word.suffix(1)) }

  @Test func everyGroupKnowsWhatCommandWasMeant() throws {
    let groups = commands.filter(\.isGroup)
    #expect(groups.count >= 11)
    for group in groups {
      let names = group.subcommands.filter { $0 != "help" }
      for name in [names.first, names.last].compactMap(\.self) {
        let errors = try usageError(group.path + [slip(name)])
        #expect(
          errors.hasPrefix("Error: unknown command \"\(slip(name))\"; did you mean \"\(name)\"?\n"))
      }
    }
  }

  @Test(arguments: [
    (["post", "lst"], "list"), (["psot"], "post"), (["ad", "metrics", "shwo"], "show"),
    (["help", "post", "lst"], "list"), (["help", "psot", "list"], "post"),
    (["post", "lst", "--json"], "list"), (["post", "lst", "--creator", "@mia"], "list"),
  ])
  func commandsAreFoundWhateverComesAfterThem(arguments: [String], meant: String) throws {
    let result = try FlintProcess.run(arguments, in: folder)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    let quote = arguments.contains("--json") ? "\\\"" : "\""
    #expect(result.errors.contains("did you mean \(quote)\(meant)\(quote)?"), "\(result.errors)")
  }

  @Test func whatIsNearToNothingIsOnlyNamed() throws {
    #expect(
      try usageError(["post", "frobnicate"]).hasPrefix("Error: unknown command \"frobnicate\"\n"))
    #expect(
      try usageError(["post", "list", "--frobnicate"])
        .hasPrefix("Error: unknown option \"--frobnicate\"\n"))
    #expect(
      try usageError(["render", "quote", "--format", "gif"])
        .hasPrefix("Error: unknown --format \"gif\"\n  hint: it is one of png, jpeg, webp\n"))
  }

  @Test func everyClosedSetOfValuesKnowsWhichWasMeant() throws {
    var count = 0
    for entry in commands where !entry.isGroup {
      for (index, argument) in entry.arguments.enumerated() {
        // The words before a value that has no option.
        let others = entry.arguments[..<index].filter {
          $0.kind == "positional" && argument.kind == "positional"
        }.map { _ in "x" }
        guard let value = argument.values.last else { continue }
        count += 1
        let option = argument.preferredName.map { ["--\($0.name)"] } ?? []
        let errors = try usageError(entry.path + others + option + [slip(value)])
        let meant =
          "\"\(slip(value))\"; did you mean \"\(value)\"?\n"
          + "  hint: it is one of \(argument.values.joined(separator: ", "))\n"
        #expect(errors.contains(meant), "\(entry.path) \(errors)")
      }
    }
    #expect(count >= 20)
  }

  /// What is missing is said before what is not understood, so these take nothing that must be.
  @Test func everyOptionIsKnownByASlip() throws {
    let lists = commands.filter { $0.path.last == "list" || $0.path == ["statement"] }
    #expect(lists.count >= 10)
    for entry in lists {
      let name = try #require(entry.arguments.first?.preferredName?.name)
      for name in [name, "version"] {
        let errors = try usageError(entry.path + ["--\(slip(name))"])
        let meant = "unknown option \"--\(slip(name))\"; did you mean \"--\(name)\"?\n"
        #expect(errors.hasPrefix("Error: \(meant)"), "\(entry.path) \(errors)")
      }
    }
  }

  @Test func aMistypedCommandMayBeACode() throws {
    let errors = try usageError(["code", Canary.code(1)])
    #expect(errors.hasPrefix("Error: unknown command \"#Ca"))
  }
}
