import Diagnostics
import GRDB
import Posts
import Testing

@testable import Library

@Suite struct LibraryListTests {
  typealias Sample = SampleLibrary
  let now = Sample.now

  /// vase: applied, 30 days, a live ad; mug: shared, 5 days; cup: requested; bowl: a draft.
  private func sample() throws -> SampleLibrary {
    let library = try SampleLibrary()
    for key in ["vase", "mug", "cup"] { try library.publish(key) }
    try library.change("bowl") { story, now in
      try story.draw(
        Sample.drawing(), caption: "Bowl", title: nil, facts: Post.Facts(), at: now)
    }
    try library.change("cup") { story, now in
      try story.request(
        PostEvent.Terms(authorization: Key("cup-atelier"), brand: Key("atelier"), days: 60),
        at: now)
    }
    try library.authorize("vase", as: "vase-harbor", code: "#First1234567=")
    try library.authorize("mug", as: "mug-harbor", code: "#Second123456=", days: 5)
    try library.advertise("vase", on: "vase-harbor", as: "ad1")
    try library.change("mug") { try $0.share(Key("mug-harbor"), how: "mail", at: $1) }
    try library.change("vase") { story, now in
      var events = try story.submit(Key("ad1"), tiktokID: "1790000000000001", at: now)
      for status in [Ad.Status.inReview, .approved, .live] {
        events += try story.move(Key("ad1"), to: status, at: now)
      }
      return events
    }
    return library
  }

  private func posts(
    _ library: SampleLibrary, days: Int = 0, _ set: (inout PostFilter) -> Void
  ) throws -> [String] {
    var filter = PostFilter()
    set(&filter)
    return try library.read {
      try $0.posts(filter, at: now.adding(days: days)).map(\.key.text).sorted()
    }
  }

  @Test func postsAreFiltered() throws {
    let library = try sample()
    #expect(try posts(library) { _ in } == ["bowl", "cup", "mug", "vase"])
    #expect(try posts(library) { $0.isAuthorized = true } == ["mug", "vase"])
    #expect(try posts(library) { $0.isAuthorized = false } == ["bowl", "cup"])
    #expect(try posts(library, days: 5) { $0.isAuthorized = true } == ["vase"])
    #expect(try posts(library) { $0.stage = .draft } == ["bowl"])
    #expect(try posts(library) { $0.brand = Key("atelier") } == ["cup"])
    #expect(try posts(library) { $0.creator = Sample.creator } == ["cup", "mug", "vase"])
    #expect(try posts(library) { $0.tag = "coffee" } == ["cup", "mug", "vase"])
    #expect(try posts(library) { $0.tag = "autumn" } == [])
    #expect(
      try posts(library) {
        $0.template = "quote"
        $0.stage = .draft
      } == ["bowl"])
    #expect(try posts(library) { $0.tag = "'; DROP TABLE posts; --" } == [])
  }

  @Test func aPostsLineSaysHowItStands() throws {
    let library = try sample()
    let posts = try library.read { try $0.posts(PostFilter(), at: now) }
    let vase = try #require(posts.first { $0.key.text == "vase" })
    #expect(vase.slideCount == 2)
    #expect(vase.tags == ["coffee", "spring"])
    #expect(vase.validCodes == 1)
    #expect(vase.earliestEnd == now.adding(days: 30))
    #expect(vase.openAds == 1)
    #expect(vase.created == now)
    let later = try library.read { try $0.posts(PostFilter(), at: now.adding(days: 30)) }
    let over = try #require(later.first { $0.key.text == "vase" })
    #expect(over.validCodes == 0)
    #expect(over.openAds == 0)
  }

  @Test func codesAreFilteredByWhatTheyAreNow() throws {
    let library = try sample()
    func codes(days: Int = 0, _ set: (inout AuthorizationFilter) -> Void) throws -> [String] {
      var filter = AuthorizationFilter()
      set(&filter)
      return try library.read {
        try $0.authorizations(filter, at: now.adding(days: days)).map(\.authorization.key.text)
      }
    }
    #expect(try codes { _ in } == ["cup-atelier", "mug-harbor", "vase-harbor"])
    #expect(try codes(days: 5) { _ in } == ["cup-atelier", "vase-harbor", "mug-harbor"])
    #expect(try codes { $0.endsBefore = now.adding(days: 14) } == ["mug-harbor"])
    #expect(try codes(days: 5) { $0.isUsable = true } == ["vase-harbor"])
    #expect(try codes(days: 5) { $0.isUsable = false } == ["cup-atelier", "mug-harbor"])
    #expect(try codes { $0.brand = Key("atelier") } == ["cup-atelier"])
    #expect(try codes { $0.post = Key("mug") } == ["mug-harbor"])
    #expect(try codes { $0.advertiser = Sample.account } == ["vase-harbor"])
    #expect(try codes { $0.limit = 1 } == ["cup-atelier"])
  }

  /// A list computes in SQL what the domain computes from values; they must agree.
  @Test func listsAgreeWithTheStories() throws {
    let library = try sample()
    for days in [0, 4, 5, 29, 30, 60] {
      let then = now.adding(days: days)
      try library.read { reader in
        for status in Authorization.Status.allCases {
          var filter = AuthorizationFilter()
          filter.status = status
          for line in try reader.authorizations(filter, at: then) {
            let story = try #require(try reader.story(of: line.post))
            #expect(story.authorization(line.authorization.key) == line.authorization)
            #expect(line.authorization.status(at: then) == status)
          }
        }
        for status in Ad.Status.allCases {
          var filter = AdFilter()
          filter.status = status
          for line in try reader.ads(filter, at: then) {
            let story = try #require(try reader.story(of: line.post))
            #expect(story.ad(line.ad.key) == line.ad)
            #expect(line.stage == story.stage(of: line.ad, at: then))
            #expect(line.stage.status == status)
          }
        }
      }
    }
  }

  @Test func adsAreFiltered() throws {
    let library = try sample()
    func ads(days: Int = 0, _ set: (inout AdFilter) -> Void) throws -> [String] {
      var filter = AdFilter()
      set(&filter)
      return try library.read {
        try $0.ads(filter, at: now.adding(days: days)).map(\.ad.key.text)
      }
    }
    #expect(try ads { $0.status = .live } == ["ad1"])
    #expect(try ads(days: 30) { $0.status = .live } == [])
    #expect(try ads(days: 30) { $0.status = .ended } == ["ad1"])
    #expect(try ads { $0.isOpen = true } == ["ad1"])
    #expect(try ads(days: 30) { $0.isOpen = true } == [])
    #expect(try ads(days: 30) { $0.isOpen = false } == ["ad1"])
    #expect(try ads { $0.advertiser = Key("7000000000000000002") } == [])
  }

  // MARK: Keys

  @Test func keysAreTakenByUniqueBeginnings() throws {
    let library = try sample()
    try library.publish("vase-blue")
    try library.publish("ÉCLAIR".lowercased())
    let url = "https://www.tiktok.com/@creator/photo/\(Sample.itemID(of: "cup"))?x=1"
    for (typed, key) in [
      ("mu", "mug"), ("vase", "vase"), ("vase-", "vase-blue"), ("e\u{301}c", "éclair"),
      (Sample.itemID(of: "mug"), "mug"), (url, "cup"),
    ] {
      #expect(try library.read { try $0.post(named: typed).text } == key)
    }
    let mark = try library.read { try $0.story(of: Key("mug")) }?.authorizations[0].grant?.code
    for typed in ["mug-", "mug", "mu@har", try #require(mark).shortFingerprint] {
      let found = try library.read { try $0.authorization(named: typed, at: now) }
      #expect(found.authorization.key.text == "mug-harbor")
      #expect(found.story.post.key.text == "mug")
    }
    #expect(try library.read { try $0.creator(named: "@Creator").key } == Sample.creator)
    #expect(try library.read { try $0.ad(named: "1790000000000001").ad.key.text } == "ad1")
  }

  @Test func anAmbiguousOrUnknownKeyIsExplained() throws {
    let library = try sample()
    func message(_ look: (LibraryReader) throws -> Void) throws -> String? {
      let error = #expect(throws: Diagnostic.self) { try library.read(look) }
      return error?.message
    }
    try library.publish("vase-blue")
    #expect(
      try message { _ = try $0.post(named: "v") } == "\"v\" may be several: vase, vase-blue")
    #expect(
      try message { _ = try $0.post(named: "vasse") }
        == "the library has no post \"vasse\"; did you mean \"vase\"?")
    #expect(
      try message { _ = try $0.brand(named: "nobody") } == "the library has no brand \"nobody\"")
    #expect(try message { _ = try $0.post(named: "") } == "the library has no post \"\"")
    #expect(try message { _ = try $0.post(named: "%") } == "the library has no post \"%\"")
  }

  @Test func aTakenKeyGetsANumber() throws {
    let library = try sample()
    try library.publish("mug-2")
    #expect(try library.read { try $0.freePostKey("mug").text } == "mug-3")
    #expect(try library.read { try $0.freePostKey("jug").text } == "jug")
    let key = try library.read {
      try $0.freeAuthorizationKey(post: Key("mug"), brand: Sample.brand).text
    }
    #expect(key == "mug@harbor")
    try library.authorize("mug", as: key, code: "#Third1234567=", brand: Key("atelier"))
    let next = try library.read {
      try $0.freeAuthorizationKey(post: Key("mug"), brand: Sample.brand).text
    }
    #expect(next == "mug@harbor.2")
  }
}
