package import Images

/// Where a post is meant to go, and what is taken there.
public enum CheckTarget: String, CaseIterable, Sendable {
  /// Posted by hand in the app.
  case organic
  /// Posted through TikTok's posting APIs.
  case api
  /// Posted, and then run as a Spark ad.
  case spark
  /// Uploaded as an ad of its own.
  case ads

  /// The preset of `data/safe-zones.yaml`.
  public var safeZonePreset: String {
    switch self {
    case .organic, .api: "organic"
    case .spark, .ads: "spark"
    }
  }

  package var formats: [ImageFormat] {
    switch self {
    case .organic, .spark: [.png, .jpeg, .webp]
    case .api: [.jpeg, .webp]
    case .ads: [.png, .jpeg]
    }
  }

  /// What `--fix` writes instead of a format that is not taken.
  package var encoding: ImageEncoding { .jpeg }

  /// px of a picture that stands; one that lies has the sides swapped.
  var largestPicture: (width: Int, height: Int) {
    self == .ads ? (1242, 2340) : (1080, 1920)
  }

  /// - Returns: whether a picture of this size fits, standing or lying.
  package func takes(width: Int, height: Int) -> Bool {
    let most = largestPicture
    return width <= most.width && height <= most.height
      || width <= most.height && height <= most.width
  }

  package var mostBytes: Int { self == .ads ? 50_000_000 : 20_000_000 }
}
