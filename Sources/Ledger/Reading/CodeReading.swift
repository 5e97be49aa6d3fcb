import Diagnostics
public import Library
public import Posts

/// One authorization, with what happened to it and what runs on it.
public struct CodeDossier: Sendable {
  public var code: CodeRecord
  public var agreement: Agreement?
  /// With what is true of each now.
  public var ads: [(ad: Ad, stage: Ad.Stage)]
  /// Events of the authorization and its ads, oldest first.
  public var log: [Recorded<PostEvent>]

  public init(_ name: String, in store: LibraryStore, at now: Moment) throws {
    self = try store.read { reader in
      let (story, authorization) = try reader.authorization(named: name, at: now)
      let ads = story.ads.filter { $0.plan.authorization == authorization.key }
      let adKeys = Set(ads.map(\.key))
      return CodeDossier(
        code: CodeRecord(authorization, of: story),
        agreement: try authorization.agreement.flatMap(reader.agreement),
        ads: ads.map { ($0, story.stage(of: $0, at: now)) },
        log: try reader.events(of: story.post.key).filter {
          $0.event.isAbout(authorization.key, ads: adKeys)
        })
    }
  }

  private init(
    code: CodeRecord, agreement: Agreement?, ads: [(ad: Ad, stage: Ad.Stage)],
    log: [Recorded<PostEvent>]
  ) {
    self.code = code
    self.agreement = agreement
    self.ads = ads
    self.log = log
  }
}

extension PostEvent {
  /// Whether it happened to an authorization or to one of its ads.
  func isAbout(_ key: Key<Authorization>, ads: Set<Key<Ad>>) -> Bool {
    switch self {
    case .drawn, .noted, .assigned, .worded, .factsChanged, .tagged, .published, .removed: false
    case .requested(let terms), .issued(let terms, _, _, _, _):
      terms.authorization == key || terms.replaces == key
    case .withdrawn(let it), .shared(let it, _), .applied(let it, _, _), .extended(let it, _),
      .endRead(let it, _, _), .revoked(let it), .voided(let it):
      it == key
    case .adPlanned(let ad, _), .adReplanned(let ad, _), .adSubmitted(let ad, _),
      .adIdentified(let ad, _), .adMoved(let ad, _, _), .adStatusRead(let ad, _),
      .adEnded(let ad, _):
      ads.contains(ad)
    }
  }
}

/// The code itself: only for `code reveal`.
public struct RevealedCode: Sendable {
  public var record: CodeRecord
  public var code: SparkCode

  /// - Throws: a refusal when there is no code, and a diagnostic when only its mark came here.
  public init(_ name: String, in store: LibraryStore, at now: Moment) throws {
    (record, code) = try store.read { reader in
      let (story, authorization) = try reader.authorization(named: name, at: now)
      guard let grant = authorization.grant else {
        throw Refusal.noCodeYet(authorization.key, status: authorization.status(at: now))
      }
      guard let code = try reader.code(withFingerprint: grant.code.fingerprint) else {
        throw Diagnostic.codeIsElsewhere(authorization.key)
      }
      return (CodeRecord(authorization, of: story), code)
    }
  }
}
