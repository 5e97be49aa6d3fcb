import ArgumentParser

struct PostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "List, show, search, change, publish and hand off posts.",
    discussion: """
      A post is named by its key, or by the beginning of exactly one.

      EXAMPLES:
        flint post list --authorized
        flint post show mug
      """,
    subcommands: [
      List.self, Show.self, Search.self, Edit.self, Tag.self, Publish.self, Add.self, Remove.self,
      PostExportCommand.self, PostImportCommand.self,
    ])
}
