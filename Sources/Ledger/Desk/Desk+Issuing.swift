public import Diagnostics
import Files
import Library
public import Posts

/// The creator has a code.
extension Desk {
  public struct Issued: Sendable {
    public var code: CodeRecord
    public var cleanings: [SparkCode.Cleaning]
    /// The request that it answers, or none.
    public var answersRequest: Bool
    public var warnings: [Diagnostic]
  }

  /// Takes a code for a post, or for the request of a brand.
  ///
  /// - Parameters:
  ///   - subject: a post's name, or an authorization's.
  ///   - text: what a person pasted; it reaches no message.
  ///   - pick: which of several texts that can be the code, from 1.
  public func addCode(
    to subject: String, brand: String?, text: String, pick: Int? = nil,
    shapes: CodeShapes = .builtIn, times: CodeTimes
  ) throws -> Issued {
    let reading = try Self.read(text, pick: pick, shapes)
    return try write { writer in
      let terms = try terms(for: subject, brand: brand, writer.reader)
      return try issue(reading, to: terms, times: times, writer)
    }
  }

  /// Takes a new code instead of one that is over; `text` and `pick` as for `addCode`.
  public func reissueCode(
    _ name: String, text: String, pick: Int? = nil, shapes: CodeShapes = .builtIn,
    times: CodeTimes
  ) throws -> Issued {
    let reading = try Self.read(text, pick: pick, shapes)
    return try write { writer in
      let (story, old) = try writer.reader.authorization(named: name, at: now)
      let key = try writer.reader.freeAuthorizationKey(post: story.post.key, brand: old.brand)
      let terms = Target(
        story: story,
        terms: PostEvent.Terms(
          authorization: key, brand: old.brand, days: old.days, agreement: old.agreement,
          replaces: old.key),
        asked: old.days)
      return try issue(reading, to: terms, times: times, writer)
    }
  }

  /// What a code is for.
  private struct Target {
    var story: PostStory
    var terms: PostEvent.Terms
    /// Days of the request; nil without one.
    package var asked: Int?
    package var answersRequest = false
  }

  private static func read(
    _ text: String, pick: Int?, _ shapes: CodeShapes
  ) throws(Diagnostic) -> SparkCode.Reading {
    do throws(SparkCode.Fault) {
      return try shapes.read(text, pick: pick)
    } catch {
      throw .unreadableCode(error)
    }
  }

  private func terms(
    for subject: String, brand: String?, _ reader: LibraryReader
  ) throws -> Target {
    if subject.contains("@") {
      let (story, request) = try reader.authorization(named: subject, at: now)
      if let brand, try reader.brand(named: brand).key != request.brand {
        throw Diagnostic.requestOfOther(request, brand: brand)
      }
      return Self.answer(request, in: story)
    }
    let story = try reader.story(named: subject)
    let post = story.post.key
    let requests = story.authorizations.filter { $0.status(at: now) == .requested }
    guard let brand else {
      guard requests.count < 2 else { throw Diagnostic.severalRequests(requests, of: post) }
      guard let request = requests.first else { throw Diagnostic.codeWithoutBrand(post) }
      return Self.answer(request, in: story)
    }
    let key = try reader.brand(named: brand).key
    if let request = requests.first(where: { $0.brand == key }) {
      return Self.answer(request, in: story)
    }
    return Target(
      story: story,
      terms: PostEvent.Terms(
        authorization: try reader.freeAuthorizationKey(post: post, brand: key), brand: key,
        days: Self.defaultDays))
  }

  private static func answer(_ request: Authorization, in story: PostStory) -> Target {
    Target(
      story: story,
      terms: PostEvent.Terms(
        authorization: request.key, brand: request.brand, days: request.days,
        agreement: request.agreement, replaces: request.replaces),
      asked: request.days, answersRequest: true)
  }

  private func issue(
    _ reading: SparkCode.Reading, to target: Target, times: CodeTimes, _ writer: LibraryWriter
  ) throws -> Issued {
    let code = reading.code
    let fingerprint = sha256Hex(Array(code.secret.utf8))
    try writer.reader.checkIsNew(code, fingerprint: fingerprint)
    let settled = try times.settled(asked: target.asked, at: now)
    var terms = target.terms
    terms.days = settled.days
    try writer.keep(code, fingerprint: fingerprint)
    let story = try writer.change(target.story) { story, now in
      try story.issue(
        terms, code: CodeMark(code, sha256: fingerprint), start: settled.start,
        end: settled.end, endSource: settled.source, at: now)
    }
    return Issued(
      code: try CodeRecord(terms.authorization, in: story), cleanings: reading.cleanings,
      answersRequest: target.answersRequest,
      warnings: Diagnostic.doubts(reading.doubts) + settled.warnings)
  }
}
