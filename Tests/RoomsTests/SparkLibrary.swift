import Files
import Library
import Posts
import TestSupport

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// A library with a creator, two brands with accounts and two published posts, for one test.
struct SparkLibrary {
  let folder: TemporaryFolder
  var library: LibraryFolder { LibraryFolder(path: folder["library"]) }

  static let now = moment("2026-03-01T12:00:00Z")
  static let code = "#Ab3dEf6hIj9lMn0pQr+/w="

  static func moment(_ text: String) -> Moment {
    guard let moment = Moment(text) else { preconditionFailure("\(text) is a moment") }
    return moment
  }

  init() throws {
    folder = try TemporaryFolder()
    let books = try books()
    _ = try books.addCreator("@mia", name: "Mia", contact: nil)
    _ = try books.addBrand("harbor", name: "Harbor Goods", contact: nil)
    _ = try books.addBrand("atelier", name: nil, contact: nil)
    for (id, brand) in [("7000001", "harbor"), ("7000002", "harbor"), ("7000003", "atelier")] {
      _ = try books.addAdvertiser(id, brand: brand, name: nil, currency: "USD")
    }
    try publish("mug", itemID: "7300000000000000001")
    try publish("vase", itemID: "7300000000000000002")
  }

  func books(at now: Moment = now, isDryRun: Bool = false) throws -> Desk {
    try Desk(
      library, Circumstances(at: now, by: "tester", command: "test"), begins: true,
      isDryRun: isDryRun)
  }

  func read<Value>(_ work: (LibraryReader) throws -> Value) throws -> Value {
    try LibraryStore(library, for: .reading).read(work)
  }

  /// Changes a post, as its verbs say.
  @discardableResult
  func change(
    _ post: String, at now: Moment = now,
    _ work: (inout PostStory, Moment) throws -> [PostEvent]
  ) throws -> PostStory {
    try books(at: now).store.write(Circumstances(at: now, by: "tester", command: "test")) {
      try $0.change(Key(post), work)
    }
  }

  private func publish(_ post: String, itemID: String) throws {
    try change(post) { story, now in
      var events = story.note(at: now)
      events += try story.assign(to: Key("mia"), at: now)
      events += try story.word(caption: "A mug for slow mornings", title: nil, at: now)
      events += try story.publish(
        Publication(
          url: "https://www.tiktok.com/@mia/photo/\(itemID)", itemID: itemID, at: now), at: now)
      return events
    }
  }

  /// A code for a brand from now on; other texts for other codes.
  @discardableResult
  func issue(
    _ code: String = code, post: String = "mug", brand: String = "harbor", days: Int = 30
  ) throws -> Desk.Issued {
    try books().addCode(to: post, brand: brand, text: code, times: CodeTimes(days: days))
  }

  /// An ad that runs on an authorization from now on.
  func runAd(on key: Key<Authorization>, post: String = "mug", days: Int = 10) throws {
    try change(post) { story, now in
      let plan = Ad.Plan(
        authorization: key, advertiser: Key("7000001"), name: "spring", start: now,
        end: now.adding(days: days))
      var events = try story.plan(Key("spring"), plan, at: now)
      events += try story.submit(Key("spring"), tiktokID: nil, at: now)
      return events
    }
  }
}
