public import ArgumentParser
import Carousels
import Diagnostics
import Ledger
import Library
public import Posts

extension PostCommand {
  struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that a post is live on TikTok, and where.",
      discussion: """
        EXAMPLES:
          flint post publish mug --url https://www.tiktok.com/@NAME/photo/ID
          flint post publish mug --url https://vm.tiktok.com/ABC --item-id ID
        """)

    @Argument(help: "A draft.", completion: KeyCompletion.posts) var post: String
    @OptionGroup var place: PublicationOptions
    @OptionGroup var library: LibraryOption
    @Flag(help: "Say what would be noted, change nothing.") var dryRun = false
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      try Report.run {
        let desk = try library.desk("post publish", isDryRun: dryRun)
        let change = try desk.publishPost(
          post, try place.link(), at: place.at, creator: place.creator)
        let warnings = PostCheck.warnings(
          of: change.key, in: LibraryFolder(path: library.folder), try? workspace())
        try PostChangeText.show(
          published: change, warnings: warnings, isPlan: dryRun, json: json)
        return .done
      }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Follow a post that was made elsewhere.",
      discussion: """
        For codes of posts that Flint did not draw. KEY is the name it gets in the library.

        EXAMPLES:
          flint post add vase-haul --url https://www.tiktok.com/@NAME/photo/ID
          flint post add vase-haul --url URL --caption @text.txt
        """)

    @Argument(help: ArgumentHelp("A name for it.", valueName: "key"), transform: parsePostKey)
    var key: Key<Post>
    @OptionGroup var place: PublicationOptions
    @Option(
      help: ArgumentHelp("Its words, @FILE, or - for standard input.", valueName: "text"))
    var caption: String?
    @OptionGroup var library: LibraryOption
    @Flag(help: "Say what would be noted, change nothing.") var dryRun = false
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      try Report.run {
        let caption = try caption.map(PostCaption.read)
        let change = try library.desk("post add", begins: true, isDryRun: dryRun).addPost(
          key, try place.link(), caption: caption, at: place.at, creator: place.creator)
        try PostChangeText.show(
          published: change, warnings: change.warnings, isPlan: dryRun, json: json)
        return .done
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that a post is gone from TikTok, or discard a draft.",
      discussion: """
        Its authorizations become void and its ads end. Refused while ads run, unless --force.

        EXAMPLES:
          flint post remove mug --by creator
          flint post remove mug-2 --draft --yes
        """)

    @Argument(help: "A post.", completion: KeyCompletion.posts) var post: String
    @Option(help: "Who took it away.") var by: Post.Remover?
    @Flag(help: "Discard a draft, with its folder.") var draft = false
    @Flag(help: "Also while ads run on it; they end.") var force = false
    @Flag(help: "With --draft: do not ask.") var yes = false
    @OptionGroup var library: LibraryOption
    @Flag(help: "Say what would happen, change nothing.") var dryRun = false
    @Flag(help: "Print one JSON document.") var json = false

    func validate() throws {
      if (by == nil) != draft {
        throw ValidationError("say who took it from TikTok, with --by, or discard a --draft")
      }
      if force, draft { throw ValidationError("--force goes with --by; a draft has no ads") }
      if yes, !draft { throw ValidationError("--yes goes with --draft; nothing else is asked") }
    }

    func run() throws {
      try Report.run {
        let desk = try library.desk("post remove", isDryRun: dryRun)
        if let by {
          try PostChangeText.show(
            removed: try desk.removePost(post, by: by, isForced: force), at: try Clock.now(),
            isPlan: dryRun, json: json)
          return .done
        }
        let draft = try library.desk("post remove", isDryRun: true).discardDraft(post)
        if !dryRun {
          let question = "discard the draft \"\(draft.key)\" and its folder?"
          guard try Confirmation.ask(question, isGiven: yes) else { return .refused }
          _ = try desk.discardDraft(draft.key.text)
        }
        try PostChangeText.show(discarded: draft, isPlan: dryRun, json: json)
        return .done
      }
    }
  }
}

extension Post.Remover: ExpressibleByArgument {}

/// Where a post is on TikTok.
struct PublicationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Its address on TikTok.", valueName: "url")) var url: String

  @Option(
    help: ArgumentHelp(
      "TikTok's number of the post; for addresses that do not end in it.", valueName: "id"))
  var itemID: String?

  @Option(
    help: ArgumentHelp("When it went live; now when not given.", valueName: "time"),
    transform: parseMoment)
  var at: Moment?

  @Option(
    help: ArgumentHelp("Whose post it is; as the address says when not given.", valueName: "@name"),
    completion: KeyCompletion.creators, transform: parseHandle)
  var creator: Key<Creator>?

  func link() throws(Diagnostic) -> PostLink { try PostLink(url, itemID: itemID) }
}

func parsePostKey(_ text: String) throws -> Key<Post> {
  let key = PostKey.make(from: [text])
  guard key == text else {
    throw ValidationError(
      "\"\(text)\" cannot be a post's key: small letters, digits and hyphens; try \(key)")
  }
  return Key(key)
}
