public import Feeds

/// What goes with a post's slides to TikTok.
public struct PostWords: Sendable {
  /// Without its hashtags; nil: the template's.
  public var caption: String?
  /// Each with its `#`; they stand behind the caption, whosever it is.
  public var hashtags: [String]
  /// The title above the caption on TikTok; nil: none.
  public var title: String?
  /// As written.
  public var disclosure: String?

  public init(
    caption: String? = nil, hashtags: [String] = [], title: String? = nil,
    disclosure: String? = nil
  ) {
    self.caption = caption
    self.hashtags = hashtags
    self.title = title
    self.disclosure = disclosure
  }

  public init(_ post: PostFile) {
    title = post.postTitle?.text
    disclosure = post.disclosure?.text
    caption = post.caption?.text
    hashtags = post.hashtags.map { $0.text.hasPrefix("#") ? $0.text : "#\($0.text)" }
  }

  /// The whole caption of a post.
  ///
  /// - Parameter standard: the template's.
  func caption(standard: String) -> String {
    ([caption ?? standard] + (hashtags.isEmpty ? [] : [hashtags.joined(separator: " ")]))
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
