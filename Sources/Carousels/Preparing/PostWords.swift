public import Feeds

/// What goes with a post's slides to TikTok.
public struct PostWords: Sendable {
  /// With the hashtags behind it; nil: the template's.
  public var caption: String?
  /// The title above the caption on TikTok; nil: none.
  public var title: String?
  /// As written.
  public var disclosure: String?

  public init(caption: String? = nil, title: String? = nil, disclosure: String? = nil) {
    self.caption = caption
    self.title = title
    self.disclosure = disclosure
  }

  public init(_ post: PostFile) {
    title = post.postTitle?.text
    disclosure = post.disclosure?.text
    guard let caption = post.caption?.text else { return }
    let tags = post.hashtags.map { $0.text.hasPrefix("#") ? $0.text : "#\($0.text)" }
    self.caption = tags.isEmpty ? caption : "\(caption)\n\n\(tags.joined(separator: " "))"
  }
}
