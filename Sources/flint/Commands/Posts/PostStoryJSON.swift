import Carousels
import Handoff
import Ledger
import Library
import Posts

/// A line of `flint post list --json`; the keys are promised.
struct PostSummaryJSON: Encodable {
  var key: Key<Post>
  var stage: String
  var creator: Key<Creator>?
  var template: String?
  var slideCount: Int
  var version: Int
  var caption: String
  var tags: [String]
  var itemID: String?
  var url: String?
  var created: Moment
  var published: Moment?
  var validCodes: Int
  var earliestEnd: Moment?
  var openAds: Int

  init(_ post: PostSummary) {
    key = post.key
    stage = post.stage.rawValue
    creator = post.creator
    template = post.template
    slideCount = post.slideCount
    version = post.version
    caption = post.caption
    tags = post.tags
    itemID = post.itemID
    url = post.url
    created = post.created
    published = post.published
    validCodes = post.validCodes
    earliestEnd = post.earliestEnd
    openAds = post.openAds
  }
}

struct SearchHitJSON: Encodable {
  var key: Key<Post>
  /// The words that were looked for stand between U+2068 and U+2069.
  var excerpt: String

  init(_ hit: SearchHit) {
    key = hit.post
    excerpt = hit.excerpt
  }
}

/// A post itself: what it is, not what hangs on it.
struct PostStateJSON: Encodable {
  var key: Key<Post>
  var stage: String
  var creator: Key<Creator>?
  var caption: String
  var title: String?
  var tags: [String]
  var facts: Post.Facts
  var drawing: Post.Drawing?
  var publication: Publication?
  var removed: Moment?
  var removedBy: String?
  /// What stands between it and a Spark ad.
  var missing: [Missing]

  struct Missing: Encodable {
    var advice: String
    var isCertain: Bool
  }

  init(_ post: Post) {
    key = post.key
    creator = post.creator
    caption = post.caption
    title = post.title
    tags = post.tags
    facts = post.facts
    drawing = post.drawing
    publication = post.publication
    switch post.stage {
    case .draft: stage = "draft"
    case .published: stage = "published"
    case .removed(_, let at, let remover):
      stage = "removed"
      removed = at
      removedBy = remover.rawValue
    }
    missing = post.gaps.map { Missing(advice: $0.sentence(for: post.key), isCertain: $0.isCertain) }
  }
}

/// What changing commands print.
struct PostChangesJSON: Encodable {
  struct Changed: Encodable {
    var post: PostStateJSON
    var isChanged: Bool
  }

  var posts: [Changed]
  var isPlan: Bool

  init(_ changes: [Desk.PostChange], isPlan: Bool) {
    posts = changes.map { Changed(post: PostStateJSON($0.after.post), isChanged: !$0.isEmpty) }
    self.isPlan = isPlan
  }

  enum CodingKeys: String, CodingKey {
    case posts
    case isPlan = "dry_run"
  }
}
