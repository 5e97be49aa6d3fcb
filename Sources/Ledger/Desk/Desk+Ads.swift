import Diagnostics
import Library
public import Posts

/// What becomes of an ad.
extension Desk {
  /// The ad is with TikTok; or, when it is there already, TikTok's id of it is known now.
  public func submitAd(_ name: String, tiktokID: String? = nil) throws -> AdChange {
    if let tiktokID { try AdWords.checkID(tiktokID) }
    var adopted: Int?
    var change = try change(name, at: nil) { writer, story, key, now in
      if let tiktokID { adopted = try free(tiktokID, for: key, writer) }
      guard let ad = story.ad(key) else { throw Refusal.noSuchAd(key, post: story.post.key) }
      let status = story.stage(of: ad, at: now).status
      if let tiktokID, status != .planned, status != .rejected {
        return try story.identify(key, tiktokID: tiktokID, at: now)
      }
      return try story.submit(key, tiktokID: tiktokID, at: now)
    }
    if let adopted, let tiktokID {
      change.warnings.append(.adoptedFigures(adopted, id: tiktokID, ad: change.record.ad.key))
    }
    return change
  }

  /// A person reports where the ad stands.
  ///
  /// - Parameter moment: when it got there; now when nil.
  public func moveAd(
    _ name: String, to status: Ad.Status, reasons: [String] = [], at moment: Moment? = nil
  ) throws -> AdChange {
    try change(name, at: moment) { writer, story, key, now in
      try story.move(
        key, to: status, reasons: reasons.map(writer.reader.hidingCodes), at: now)
    }
  }

  /// TikTok's own word: kept as it is, followed as far as it is understood.
  public func readAdStatus(
    _ name: String, word text: String, at moment: Moment? = nil
  ) throws -> AdChange {
    var word = try AdWords.statusWord(text)
    var change = try change(name, at: moment) { writer, story, key, now in
      word = try writer.reader.hidingCodes(word)
      return try story.readStatus(key, word: word, at: now)
    }
    change.warnings += warnings(about: word, of: change)
    return change
  }

  public func endAd(
    _ name: String, because ending: Ad.Ending, at moment: Moment? = nil
  ) throws -> AdChange {
    try change(name, at: moment) { _, story, key, now in try story.end(key, ending, at: now) }
  }

  // MARK: -

  private func change(
    _ name: String, at moment: Moment?,
    _ verb: (LibraryWriter, inout PostStory, Key<Ad>, Moment) throws -> [PostEvent]
  ) throws -> AdChange {
    if let moment, moment > now { throw Diagnostic.notYet(moment, times) }
    var circumstances = circumstances
    circumstances.at = moment ?? now
    return try store.write(circumstances) { writer in
      let (old, ad) = try writer.reader.ad(named: name)
      let key = ad.key
      var before: Ad.Stage?
      var isChanged = false
      let story = try writer.change(old) { story, at in
        let record = try AdRecord(key, in: story, at: at)
        before = record.stage
        if let last = record.ad.lastWord, at < last {
          throw Diagnostic.beforeLastWord(key, given: at, last: last, times)
        }
        let events = try verb(writer, &story, key, at)
        isChanged = !events.isEmpty
        return events
      }
      let record = try AdRecord(key, in: story, at: now)
      return AdChange(record: record, before: before, isChanged: isChanged, warnings: [])
    }
  }

  /// An In-Feed ad that has the id was this ad all along.
  ///
  /// - Returns: how many figures it gave up; nil when nobody had the id.
  /// - Throws: when another ad has it.
  private func free(
    _ tiktokID: String, for key: Key<Ad>, _ writer: LibraryWriter
  ) throws -> Int? {
    switch try writer.reader.subject(tiktokID: tiktokID) {
    case .spark(let other) where other != key:
      throw Diagnostic.tiktokIDIsKnown(tiktokID, ad: other)
    case .standard(let standardAd): return try writer.adopt(standardAd, as: key)
    case .spark, nil: return nil
    }
  }

  private func warnings(about word: String, of change: AdChange) -> [Diagnostic] {
    let record = change.record
    guard let known = TikTokAdStatus(word: word) else {
      return [.unknownStatusWord(word, ad: record.ad.key)]
    }
    var warnings: [Diagnostic] = []
    if known.saysAuthorizationIsLost {
      warnings.append(.authorizationIsLost(word, record))
    }
    if case .is(.live) = known.meaning, case .ended(let ending, let at) = record.stage {
      warnings.append(.runsAfterItsEnd(word, record.ad.key, ending, at: at, times))
    }
    if known.meaning == .saysNothing {
      warnings.append(.wordMovesNothing(word, ad: record.ad.key, status: record.stage.status))
    }
    return warnings
  }
}

extension Ad {
  /// When something was last said of it; nil for a mere plan.
  fileprivate var lastWord: Moment? { [stage.moment, tiktokStatus?.at].compactMap(\.self).max() }
}
