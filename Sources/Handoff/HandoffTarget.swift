/// Where `flint post export` hands posts to.
public enum HandoffTarget: String, CaseIterable, Sendable {
  /// A brand that runs Spark ads: one ZIP a post.
  case spark
  /// TikTok's photo post call, or its app: a folder a post.
  case tiktok
  /// A folder a post.
  case instagram
  /// A document post: one PDF a post.
  case linkedin
  /// One sheet with the codes of all posts.
  case adsManager = "ads-manager"

  /// The extension of the file that a post, or the sheet, becomes; nil for a folder.
  public var fileExtension: String? {
    switch self {
    case .spark: "zip"
    case .linkedin: "pdf"
    case .adsManager: "csv"
    case .tiktok, .instagram: nil
    }
  }
}
