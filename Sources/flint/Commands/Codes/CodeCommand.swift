import ArgumentParser

struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Follow Spark codes from the request to their end.",
    discussion: """
      An authorization is named by its key, POST@BRAND, or by its post when that has only one. Its \
      code is a secret: it is shown masked everywhere but in reveal.

      EXAMPLES:
        flint code request mug --brand harbor --days 30 --message
        flint code add mug --code -
      """,
    subcommands: [
      Request.self, Add.self, Share.self, Apply.self, Extend.self, Reissue.self, Revoke.self,
      Withdraw.self, List.self, Show.self, Reveal.self,
    ])
}
