import Diagnostics
import Library
import Posts
import Templates

/// Finds what TikTok refuses about a post's words, count and sizes.
struct PostChecks {
  let target: CheckTarget

  func countFinding(_ count: Int, at location: SourceLocation?) -> Finding? {
    guard !CheckTarget.slideCount.contains(count) else { return nil }
    return Finding(
      .slideCount,
      count == 1 ? "there is one slide" : "there are \(count) slides",
      remedy: count < 2
        ? "add a slide; TikTok's carousels have 2 to 35" : "leave slides out; TikTok takes 35",
      at: location)
  }

  /// - Parameter slide: nil for a size that all slides have.
  func sizeFinding(
    width: Int, height: Int, slide: Finding.Slide?, at location: SourceLocation?
  ) -> Finding? {
    guard !target.takes(width: width, height: height) else { return nil }
    let most = target.largestPicture
    return Finding(
      .pixelSize,
      "\(slide.map { "slide \($0.number), \"\($0.name)\"," } ?? "every slide") is \(width) × "
        + "\(height) px; at most \(most.width) × \(most.height) are taken",
      remedy: "draw it smaller, for example with --size 1080x1920",
      at: location, slide: slide)
  }

  func findings(ofTitle title: String?, at location: SourceLocation?) -> [Finding] {
    guard let count = title?.utf16.count, count > CheckTarget.mostTitleUnits else { return [] }
    return [
      Finding(
        .titleLength,
        "the title has \(count) UTF-16 units; TikTok takes \(CheckTarget.mostTitleUnits)",
        remedy: "shorten it; an emoji counts 2 or more", at: location)
    ]
  }

  func findings(ofCaption caption: String, at location: SourceLocation?) -> [Finding] {
    var findings: [Finding] = []
    let count = caption.utf16.count
    if count > CheckTarget.mostCaptionUnits {
      findings.append(
        Finding(
          .captionLength,
          "the caption has \(count) UTF-16 units; TikTok takes \(CheckTarget.mostCaptionUnits)",
          remedy: "shorten it; its hashtags count too, and an emoji counts 2 or more",
          at: location))
    }
    let tags = Self.hashtags(in: caption)
    if tags.count > CheckTarget.mostHashtags {
      findings.append(
        Finding(
          .hashtagCount,
          "there are \(tags.count) hashtags; the app takes \(CheckTarget.mostHashtags)",
          remedy: "keep the five that matter; the sixth is \(tags[CheckTarget.mostHashtags])",
          at: location))
    }
    return findings
  }

  /// A `#` at the start of a word, and letters, digits or `_` behind it.
  static func hashtags(in caption: String) -> [String] {
    var tags: [String] = []
    var previous: Character = " "
    var rest = caption[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      if character == "#", !previous.isTagCharacter, previous != "#" {
        let tag = rest.prefix(while: \.isTagCharacter)
        if !tag.isEmpty { tags.append("#\(tag)") }
        previous = tag.last ?? "#"
        rest = rest.dropFirst(tag.count)
      } else {
        previous = character
      }
    }
    return tags
  }

  /// - Parameters:
  ///   - disclosure: as the post says it; nil when it says nothing.
  ///   - brand: what makes it look like a post for a brand, such as `the kit "acme"`.
  func findings(
    ofDisclosure disclosure: String?, brand: String?, at location: SourceLocation?
  ) -> [Finding] {
    let known = Disclosure.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    if let disclosure, Disclosure(rawValue: disclosure.lowercased()) == nil {
      return [
        Finding(
          .unknownDisclosure, "\"\(disclosure)\" is not a disclosure that TikTok knows",
          remedy: "write one of \(known)", at: location)
      ]
    }
    guard disclosure == nil, let brand else { return [] }
    return [
      Finding(
        .missingDisclosure, "the post shows \(brand) and discloses nothing",
        remedy:
          "add to the post file \"disclosure: your brand\" (TikTok says Promotional content), "
          + "\"branded content\" (Paid partnership), or \"none\"",
        at: location)
    ]
  }
}

extension Character {
  fileprivate var isTagCharacter: Bool { isLetter || isNumber || self == "_" }
}
