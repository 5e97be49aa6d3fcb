package import Images

/// What is taken where a post goes.
extension PostTarget {
  /// Whether TikTok's rules for pictures and words hold.
  var isTikTok: Bool { self != .none }

  package var formats: [ImageFormat] {
    switch self {
    case .organic, .spark, .none: [.png, .jpeg, .webp]
    case .api: [.jpeg, .webp]
    case .ads: [.png, .jpeg]
    }
  }

  /// What `--fix` writes instead of a format that is not taken.
  package var encoding: ImageEncoding { .jpeg }

  /// px of a picture that stands; one that lies has the sides swapped.
  var largestPicture: (width: Int, height: Int) {
    switch self {
    case .organic, .spark, .api: (1080, 1920)
    case .ads: (1242, 2340)
    case .none: (.max, .max)
    }
  }

  /// - Returns: whether a picture of this size fits, standing or lying.
  package func takes(width: Int, height: Int) -> Bool {
    let most = largestPicture
    return width <= most.width && height <= most.height
      || width <= most.height && height <= most.width
  }

  package var mostBytes: Int {
    switch self {
    case .organic, .spark, .api: 20_000_000
    case .ads: 50_000_000
    case .none: .max
    }
  }
}
