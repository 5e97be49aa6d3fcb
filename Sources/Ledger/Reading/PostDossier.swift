import Diagnostics
import Files
public import Library
public import Posts

/// All that the library knows of one post.
public struct PostDossier: Sendable {
  public var story: PostStory
  /// nil when the post has none.
  public var creator: Creator?
  /// Those with an authorization.
  public var brands: [Key<Brand>: Brand]
  /// Those that tried a code, or that an ad is planned for.
  public var advertisers: [Key<Advertiser>: Advertiser]
  /// In the order they were planned.
  public var ads: [AdSummary]
  /// The agreements that its authorizations are under; each covers all posts under it.
  public var statements: [Statement]
  /// Oldest first.
  public var events: [Recorded<PostEvent>]
  /// With its files; nil when there is none, as for a post that was made elsewhere.
  public var folder: String?
  /// What stands in the folder's `caption.txt` when it is not the post's caption.
  public var otherCaption: String?
  public var now: Moment

  public var post: Post { story.post }
  public var steps: [NextStep] { NextStep.steps(for: story, statements: statements, at: now) }

  /// - Parameter name: the key, or the beginning of exactly one.
  public init(of name: String, in store: LibraryStore, at now: Moment) throws {
    let library = store.folder
    self = try store.read { reader in
      try PostDossier(of: try reader.story(named: name), reader, library: library, at: now)
    }
  }

  private init(
    of story: PostStory, _ reader: LibraryReader, library: LibraryFolder, at now: Moment
  ) throws {
    let key = story.post.key
    self.story = story
    self.now = now
    creator = try story.post.creator.flatMap { try reader.creator($0) ?? Creator(key: $0) }
    brands = [:]
    advertisers = [:]
    for authorization in story.authorizations {
      brands[authorization.brand] = try reader.brand(authorization.brand)
      for application in authorization.grant?.applications ?? [] {
        advertisers[application.advertiser] = try reader.advertiser(application.advertiser)
      }
    }
    for ad in story.ads {
      advertisers[ad.plan.advertiser] = try reader.advertiser(ad.plan.advertiser)
    }
    var filter = AdFilter()
    filter.post = key
    ads = try reader.ads(filter, at: now).reversed()
    var agreements: [Key<Agreement>] = []
    for case let agreement? in story.authorizations.map(\.agreement)
    where !agreements.contains(agreement) { agreements.append(agreement) }
    statements = try agreements.flatMap {
      try reader.statements(creator: nil, brand: nil, agreement: $0, days: nil, at: now)
    }
    events = try reader.events(of: key)
    let path = library.postPath(key.text)
    folder = FileSystem.folderExists(path) ? path : nil
    otherCaption = library.captionText(of: key.text).flatMap {
      $0 == story.post.caption ? nil : $0
    }
  }
}
