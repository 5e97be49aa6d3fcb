public import Library
public import Posts

/// What a library knows of a post and its parties, for the placeholders of messages.
///
/// Never the code: whoever hands one over adds it.
public enum MessageValues {
  /// - Parameters:
  ///   - authorization: of the post; nil when none is meant.
  ///   - brand: when there is no authorization yet.
  public static func of(
    _ post: Key<Post>?, authorization: Key<Authorization>? = nil, brand: Key<Brand>? = nil,
    in reader: LibraryReader, times: ZonedTime = .local, at now: Moment
  ) throws -> [MessagePlaceholder: String] {
    var values: [MessagePlaceholder: String] = [:]
    guard let post, let story = try reader.story(of: post) else { return values }
    values[.post] = title(of: story.post)
    values[.url] = story.post.publication?.url
    if let creator = story.post.creator {
      values[.creator] = name(of: try reader.creator(creator), key: creator)
    }
    let found = authorization.flatMap(story.authorization)
    if let brand = found?.brand ?? brand {
      values[.brand] = try reader.brand(brand)?.name ?? brand.text
    }
    guard let found else { return values }
    values.merge(Self.of(found, times: times, at: now)) { $1 }
    let ads = story.openAds(on: found.key, at: now).map(\.plan.name)
    values[.ads] = ads.isEmpty ? nil : ads.joined(separator: ", ")
    if let key = found.agreement, let agreement = try reader.agreement(key) {
      values[.terms] = terms(of: agreement)
    }
    return values
  }

  /// `We agreed on: $300 and 5% of the ad spend in USD, 30 days a code.`
  package static func terms(of agreement: Agreement) -> String {
    "We agreed on: \(agreement.terms.line)."
  }

  package static func of(
    _ authorization: Authorization, times: ZonedTime, at now: Moment
  ) -> [MessagePlaceholder: String] {
    var values: [MessagePlaceholder: String] = [
      .days: String(authorization.days),
      .extend: Advice.renew(authorization).days.map(String.init) ?? "",
    ]
    if case .requested(let at) = authorization.stage {
      let distance = ZonedTime.distance(from: now, to: at)
      values[.age] = distance.hasSuffix(" ago") ? String(distance.dropLast(4)) : "a moment"
    }
    if let grant = authorization.grant {
      values[.start] = times.text(grant.start)
      values[.end] = times.text(grant.end)
      values[.left] = ZonedTime.distance(from: now, to: grant.end)
    }
    return values
  }

  package static func name(of creator: Creator?, key: Key<Creator>) -> String {
    creator?.name ?? "@\(key)"
  }

  /// Its title, the first words of its caption, or its key.
  package static func title(of post: Post) -> String {
    let firstLine = post.caption.split(whereSeparator: \.isNewline).first.map(String.init)
    let words = [post.title, firstLine].compactMap(\.self)
      .map { $0.trimming(while: \.isWhitespace) }.first { !$0.isEmpty }
    // It stands in quotation marks, so its own become single ones.
    guard
      let words = words?.replacing("“", with: "‘").replacing("”", with: "’")
        .replacing("\"", with: "'")
    else { return post.key.text }
    guard words.count > 60 else { return words }
    let cut = words.prefix(60)
    let end = cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
    return String(cut[..<end]).trimming(while: \.isWhitespace) + "…"
  }
}
