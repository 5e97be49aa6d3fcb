/// A carousel with its words and its life on TikTok.
public struct Post: Equatable, Sendable {
  /// What commands and the library's folder call the post.
  public let key: Key<Post>
  /// Who posts it; nil when nobody said.
  public var creator: Key<Creator>?
  /// What was drawn; nil for a post that was made elsewhere.
  public var drawing: Drawing?
  /// The words under the pictures, with hashtags.
  public var caption: String
  /// The title of a photo post.
  public var title: String?
  /// What was said about the post beside its words.
  public var facts: Facts
  /// Sorted, each once.
  public var tags: [String]
  /// Whether it is a draft, on TikTok, or gone from it.
  public var stage: Stage

  /// Whether a post is a draft, on TikTok, or gone from it.
  public enum Stage: Equatable, Sendable, Codable {
    /// Not yet on TikTok; it may be drawn again.
    case draft
    /// On TikTok.
    case published(Publication)
    /// It was on TikTok and was taken down.
    case removed(Publication, at: Moment, by: Remover)
  }

  /// Who took a post away.
  public enum Remover: String, Equatable, Sendable, Codable, CaseIterable {
    /// Who took it down; unknown when nobody said.
    case creator, tiktok, unknown
  }

  init(key: Key<Post>) {
    self.key = key
    caption = ""
    facts = Facts()
    tags = []
    stage = .draft
  }

  /// For the library, which keeps the parts.
  public init(
    key: Key<Post>, creator: Key<Creator>?, drawing: Drawing?, caption: String, title: String?,
    facts: Facts, tags: [String], stage: Stage
  ) {
    self.key = key
    self.creator = creator
    self.drawing = drawing
    self.caption = caption
    self.title = title
    self.facts = facts
    self.tags = tags
    self.stage = stage
  }

  /// Where it is or was on TikTok; nil for a draft.
  public var publication: Publication? {
    switch stage {
    case .draft: nil
    case .published(let publication), .removed(let publication, _, _): publication
    }
  }
}

/// Where and when a post went live.
public struct Publication: Equatable, Hashable, Sendable, Codable {
  /// The post's address on TikTok.
  public var url: String
  /// TikTok's id of the post, digits.
  public var itemID: String
  /// When it was published.
  public var at: Moment

  public init(url: String, itemID: String, at: Moment) {
    self.url = url
    self.itemID = itemID
    self.at = at
  }

  /// The id at the end of a post's URL (`…/@name/photo/ID`, `…/video/ID`); nil for others, such as
  /// the app's short links, which only TikTok can resolve.
  public static func itemID(inURL url: String) -> String? {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/")
    guard parts.count >= 2, parts.contains(where: { $0.lowercased().hasSuffix("tiktok.com") }),
      let kind = parts.dropLast().last, kind == "photo" || kind == "video",
      let id = parts.last, isItemID(String(id))
    else { return nil }
    return String(id)
  }

  /// Digits only; TikTok's have 19, older ones fewer.
  public static func isItemID(_ text: String) -> Bool {
    (6...20).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The handle in a post's URL; nil when there is none.
  public static func creator(inURL url: String) -> Key<Creator>? {
    guard let part = url.split(separator: "/").first(where: { $0.hasPrefix("@") }) else {
      return nil
    }
    return Creator.key(ofHandle: String(part.prefix { $0 != "?" }))
  }
}

extension Post {
  /// What was drawn, and of what.
  public struct Drawing: Equatable, Sendable, Codable {
    /// nil for a bare page.
    public var template: String?
    /// The brand kit it was drawn with; nil for none.
    public var kit: String?
    /// SHA-256 over everything that reached a pixel.
    public var origin: String
    /// `png`, `jpg` or `webp`.
    public var format: String
    /// The slides in the order of the carousel.
    public var slides: [Slide]
    /// 1 for the first; a post drawn again after it was published is the next.
    public var version: Int
    /// The version before this one.
    public var previous: Key<Post>?

    public init(
      template: String?, kit: String?, origin: String, format: String, slides: [Slide],
      version: Int = 1, previous: Key<Post>? = nil
    ) {
      self.template = template
      self.kit = kit
      self.origin = origin
      self.format = format
      self.slides = slides
      self.version = version
      self.previous = previous
    }
  }

  /// What is known about a post beside its pictures; nil is not known.
  public struct Facts: Equatable, Hashable, Sendable, Codable {
    /// What the post discloses; nil when nobody said.
    public var disclosure: Disclosure?
    /// Whether TikTok labels it as made by AI.
    public var isAIGenerated: Bool?
    /// Who can see the post; nil when nobody said.
    public var privacy: Privacy?
    /// The switch in the app: Ad settings, Ad authorization.
    public var adAuthorizationIsOn: Bool?
    /// Whether its sound may be used commercially; a post without sound is cleared.
    public var musicIsCleared: Bool?

    /// Facts of which none is known.
    public init() {}
  }

  /// Who can see a post; TikTok's own values.
  public enum Privacy: String, Sendable, Codable, CaseIterable {
    /// All of TikTok, which a Spark ad needs.
    case everyone = "PUBLIC_TO_EVERYONE"
    /// Those who follow each other.
    case friends = "MUTUAL_FOLLOW_FRIENDS"
    /// Those who follow the creator.
    case followers = "FOLLOWER_OF_CREATOR"
    /// Nobody but the creator.
    case onlyMe = "SELF_ONLY"
  }
}

/// One picture of a carousel, as a file.
public struct Slide: Equatable, Hashable, Sendable, Codable {
  /// The file's name in the post's folder.
  public var file: String
  /// The section's id in the template.
  public var name: String
  /// px.
  public var width: Int
  /// px.
  public var height: Int
  /// The file's size.
  public var bytes: Int
  /// 64 hexadecimal digits.
  public var sha256: String

  public init(
    file: String, name: String, width: Int, height: Int, bytes: Int, sha256: String
  ) {
    self.file = file
    self.name = name
    self.width = width
    self.height = height
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// What a post can disclose, in TikTok's words.
public enum Disclosure: String, CaseIterable, Sendable, Codable {
  /// It advertises nothing.
  case none
  /// `brand_organic_toggle`: labeled Promotional content.
  case yourBrand = "your brand"
  /// `brand_content_toggle`: labeled Paid partnership.
  case brandedContent = "branded content"
}

extension Post.Privacy {
  /// As a person says it: `everyone`, `friends`, `followers`, `only-me`.
  public var name: String {
    switch self {
    case .everyone: "everyone"
    case .friends: "friends"
    case .followers: "followers"
    case .onlyMe: "only-me"
    }
  }

  /// The one that a person says so; nil when there is none.
  public init?(name: String) {
    guard let privacy = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = privacy
  }
}
