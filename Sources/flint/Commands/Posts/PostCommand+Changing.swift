import ArgumentParser
import Console
import Ledger
import Library
import Posts

extension PostCommand {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change a post's words, or what is known about it.",
      discussion: """
        caption.txt and post.json in the post's folder follow. TikTok freezes a caption with the \
        first code.

        EXAMPLES:
          flint post edit mug --caption 'Five things.' --disclosure 'your brand'
          flint post edit mug --ad-authorization on --music cleared
          flint post edit mug --caption - < caption.txt
        """)

    @Argument(help: "A post.", completion: KeyCompletion.posts) var post: String
    @OptionGroup(title: "What is changed") var edit: PostEditOptions
    @OptionGroup var library: LibraryOption
    @Flag(help: "Say what would change, change nothing.") var dryRun = false
    @Flag(help: "Print one JSON document.") var json = false

    func validate() throws {
      if edit.isEmpty, !Terminal.outputIsTerminal || json {
        throw ValidationError("say what to change, such as --caption or --disclosure")
      }
    }

    func run() throws {
      try Report.run {
        if edit.isEmpty {
          let dossier = try PostDossier(
            of: post, in: try library.forReading(), at: try Clock.now())
          Terminal.writeOutput(PostChangeText.choices(of: dossier.post))
          return .done
        }
        let change = try library.desk("post edit", isDryRun: dryRun)
          .editPost(post, try edit.edit())
        try PostChangeText.show(change, isPlan: dryRun, json: json)
        return .done
      }
    }
  }

  struct Tag: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add tags to posts, or take them away.",
      discussion: """
        EXAMPLES:
          flint post tag mug vase --add summer --remove spring
          flint post tag --template listicle --draft --add tips
        """)

    @Argument(help: "Posts.", completion: KeyCompletion.posts) var posts: [String] = []
    @Option(help: ArgumentHelp("A tag, one word.", valueName: "tag"), transform: parseTag)
    var add: [String] = []
    @Option(
      help: ArgumentHelp("A tag, one word.", valueName: "tag"), completion: KeyCompletion.tags,
      transform: parseTag)
    var remove: [String] = []
    @OptionGroup(title: "Or the posts that are") var filter: PostFilterOptions
    @OptionGroup var library: LibraryOption
    @Flag(help: "Say what would change, change nothing.") var dryRun = false
    @Flag(help: "Print one JSON document.") var json = false

    func validate() throws {
      if add.isEmpty, remove.isEmpty {
        throw ValidationError("say which tags to --add or to --remove")
      }
      if posts.isEmpty, filter.isEmpty {
        throw ValidationError("name posts, or say which with --creator, --template, --draft …")
      }
    }

    func run() throws {
      try Report.run {
        let desk = try library.desk("post tag", isDryRun: dryRun)
        let filter = self.filter
        let others: ((LibraryReader) throws -> PostFilter)? =
          filter.isEmpty ? nil : { try filter.filter($0) }
        let changes = try desk.tagPosts(posts, others, adding: Set(add), removing: Set(remove))
        try PostChangeText.show(tagged: changes, isPlan: dryRun, json: json)
        return .done
      }
    }
  }
}
