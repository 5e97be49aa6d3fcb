package import Diagnostics
import Posts

extension Diagnostic {
  static func noSuchPost(_ text: String, nearest: String? = nil) -> Self {
    .missing("post", text, nearest, "see all with: flint post list")
  }

  static func noSuchAuthorization(_ text: String, nearest: String?) -> Self {
    .missing("authorization", text, nearest, "see all with: flint code list")
  }

  static func noSuchAd(_ text: String, nearest: String?) -> Self {
    .missing("ad", text, nearest, "see all with: flint ad list")
  }

  static func noSuchAgreement(_ text: String, nearest: String? = nil) -> Self {
    .missing("agreement", text, nearest, "see all with: flint agreement list")
  }

  static func noSuchCreator(_ text: String, nearest: String? = nil) -> Self {
    .missing("creator", text, nearest, "add it with: flint creator add @NAME")
  }

  static func noSuchBrand(_ text: String, nearest: String? = nil) -> Self {
    .missing("brand", text, nearest, "add it with: flint brand add KEY")
  }

  static func noSuchAdvertiser(_ text: String, nearest: String? = nil) -> Self {
    .missing("advertiser", text, nearest, "add it with: flint advertiser add ID --brand KEY")
  }

  private static func missing(
    _ noun: String, _ text: String, _ nearest: String?, _ hint: String
  ) -> Self {
    let meant = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
    return .error("the library has no \(noun) \"\(text)\"\(meant)", hints: [hint])
  }

  static func ambiguous(_ text: String, candidates: [String], areMore: Bool) -> Self {
    let list = candidates.joined(separator: ", ") + (areMore ? " …" : "")
    return .error("\"\(text)\" may be several: \(list)", hints: ["type more of the key"])
  }

  static func hasNoAuthorization(_ post: Key<Post>) -> Self {
    .error(
      "\"\(post)\" has no authorization",
      hints: ["note a request or a code with: flint code request, flint code add"])
  }

  static func notADraft(_ key: Key<Post>) -> Self {
    .error(
      "\"\(key)\" is more than a draft and stays on record",
      hints: [
        "note that it is gone from TikTok with: \(Advice.removePost(key, isForced: false).command)"
      ])
  }

  /// - Parameter what: names the text, which is not repeated.
  package static func holdsKnownCode(
    _ what: String, at location: SourceLocation? = nil
  ) -> Self {
    .error(
      "\(what) holds a Spark code of this library, which is a secret", at: location,
      hints: [
        "leave it out; a code is kept with: flint code add POST --code -",
        "a shell remembers what it is given, so remove the line from its history",
      ])
  }

  static func authorizationIsKnown(_ key: Key<Authorization>, post: Key<Post>) -> Self {
    .error(
      "the library has an authorization \"\(key)\" already, of \"\(post)\"",
      hints: ["choose another key"])
  }

  static func agreementIsKnown(_ key: Key<Agreement>) -> Self {
    .error("the library has an agreement \"\(key)\" already", hints: ["choose another key"])
  }

  static func adIDIsTaken(_ id: String, _ subject: MetricsSnapshot.Subject) -> Self {
    let owner =
      switch subject {
      case .spark(let key): "ad \"\(key)\""
      case .standard(let key): "standard ad \"\(key)\""
      }
    return .error(
      "TikTok's id \(id) is the one of \(owner)", hints: ["see the id in Ads Manager again"])
  }
}
