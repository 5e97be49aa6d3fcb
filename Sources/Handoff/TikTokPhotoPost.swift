import Diagnostics
import Foundation
import Posts

/// The body of `POST /v2/post/publish/content/init/`, as `post.json`.
///
/// Source: developers.tiktok.com, Content Posting API, photo post, 2026-09. Who can see the post is
/// never guessed: as long as it is not known, the post goes to the app's inbox, where its maker
/// chooses.
struct TikTokPhotoPost: Encodable {
  var mediaType = "PHOTO"
  var postMode: String
  /// At the top level for photos.
  var isAIGC: Bool?
  var postInfo: Info
  var sourceInfo: Source

  struct Info: Encodable {
    package var title: String?
    package var description: String
    var privacyLevel: String?
    var brandContentToggle: Bool
    var brandOrganicToggle: Bool

    package enum CodingKeys: String, CodingKey {
      case title, description
      case privacyLevel = "privacy_level"
      case brandContentToggle = "brand_content_toggle"
      case brandOrganicToggle = "brand_organic_toggle"
    }
  }

  struct Source: Encodable {
    package var source = "PULL_FROM_URL"
    var photoImages: [String]
    /// From 0.
    var photoCoverIndex = 0

    package enum CodingKeys: String, CodingKey {
      case source
      case photoImages = "photo_images"
      case photoCoverIndex = "photo_cover_index"
    }
  }

  package enum CodingKeys: String, CodingKey {
    case mediaType = "media_type"
    case postMode = "post_mode"
    case isAIGC = "is_aigc"
    case postInfo = "post_info"
    case sourceInfo = "source_info"
  }

  /// - Parameters:
  ///   - files: of the slides, in order.
  ///   - base: where they will be reachable; nil: only their names are written.
  package init(_ post: Post, files: [String], below base: BaseURL?) {
    postMode = post.facts.privacy == nil ? "MEDIA_UPLOAD" : "DIRECT_POST"
    isAIGC = post.facts.isAIGenerated
    postInfo = Info(
      title: post.title, description: post.caption, privacyLevel: post.facts.privacy?.rawValue,
      brandContentToggle: post.facts.disclosure == .brandedContent,
      brandOrganicToggle: post.facts.disclosure == .yourBrand)
    sourceInfo = Source(photoImages: files.map { base?.appending($0).text ?? $0 })
  }

  package func warnings(_ key: Key<Post>, hasBaseURL: Bool) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    if !hasBaseURL { warnings.append(.picturesHaveNoURL()) }
    if postInfo.privacyLevel == nil { warnings.append(.privacyIsUnknown(key)) }
    return warnings
  }

  package var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("texts and numbers can always be encoded")
    }
    return Array(data) + [0x0a]
  }
}

/// Where a folder will be reachable: TikTok pulls pictures from a domain that its owner verified.
public struct BaseURL: Hashable, Sendable {
  /// Without a slash at its end.
  package let text: String

  /// - Returns: nil when TikTok would refuse it: it takes https, a domain and no port, and neither
  ///   addresses nor localhost, queries and fragments.
  public init?(_ text: String) {
    let scheme = "https://"
    guard text.lowercased().hasPrefix(scheme), text.utf8.count <= 2_000 else { return nil }
    let rest = text.dropFirst(scheme.count)
    let isPlain = rest.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value < 0x7f && !"?#\\\"<>".unicodeScalars.contains($0)
    }
    let host = rest.prefix { $0 != "/" }.lowercased()
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isDomain =
      labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.utf8.allSatisfy { Self.isHostByte($0) }
      } && labels.last?.allSatisfy(\.isNumber) == false && labels.last != "localhost"
    guard isPlain, isDomain else { return nil }
    var trimmed = text
    while trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.text = trimmed
  }

  private init(checked text: String) { self.text = text }

  /// A name below it, percent-encoded; itself for an empty one.
  func appending(_ name: String) -> BaseURL {
    guard !name.isEmpty else { return self }
    let digits = Array("0123456789ABCDEF")
    var result = text + "/"
    for byte in name.utf8 {
      if Self.isHostByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "~")
      {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return BaseURL(checked: result)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
