package import Diagnostics
import Library
public import Posts

/// What is to change of a post; nil stays as it is.
public struct PostEdit: Equatable, Sendable {
  /// An empty one takes the caption away.
  public var caption: String?
  /// An empty one takes the title away.
  public var title: String?
  public var disclosure: Disclosure?
  public var isAIGenerated: Bool?
  public var privacy: Post.Privacy?
  public var adAuthorizationIsOn: Bool?
  public var musicIsCleared: Bool?
  /// Who made the post.
  public var creator: Key<Creator>?

  public init() {}

  /// Whether nothing is to change.
  public var isEmpty: Bool { self == PostEdit() }

  /// - Throws: when the new words hold what looks like a code, or a code of the library.
  func checkWords(_ reader: LibraryReader) throws {
    try reader.refuseCodes(caption, in: "the caption")
    try reader.refuseCodes(title, in: "the title")
  }

  /// - Throws: a `Refusal`, when a rule stands against a part of it; then nothing is changed.
  package func apply(to story: inout PostStory, at now: Moment) throws(Refusal) -> [PostEvent] {
    var edited = story
    var events: [PostEvent] = []
    if let creator { events += try edited.assign(to: creator, at: now) }
    if caption != nil || title != nil {
      let newTitle = title.map { $0.isEmpty ? nil : $0 } ?? edited.post.title
      events += try edited.word(
        caption: caption ?? edited.post.caption, title: newTitle, at: now)
    }
    var facts = edited.post.facts
    if let disclosure { facts.disclosure = disclosure }
    if let isAIGenerated { facts.isAIGenerated = isAIGenerated }
    if let privacy { facts.privacy = privacy }
    if let adAuthorizationIsOn { facts.adAuthorizationIsOn = adAuthorizationIsOn }
    if let musicIsCleared { facts.musicIsCleared = musicIsCleared }
    events += edited.set(facts, at: now)
    story = edited
    return events
  }

  /// What TikTok would not take of the new words.
  package var warnings: [Diagnostic] {
    let problems =
      WordProblem.problems(ofTitle: title)
      + (caption.map(WordProblem.problems) ?? [])
    return problems.map { .warning($0.message, hints: [$0.remedy]) }
  }
}

extension Disclosure {
  /// What `flint post edit` takes, in TikTok's words.
  public static let names = [Disclosure.yourBrand, .brandedContent, .none].map(\.rawValue)
}
