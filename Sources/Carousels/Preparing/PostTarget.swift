package import Library

/// Where a post is meant to go: what covers its slides there, and what is taken there.
public enum PostTarget: String, CaseIterable, Sendable {
  /// Posted, and then run as a Spark ad.
  case spark
  /// Posted by hand in the app.
  case organic
  /// Uploaded as an ad of its own.
  case ads
  /// Posted through TikTok's posting APIs.
  case api
  /// To another platform, where nothing of TikTok's covers a slide.
  case none

  /// The preset of `data/safe-zones.yaml`; nil where nothing is covered.
  var safeZonePreset: String? {
    switch self {
    case .spark, .ads: "spark"
    case .organic, .api: "organic"
    case .none: nil
    }
  }
}

extension PostRecord {
  /// The target whose safe area the slides keep; `none` for a post of a time before there were any.
  package var drawnFor: PostTarget { target.flatMap(PostTarget.init(rawValue:)) ?? .none }
}
