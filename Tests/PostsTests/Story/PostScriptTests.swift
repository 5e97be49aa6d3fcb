import Posts
import Testing

@Suite struct PostScriptTests {
  private static let drawing = Post.Drawing(
    template: "quote", kit: nil, origin: "0a", format: "png", slides: [])

  @Test func aDraftIsDrawnAgainUntilItIsPublished() throws {
    var story = PostStory(key: Script.post)
    for caption in ["first", "second"] {
      try story.draw(
        Self.drawing, caption: caption, title: nil, facts: Post.Facts(), at: Script.day(0))
    }
    #expect(story.post.caption == "second")
    try story.publish(Script.publication, at: Script.day(0))
    #expect(throws: Refusal.publishedIsKept(Script.post)) {
      try story.draw(
        Self.drawing, caption: "third", title: nil, facts: Post.Facts(), at: Script.day(1))
    }
    #expect(story.post.caption == "second")
  }

  @Test func publishingAgainUnderTheSameIDSaysNothingNew() throws {
    var story = try Script.published()
    #expect(try story.publish(Script.publication, at: Script.day(3)) == [])
  }

  @Test func theCaptionIsFrozenByTheFirstCodeForGood() throws {
    var story = try Script.published()
    try story.word(caption: "new words", title: "Mug", at: Script.day(0))
    #expect(story.post.caption == "new words")
    try story.request(Script.terms(), at: Script.day(0))
    try story.word(caption: "newer words", title: "Mug", at: Script.day(0))
    try story.issue(
      Script.terms(), code: Script.mark, start: Script.day(1), end: Script.day(31),
      endSource: .counted, at: Script.day(1))
    #expect(throws: Refusal.captionIsFrozen(Script.post, authorization: Script.code)) {
      try story.word(caption: "newest words", title: "Mug", at: Script.day(1))
    }
    #expect(try story.word(caption: "newer words", title: "Mug", at: Script.day(1)) == [])
    #expect(throws: Refusal.captionIsFrozen(Script.post, authorization: Script.code)) {
      try story.word(caption: "newest words", title: "Mug", at: Script.day(99))
    }
  }

  @Test func theCreatorIsFixedByTheFirstCode() throws {
    var story = try Script.published()
    try story.assign(to: Script.creator, at: Script.day(0))
    try story.assign(to: Key("someone"), at: Script.day(0))
    try story.assign(to: Script.creator, at: Script.day(0))
    try story.issue(
      Script.terms(), code: Script.mark, start: Script.day(1), end: Script.day(31),
      endSource: .counted, at: Script.day(1))
    #expect(throws: Refusal.creatorIsFixed(Script.post, creator: Script.creator)) {
      try story.assign(to: Key("someone"), at: Script.day(1))
    }
    #expect(try story.assign(to: Script.creator, at: Script.day(1)) == [])
  }

  @Test func tagsAreSortedAndOnce() throws {
    var story = PostStory(key: Script.post)
    story.tag(["coffee", "autumn"], at: Script.day(0))
    #expect(story.post.tags == ["autumn", "coffee"])
    #expect(story.tag(["autumn", "coffee"], at: Script.day(0)) == [])
    story.tag([], at: Script.day(0))
    #expect(story.post.tags.isEmpty)
  }

  @Test func removalEndsWhatWasOpenAndLeavesWhatWasOver() throws {
    var story = try Script.live()
    try story.request(Script.terms(Script.other, brand: Key("atelier")), at: Script.day(4))
    #expect(throws: Refusal.adsAreRunning([Script.ad], on: "mug")) {
      try story.remove(by: .creator, isForced: false, at: Script.day(5))
    }
    try story.remove(by: .tiktok, isForced: true, at: Script.day(5))
    #expect(
      story.post.stage == .removed(Script.publication, at: Script.day(5), by: .tiktok))
    #expect(story.ad(Script.ad)?.stage == .ended(.postRemoved, at: Script.day(5)))
    #expect(
      story.authorizations.map { $0.status(at: Script.day(5)) } == [.void, .void])
    #expect(story.authorization(Script.code)?.lastMoment == Script.day(5))
    #expect(story.authorization(Script.other)?.lastMoment == nil)
  }

  @Test func removalDoesNotVoidWhatHadExpired() throws {
    var story = try Script.live()
    try story.remove(by: .creator, isForced: false, at: Script.day(40))
    #expect(story.authorization(Script.code)?.status(at: Script.day(40)) == .expired)
    let ad = try #require(story.ad(Script.ad))
    #expect(
      story.stage(of: ad, at: Script.day(40))
        == .ended(.authorizationExpired, at: Script.day(31)))
  }

  @Test func gapsComeInTheOrderInWhichTheyAreClosed() {
    var post = PostStory(key: Script.post).post
    post.drawing = Self.drawing
    post.facts.disclosure = .brandedContent
    post.facts.privacy = .onlyMe
    #expect(
      post.gaps == [
        .slideCount(0), .noCreator, .onlyMeAndBranded, .musicIsUnknown, .notPublished,
        .adAuthorizationIsUnknown,
      ])
    post.facts.privacy = .everyone
    post.facts.musicIsCleared = true
    post.facts.adAuthorizationIsOn = true
    post.drawing = nil
    post.creator = Script.creator
    post.stage = .published(Script.publication)
    #expect(post.gaps.isEmpty)
    post.facts = Post.Facts()
    post.facts.musicIsCleared = false
    post.facts.adAuthorizationIsOn = false
    #expect(post.gaps == [.noDisclosure, .musicIsNotCleared, .adAuthorizationIsOff])
    #expect(post.gaps.map(\.isCertain) == [false, true, true])
    for gap in post.gaps + [.removed, .noCreator, .slideCount(1)] {
      #expect(!gap.sentence(for: post.key).isEmpty)
    }
  }

  @Test(arguments: [2, 35])
  func aCarouselOfAnUsualLengthIsReady(count: Int) {
    var post = PostStory(key: Script.post).post
    let slide = Slide(file: "1.png", name: "hook", width: 1, height: 1, bytes: 1, sha256: "")
    post.drawing = Self.drawing
    post.drawing?.slides = Array(repeating: slide, count: count)
    #expect(!post.gaps.contains(.slideCount(count)))
    post.drawing?.slides = Array(repeating: slide, count: count == 2 ? 1 : 36)
    #expect(post.gaps.first == .slideCount(count == 2 ? 1 : 36))
  }

  @Test(arguments: [
    ("https://www.tiktok.com/@maker/photo/7400000000000000001", "7400000000000000001"),
    ("https://www.tiktok.com/@maker/video/7400000000000000001?lang=en", "7400000000000000001"),
    ("www.tiktok.com/@maker/photo/7400000000000000001/", "7400000000000000001"),
    ("https://vm.tiktok.com/ZMabcdef/", nil),
    ("https://www.tiktok.com/@maker", nil),
    ("https://example.com/@maker/photo/7400000000000000001", nil),
    ("https://www.tiktok.com/@maker/photo/74e18", nil),
    ("", nil), ("photo/7400000000000000001", nil),
  ])
  func theItemIDComesFromTheURL(url: String, id: String?) {
    #expect(Publication.itemID(inURL: url) == id)
  }

  @Test(arguments: [
    ("@Maker", "maker"), ("maker.one", "maker.one"), ("https://www.tiktok.com/@Maker?x=1", "maker"),
    ("tiktok.com/@maker/photo/1", "maker"), ("@", nil), ("a", nil), ("two words", nil),
    ("maker.", nil), ("mäker", nil), ("https://example.com/@maker", nil),
    (String(repeating: "a", count: 25), nil),
  ])
  func handlesAreReadAsPeopleWriteThem(text: String, key: String?) {
    #expect(Creator.key(ofHandle: text)?.text == key)
  }
}
