extension Post {
  /// What stands between a post and a Spark ad.
  public enum Gap: Equatable, Sendable {
    /// The post is still a draft.
    case notPublished
    /// The post is gone from TikTok.
    case removed
    /// It is not said whose post it is.
    case noCreator
    /// TikTok's carousels have 2 to 35.
    case slideCount(Int)
    /// It is not said what the post discloses.
    case noDisclosure
    /// Branded content may not be seen by its maker only.
    case onlyMeAndBranded
    /// "Ad authorization" is off in the app, so that there is no code.
    case adAuthorizationIsOff
    /// Nobody looked whether "Ad authorization" is on.
    case adAuthorizationIsUnknown
    /// Its sound may not be used commercially.
    case musicIsNotCleared
    /// Nobody looked whether its sound may be used commercially.
    case musicIsUnknown
  }

  /// How many pictures TikTok takes for a carousel.
  public static let slideCounts = 2...35

  /// What is missing or unknown, in the order in which it is to be done; empty when it is ready.
  public var gaps: [Gap] {
    var gaps: [Gap] = []
    if let drawing, !Self.slideCounts.contains(drawing.slides.count) {
      gaps.append(.slideCount(drawing.slides.count))
    }
    if creator == nil { gaps.append(.noCreator) }
    if facts.disclosure == nil { gaps.append(.noDisclosure) }
    if facts.disclosure == .brandedContent, facts.privacy == .onlyMe {
      gaps.append(.onlyMeAndBranded)
    }
    switch facts.musicIsCleared {
    case true: break
    case false: gaps.append(.musicIsNotCleared)
    case nil: gaps.append(.musicIsUnknown)
    }
    switch stage {
    case .draft: gaps.append(.notPublished)
    case .removed: gaps.append(.removed)
    case .published: break
    }
    switch facts.adAuthorizationIsOn {
    case true: break
    case false: gaps.append(.adAuthorizationIsOff)
    case nil: gaps.append(.adAuthorizationIsUnknown)
    }
    return gaps
  }
}

extension PostStory {
  /// As `Post.gaps`; a code that is valid proves that Ad authorization is on.
  public func gaps(at now: Moment) -> [Post.Gap] {
    let hasCode = authorizations.contains { $0.isUsable(at: now) }
    return post.gaps.filter { !hasCode || $0 != .adAuthorizationIsUnknown }
  }
}

extension Post.Gap {
  /// Whether it stops an ad for sure; otherwise somebody should look.
  public var isCertain: Bool {
    switch self {
    case .noDisclosure, .adAuthorizationIsUnknown, .musicIsUnknown, .noCreator: false
    default: true
    }
  }

  /// What is missing: one line, lower case, no full stop.
  public var reason: String {
    switch self {
    case .notPublished: "it is not published yet"
    case .removed: "it was removed from TikTok; render it again for a new version"
    case .noCreator: "it is not said whose it is"
    case .slideCount(let count): "TikTok's carousels have 2 to 35 slides, and it has \(count)"
    case .noDisclosure: "it is not said what it discloses"
    case .onlyMeAndBranded: "branded content cannot be visible to its maker only"
    case .adAuthorizationIsOff: "Ad authorization is off; switch it on in the app"
    case .adAuthorizationIsUnknown: "see in the app whether Ad authorization is on"
    case .musicIsNotCleared: "its sound is not cleared for commercial use; TikTok rejects such ads"
    case .musicIsUnknown: "see whether its sound may be used commercially"
    }
  }

  /// What records that it is mended; nil where only a new post helps.
  public func advice(for post: Key<Post>) -> Advice? {
    switch self {
    case .removed, .slideCount, .musicIsNotCleared: nil
    case .notPublished: .publish(post)
    case .noCreator: .state(post, .creator)
    case .noDisclosure: .state(post, .disclosure(.brandedContent))
    case .onlyMeAndBranded: .state(post, .privacy(.everyone))
    case .adAuthorizationIsOff, .adAuthorizationIsUnknown: .state(post, .adAuthorizationIsOn)
    case .musicIsUnknown: .state(post, .musicIsCleared)
    }
  }

  /// One line: what is missing and how to add it.
  public func sentence(for post: Key<Post>) -> String {
    advice(for: post).map { "\(reason): \($0.command)" } ?? reason
  }
}
