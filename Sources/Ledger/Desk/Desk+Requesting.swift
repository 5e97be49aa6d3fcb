public import Diagnostics
import Library
public import Posts

/// A brand asks for a code, with or without new terms.
extension Desk {
  public struct Request: Sendable {
    /// A post's name.
    public var post: String
    public var brand: String
    /// Those of the terms when nil, and TikTok's default without terms.
    public var days: Int?
    public var terms: Terms

    public enum Terms: Sendable {
      case none
      /// An agreement's name.
      case under(String)
      case new(AgreementTerms)
    }

    public init(post: String, brand: String, days: Int? = nil, terms: Terms = .none) {
      self.post = post
      self.brand = brand
      self.days = days
      self.terms = terms
    }
  }

  public struct Requested: Sendable {
    public var code: CodeRecord
    public var agreement: Agreement?
    /// Made with the request.
    public var isNewAgreement: Bool
    public var warnings: [Diagnostic]
  }

  public func requestCode(_ request: Request) throws -> Requested {
    try write { writer in
      let reader = writer.reader
      let story = try reader.story(named: request.post)
      let post = story.post.key
      let brand = try reader.brand(named: request.brand).key
      var warnings: [Diagnostic] = []
      var agreement: Agreement?
      var isNew = false
      switch request.terms {
      case .none: break
      case .under(let name):
        agreement = try existing(name, for: story.post, brand: brand, reader)
      case .new(var terms):
        guard let creator = story.post.creator else { throw Diagnostic.postHasNoCreator(post) }
        terms.days = terms.days ?? request.days
        let made = try make(terms, creator: creator, brand: brand, writer)
        agreement = made.agreement
        warnings += made.warnings
        isNew = true
      }
      let days = request.days ?? agreement?.terms.days ?? Self.defaultDays
      if let agreed = agreement?.terms.days, agreed != days {
        warnings.append(.otherDaysThanAgreed(days, agreed: agreed))
      }
      if !isNew { warnings += Self.doubts(aboutDays: days) }
      let key = try reader.freeAuthorizationKey(post: post, brand: brand)
      let changed = try writer.change(story) { story, now in
        try story.request(
          PostEvent.Terms(
            authorization: key, brand: brand, days: days, agreement: agreement?.key), at: now)
      }
      return Requested(
        code: try CodeRecord(key, in: changed), agreement: agreement, isNewAgreement: isNew,
        warnings: warnings + Self.doubts(about: story.post))
    }
  }

  /// An agreement of the post's creator with the brand.
  func existing(
    _ name: String, for post: Post, brand: Key<Brand>, _ reader: LibraryReader
  ) throws -> Agreement {
    let agreement = try reader.agreement(named: name)
    guard agreement.brand == brand else { throw Diagnostic.agreementOfOther(agreement, brand) }
    guard let creator = post.creator else { throw Diagnostic.postHasNoCreator(post.key) }
    guard agreement.creator == creator else {
      throw Diagnostic.agreementOfOther(agreement, creator)
    }
    return agreement
  }

  /// What the creator has to do before a code can be made; the request is taken all the same.
  private static func doubts(about post: Post) -> [Diagnostic] {
    var doubts: [Diagnostic] = []
    if case .draft = post.stage { doubts.append(.requestBeforePublishing(post.key)) }
    if post.facts.adAuthorizationIsOn == false { doubts.append(.adAuthorizationIsOff(post.key)) }
    return doubts
  }
}
