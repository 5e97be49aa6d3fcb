import Diagnostics
import Library
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct PostLifeTests {
  // MARK: - Publishing

  @Test func theCreatorComesFromTheAddress() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    let change = try shelf.publish()
    #expect(change.newCreator == Key("creator"))
    let post = try #require(try shelf.story()).post
    #expect(post.creator == Key("creator"))
    #expect(post.publication?.itemID == "7300000000000000001")
    #expect(post.publication?.at == PostShelf.now)
    #expect(try shelf.store.read { try $0.creator(Key("creator")) } != nil)
  }

  @Test func theSameAgainChangesNothing() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    try shelf.publish()
    let count = try shelf.eventCount()
    #expect(try shelf.publish().isEmpty)
    #expect(try shelf.eventCount() == count)
    #expect(throws: Refusal.alreadyPublished(Key("mug"), url: shelf.url(1))) {
      try shelf.publish("mug", 2)
    }
  }

  @Test func anIDBelongsToOnePost() throws {
    let shelf = try PostShelf()
    try shelf.draft("mug")
    try shelf.draft("vase")
    try shelf.publish("mug")
    let refusal = Refusal.itemIsKnown(itemID: "7300000000000000001", post: Key("mug"))
    #expect(throws: refusal) { try shelf.publish("vase") }
    #expect(throws: refusal) {
      try shelf.desk().addPost(
        Key("cup"), try PostLink(shelf.url()), caption: nil, at: nil, creator: nil)
    }
    #expect(try shelf.story("cup") == nil)
  }

  @Test func aPostOfSomebodyElseIsRefused() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    var edit = PostEdit()
    edit.creator = Key("creator")
    _ = try shelf.desk().editPost("mug", edit)
    let link = try PostLink(shelf.url(1, creator: "other"))
    let error = #expect(throws: Diagnostic.self) {
      try shelf.desk().publishPost("mug", link, at: nil, creator: nil)
    }
    #expect(error?.message.contains("@creator's") == true)
    #expect(throws: Diagnostic.self) {
      try shelf.desk().publishPost("mug", link, at: nil, creator: Key("creator"))
    }
    #expect(try shelf.story()?.post.publication == nil)
    #expect(try shelf.store.read { try $0.creator(Key("other")) } == nil)
  }

  @Test func whatHasNotComeIsRefused() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    let later = PostShelf.now.adding(days: 1)
    #expect(throws: Refusal.publishedInFuture(later)) {
      try shelf.desk().publishPost("mug", try PostLink(shelf.url()), at: later, creator: nil)
    }
    #expect(
      try shelf.desk(isDryRun: true).publishPost(
        "mug", try PostLink(shelf.url()), at: nil, creator: nil
      ).after.post.publication != nil)
    #expect(try shelf.story()?.post.publication == nil)
  }

  // MARK: - Posts made elsewhere

  @Test func aPostMadeElsewhereIsFollowed() throws {
    let shelf = try PostShelf()
    let link = try PostLink(shelf.url())
    let change = try shelf.desk().addPost(
      Key("haul"), link, caption: "A haul.", at: PostShelf.now.adding(days: -2), creator: nil)
    #expect(change.newCreator == Key("creator"))
    let dossier = try shelf.dossier("haul")
    #expect(dossier.post.drawing == nil)
    #expect(dossier.post.caption == "A haul.")
    #expect(dossier.folder == nil)
    #expect(dossier.post.publication?.at == PostShelf.now.adding(days: -2))
    #expect(dossier.steps.first == .request)
    let error = #expect(throws: Diagnostic.self) {
      try shelf.desk().addPost(
        Key("haul"), try PostLink(shelf.url(2)), caption: nil, at: nil, creator: nil)
    }
    #expect(error?.message.contains("already") == true)
  }

  // MARK: - Removing

  @Test func aPostWithAdsIsRemovedOnlyByForce() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    try shelf.publish()
    try shelf.authorize()
    try shelf.advertise()
    #expect(throws: Refusal.adsAreRunning([PostShelf.ad], on: "mug")) {
      try shelf.desk().removePost("mug", by: .creator, isForced: false)
    }
    _ = try shelf.desk().removePost("mug", by: .creator, isForced: true)
    let story = try #require(try shelf.story())
    #expect(story.authorizations.map { $0.status(at: PostShelf.now) } == [.void])
    #expect(story.ad(PostShelf.ad)?.stage == .ended(.postRemoved, at: PostShelf.now))
    #expect(try shelf.dossier().ads.map(\.stage.status) == [.ended])
  }

  @Test func aDraftIsDiscardedWithItsFolder() throws {
    let shelf = try PostShelf()
    try shelf.draft("mug")
    try shelf.draft("vase")
    _ = try shelf.desk(isDryRun: true).discardDraft("mug")
    #expect(shelf.folder.names(in: "library/posts") == ["mug", "vase"])
    _ = try shelf.desk().discardDraft("mug")
    #expect(shelf.folder.names(in: "library/posts") == ["vase"])
    #expect(try shelf.story("mug") == nil)
  }

  @Test func aPublishedPostIsNeverDiscarded() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    try shelf.publish()
    #expect(throws: Diagnostic.self) { try shelf.desk().discardDraft("mug") }
    #expect(shelf.folder.names(in: "library/posts") == ["mug"])
  }

  @Test func aDraftThatABrandAskedForIsKept() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    try shelf.store.write(Circumstances(at: PostShelf.now, by: "tester", command: "test")) {
      try $0.save(Brand(key: Key("harbor")))
    }
    try shelf.change("mug") { story, now in
      try story.request(
        PostEvent.Terms(authorization: PostShelf.code, brand: Key("harbor"), days: 30), at: now)
    }
    #expect(throws: Diagnostic.self) { try shelf.desk().discardDraft("mug") }
    #expect(shelf.folder.names(in: "library/posts") == ["mug"])
  }

  // MARK: - The whole story

  @Test func aDossierHoldsWhatHangsOnAPost() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    try shelf.publish()
    try shelf.authorize()
    try shelf.advertise()
    let dossier = try shelf.dossier("mu")
    #expect(dossier.creator?.key == Key("creator"))
    #expect(dossier.brands[Key("harbor")] != nil)
    #expect(dossier.advertisers[Key("7000000000001")]?.name == "Harbor EU")
    #expect(dossier.ads.map(\.ad.key) == [PostShelf.ad])
    #expect(dossier.events.count == (try shelf.eventCount()))
    #expect(dossier.otherCaption == nil)
    #expect(!"\(dossier)".contains("Testcode"))
  }

  @Test func aCaptionFileThatWasEditedIsNoticed() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    try shelf.folder.write("Edited by hand.\n", to: "library/posts/mug/caption.txt")
    #expect(try shelf.dossier().otherCaption == "Edited by hand.")
  }
}
