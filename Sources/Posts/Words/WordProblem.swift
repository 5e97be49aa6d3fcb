/// What TikTok would not take of a post's title or caption.
public enum WordProblem: Equatable, Sendable {
  /// A title of more UTF-16 units than TikTok takes.
  case titleIsTooLong(units: Int)
  /// A caption of more UTF-16 units than TikTok takes.
  case captionIsTooLong(units: Int)
  /// With the first one that is too many.
  case tooManyHashtags(Int, first: String)
  /// What looks like a Spark code, in the title or the caption.
  case holdsCode(in: Place)

  /// Where the words stand.
  public enum Place: String, Sendable {
    case title, caption
  }

  /// UTF-16 units of a photo post's title (Content Posting API, photo post).
  public static let mostTitleUnits = 90
  /// UTF-16 units of a caption (Content Posting API, photo post).
  public static let mostCaptionUnits = 4_000
  /// Hashtags a post, as in-app notices say since August 2025.
  public static let mostHashtags = 5

  /// Every problem of a title, its length first; none without one.
  public static func problems(ofTitle title: String?) -> [WordProblem] {
    guard let title else { return [] }
    let units = title.utf16.count
    var problems: [WordProblem] = units > mostTitleUnits ? [.titleIsTooLong(units: units)] : []
    if CodeShapes.builtIn.holdsCode(title) { problems.append(.holdsCode(in: .title)) }
    return problems
  }

  /// Every problem of a caption, its length first.
  public static func problems(ofCaption caption: String) -> [WordProblem] {
    var problems: [WordProblem] = []
    let units = caption.utf16.count
    if units > mostCaptionUnits { problems.append(.captionIsTooLong(units: units)) }
    let tags = hashtags(in: caption)
    if tags.count > mostHashtags {
      problems.append(.tooManyHashtags(tags.count, first: tags[mostHashtags]))
    }
    if CodeShapes.builtIn.holdsCode(caption) { problems.append(.holdsCode(in: .caption)) }
    return problems
  }

  /// What was found: one line, lower case, no full stop.
  public var message: String {
    switch self {
    case .titleIsTooLong(let units):
      "the title has \(units) UTF-16 units; TikTok takes \(Self.mostTitleUnits)"
    case .captionIsTooLong(let units):
      "the caption has \(units) UTF-16 units; TikTok takes \(Self.mostCaptionUnits)"
    case .tooManyHashtags(let count, _):
      "there are \(count) hashtags; the app takes \(Self.mostHashtags)"
    case .holdsCode(let place): "the \(place.rawValue) holds what looks like a Spark code"
    }
  }

  /// What to do about a code wherever a post says it.
  package static let codeRemedy = "leave it out: whoever reads it can run the post as an ad"

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .titleIsTooLong: "shorten it; an emoji counts 2 or more"
    case .captionIsTooLong:
      "shorten it; its hashtags count too, and an emoji counts 2 or more"
    case .tooManyHashtags(_, let first): "keep the five that matter; the sixth is \(first)"
    case .holdsCode: Self.codeRemedy
    }
  }

  /// The hashtags of a text in order: `#` at the start of a word, and letters, digits or `_` behind it.
  public static func hashtags(in caption: String) -> [String] {
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
}

extension Character {
  fileprivate var isTagCharacter: Bool { isLetter || isNumber || self == "_" }
}
