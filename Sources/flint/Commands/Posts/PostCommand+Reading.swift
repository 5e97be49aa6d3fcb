import ArgumentParser
import Console
import Ledger
import Library

extension PostCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List posts, the newest first.",
      discussion: """
        EXAMPLES:
          flint post list --authorized --brand harbor
          flint post list --draft --tag summer --json
        """)

    @OptionGroup var filter: PostFilterOptions
    @Option(help: ArgumentHelp("The newest ones only.", valueName: "n")) var limit: Int?
    @OptionGroup var library: LibraryOption
    @Flag(help: "Print one JSON document.") var json = false

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit \(limit) lists nothing") }
    }

    func run() throws {
      try Report.run {
        let now = try Clock.now()
        let posts = try library.forReading().read { reader in
          var filter = try filter.filter(reader)
          filter.limit = limit
          return try reader.posts(filter, at: now)
        }
        if json {
          Terminal.writeOutput(try JSON.document(["posts": posts.map(PostSummaryJSON.init)]))
        } else if posts.isEmpty {
          Report.note(PostText.nothing(isFiltered: !filter.isEmpty))
        } else {
          Terminal.writeOutput(PostText.list(posts, at: now, limit: limit))
        }
        return .done
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell a post's whole story, and what comes next.",
      discussion: """
        EXAMPLES:
          flint post show mug
          flint post show mug --log
        """)

    @Argument(help: "A post.", completion: KeyCompletion.posts) var post: String
    @Flag(help: "Print everything that happened: when, by whom, with which command.")
    var log = false
    @OptionGroup var library: LibraryOption
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      try Report.run {
        let dossier = try PostDossier(
          of: post, in: try library.forReading(), at: try Clock.now())
        if json {
          Terminal.writeOutput(try JSON.document(PostDossierJSON(dossier)))
        } else {
          Terminal.writeOutput(
            log ? PostLogText.text(of: dossier) : PostPage(dossier).text)
        }
        return .done
      }
    }
  }

  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find posts by the words on their slides, captions, titles, keys and tags.",
      discussion: """
        Posts that have all the words, the best first; accents and letter case do not matter.

        EXAMPLES:
          flint post search coffee beans
          flint post search 'crème brûlée' --json
        """)

    @Argument(help: "What to look for.") var words: [String]
    @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit = 20
    @OptionGroup var library: LibraryOption
    @Flag(help: "Print one JSON document.") var json = false

    func validate() throws {
      if limit < 1 { throw ValidationError("--limit \(limit) finds nothing") }
    }

    func run() throws {
      try Report.run {
        let text = words.joined(separator: " ")
        let hits = try library.forReading().read { try $0.search(text, limit: limit) }
        if json {
          Terminal.writeOutput(try JSON.document(["posts": hits.map(SearchHitJSON.init)]))
        } else if hits.isEmpty {
          Report.note("no post has \"\(VisibleText.of(text))\"\n")
        } else {
          Terminal.writeOutput(PostText.hits(hits))
        }
        return .done
      }
    }
  }
}
