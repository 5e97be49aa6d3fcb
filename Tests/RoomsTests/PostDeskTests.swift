import Diagnostics
import Foundation
import Library
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct PostDeskTests {
  // MARK: - Editing

  @Test func editedWordsAreInTheLibraryAndInTheFolder() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    var edit = PostEdit()
    edit.caption = "Another mug.\n#mug"
    edit.title = "Mugs"
    edit.disclosure = .brandedContent
    edit.adAuthorizationIsOn = true
    edit.creator = Key("creator")
    let change = try shelf.desk().editPost("mu", edit)
    #expect(change.newCreator == Key("creator"))
    let post = try #require(try shelf.story()).post
    #expect(post.caption == "Another mug.\n#mug")
    #expect(post.title == "Mugs")
    #expect(post.facts.disclosure == .brandedContent)
    #expect(post.facts.adAuthorizationIsOn == true)
    #expect(post.creator == Key("creator"))
    let path = "library/posts/mug"
    #expect(try shelf.folder.text(of: "\(path)/caption.txt") == "Another mug.\n#mug\n")
    let record = try #require(shelf.store.folder.record(of: "mug"))
    #expect(record.caption == "Another mug.\n#mug")
    #expect(record.title == "Mugs")
    #expect(record.disclosure == "branded content")
    #expect(record.slides.count == 2)
    #expect(
      shelf.folder.names(in: path) == ["01-card.png", "02-card.png", "caption.txt", "post.json"])
  }

  @Test func anEmptyTitleTakesItAway() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    var edit = PostEdit()
    edit.title = "Mugs"
    _ = try shelf.desk().editPost("mug", edit)
    edit.title = ""
    _ = try shelf.desk().editPost("mug", edit)
    #expect(try shelf.story()?.post.title == nil)
  }

  @Test func theCaptionIsFrozenOnceACodeIsIssued() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    try shelf.publish()
    try shelf.authorize()
    let before = try shelf.folder.tree("library/posts")
    let count = try shelf.eventCount()
    var edit = PostEdit()
    edit.caption = "Other words."
    edit.privacy = .onlyMe
    #expect(throws: Refusal.captionIsFrozen(Key("mug"), authorization: PostShelf.code)) {
      try shelf.desk().editPost("mug", edit)
    }
    #expect(try shelf.folder.tree("library/posts") == before)
    #expect(try shelf.eventCount() == count)
    #expect(try shelf.story()?.post.facts.privacy == nil)
    edit.caption = nil
    #expect(try shelf.desk().editPost("mug", edit).after.post.facts.privacy == .onlyMe)
  }

  @Test func aPlanRefusesTheSameAndChangesNothing() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    let before = try shelf.folder.tree("library/posts")
    var edit = PostEdit()
    edit.caption = "Other words."
    edit.creator = Key("creator")
    let change = try shelf.desk(isDryRun: true).editPost("mug", edit)
    #expect(change.after.post.caption == "Other words.")
    #expect(change.newCreator == Key("creator"))
    #expect(try shelf.story()?.post.caption == "A mug.")
    #expect(try shelf.folder.tree("library/posts") == before)
    try shelf.publish()
    try shelf.authorize()
    #expect(throws: Refusal.self) { try shelf.desk(isDryRun: true).editPost("mug", edit) }
  }

  @Test func whatTikTokWouldNotTakeIsAWarning() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    var edit = PostEdit()
    edit.caption = String(repeating: "a", count: 4_001) + " #a #b #c #d #e #f"
    edit.title = String(repeating: "t", count: 91)
    let warnings = try shelf.desk().editPost("mug", edit).warnings
    #expect(warnings.count == 3)
    #expect(warnings.allSatisfy { $0.severity == .warning })
  }

  @Test func wordsThatCannotBeWrittenAreNotRecorded() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    // A folder in the way of the file: it fails for every user, root too.
    let path = shelf.folder["library/posts/mug/caption.txt"]
    try FileManager.default.removeItem(atPath: path)
    try shelf.folder.write("in the way", to: "library/posts/mug/caption.txt/file")
    var edit = PostEdit()
    edit.caption = "Other words."
    let error = #expect(throws: Diagnostic.self) { try shelf.desk().editPost("mug", edit) }
    #expect(error?.message.contains(path) == true)
    #expect(try shelf.story()?.post.caption == "A mug.")
  }

  @Test func aPostThatIsNotThereIsNamed() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    var edit = PostEdit()
    edit.title = "Mugs"
    let error = #expect(throws: Diagnostic.self) { try shelf.desk().editPost("vase", edit) }
    #expect(error?.message.contains("\"vase\"") == true)
  }

  // MARK: - Tags

  @Test func manyPostsAreTaggedAtOnceOrNone() throws {
    let shelf = try PostShelf()
    try shelf.draft("mug")
    try shelf.draft("vase")
    let changes = try shelf.desk().tagPosts(
      ["mug", "vase", "mug"], nil, adding: ["summer", "sale"], removing: [])
    #expect(changes.map(\.key.text) == ["mug", "vase"])
    #expect(try shelf.story("vase")?.post.tags == ["sale", "summer"])
    let again = try shelf.desk().tagPosts(
      [], { _ in PostFilter() }, adding: ["summer"], removing: ["sale"])
    #expect(again.allSatisfy { $0.after.post.tags == ["summer"] } && again.count == 2)
    #expect(throws: DiagnosticsError.self) {
      try shelf.desk().tagPosts(["mug", "cup", "pot"], nil, adding: ["new"], removing: [])
    }
    #expect(try shelf.story("mug")?.post.tags == ["summer"])
  }

  @Test func tagsThatAreThereAlreadyAreNoEvent() throws {
    let shelf = try PostShelf()
    try shelf.draft()
    _ = try shelf.desk().tagPosts(["mug"], nil, adding: ["summer"], removing: [])
    let count = try shelf.eventCount()
    let changes = try shelf.desk().tagPosts(["mug"], nil, adding: ["summer"], removing: ["sale"])
    #expect(changes.map(\.isEmpty) == [true])
    #expect(try shelf.eventCount() == count)
  }
}
