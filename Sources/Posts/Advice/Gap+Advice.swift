extension Post.Gap {
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
