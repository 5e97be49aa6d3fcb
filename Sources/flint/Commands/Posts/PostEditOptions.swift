import ArgumentParser
import Ledger
import Posts

/// What `flint post edit` can change.
struct PostEditOptions: ParsableArguments {
  enum Music: String, ExpressibleByArgument, CaseIterable {
    case cleared
    case notCleared = "not-cleared"
  }

  @Option(
    help: ArgumentHelp(
      "The words, @FILE, or - for standard input; hashtags belong to it.", valueName: "text"))
  var caption: String?

  @Option(help: ArgumentHelp("Of the photo post; \"\" takes it away.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("What it discloses.", valueName: Disclosure.names.joined(separator: "|")),
    completion: .list(Disclosure.names), transform: parseDisclosure)
  var disclosure: Disclosure?

  @Option(help: "Whether TikTok labels it as made by AI.") var aiLabel: Switch?

  @Option(
    help: ArgumentHelp(
      "Who can see it.",
      valueName: Post.Privacy.allCases.map(\.name).joined(separator: "|")),
    completion: .list(Post.Privacy.allCases.map(\.name)), transform: parsePrivacy)
  var privacy: Post.Privacy?

  @Option(help: "The switch in the app: Ad settings, Ad authorization.")
  var adAuthorization: Switch?

  @Option(help: "Whether its sound may be used commercially; without sound it is cleared.")
  var music: Music?

  @Option(
    help: ArgumentHelp("Whose post it is.", valueName: "@name"),
    completion: KeyCompletion.creators, transform: parseHandle)
  var creator: Key<Creator>?

  var isEmpty: Bool { caption == nil && facts.isEmpty }

  /// Reads the caption.
  func edit() throws -> PostEdit {
    var edit = facts
    edit.caption = try caption.map(PostCaption.read)
    return edit
  }

  private var facts: PostEdit {
    var edit = PostEdit()
    edit.title = title
    edit.disclosure = disclosure
    edit.isAIGenerated = aiLabel?.isOn
    edit.privacy = privacy
    edit.adAuthorizationIsOn = adAuthorization?.isOn
    edit.musicIsCleared = music.map { $0 == .cleared }
    edit.creator = creator
    return edit
  }
}
