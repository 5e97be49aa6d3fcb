import Diagnostics
import Foundation
import Library
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct HandoffTextTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49 1", "'+49 1"), ("-1", "'-1"), ("@name", "'@name"),
    ("\tx", "\"'\tx\""), ("#a+b=", "#a+b="), ("a=b", "a=b"), ("", ""), ("a,b", "\"a,b\""),
    ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""), ("＝1", "'＝1"),
  ])
  func cellsThatComputeAreMadeInert(cell: String, written: String) {
    #expect(CodeSheet.line([cell]) == written + "\r\n")
  }

  @Test(arguments: [
    "https://media.example.com/posts", "https://media.example.com", "https://a.b/c/d/",
  ])
  func baseURLsThatTikTokPullsFrom(text: String) {
    #expect(BaseURL(text) != nil)
  }

  @Test(arguments: [
    "http://example.com", "https://localhost", "https://10.0.0.1/x", "https://example.com:8080",
    "https://example.com/?a=b", "https://example.com/#a", "https://user@example.com", "https://",
    "example.com", "https://exa mple.com", "https://example.com/a\nb", "https://example..com",
  ])
  func baseURLsThatTikTokRefuses(text: String) {
    #expect(BaseURL(text) == nil)
  }

  @Test func namesBelowABaseArePercentEncoded() throws {
    let base = try #require(BaseURL("https://a.example/x/"))
    #expect(base.appending("").text == "https://a.example/x")
    #expect(
      base.appending("vase 花").appending("01-a.jpg").text
        == "https://a.example/x/vase%20%E8%8A%B1/01-a.jpg")
  }

  @Test func theCallHasTikToksShape() throws {
    let post = try Handover().story().post
    let call = TikTokPhotoPost(
      post, files: ["01-a.jpg", "02-b.jpg"], below: BaseURL("https://a.example/x"))
    #expect(
      String(decoding: call.json, as: UTF8.self) == """
        {
          "is_aigc" : false,
          "media_type" : "PHOTO",
          "post_info" : {
            "brand_content_toggle" : true,
            "brand_organic_toggle" : false,
            "description" : "A pot. #pots",
            "privacy_level" : "PUBLIC_TO_EVERYONE",
            "title" : "The pot"
          },
          "post_mode" : "DIRECT_POST",
          "source_info" : {
            "photo_cover_index" : 0,
            "photo_images" : [
              "https://a.example/x/01-a.jpg",
              "https://a.example/x/02-b.jpg"
            ],
            "source" : "PULL_FROM_URL"
          }
        }

        """)
    #expect(call.warnings(post.key, hasBaseURL: true).isEmpty)
  }

  @Test func whoSeesAPostIsNeverGuessed() throws {
    var post = try Handover().story().post
    post.facts.privacy = nil
    let call = TikTokPhotoPost(post, files: ["01-a.jpg"], below: nil)
    #expect(call.postMode == "MEDIA_UPLOAD")
    #expect(call.postInfo.privacyLevel == nil)
    #expect(call.warnings(post.key, hasBaseURL: false).count == 2)
  }
}

@Suite struct HandoffPlaceTests {
  private func place(
    _ target: HandoffTarget, _ output: String?, many: Bool = false, brand: String? = nil,
    in folder: TemporaryFolder
  ) throws -> String {
    try HandoffPlace(
      target, output: output, isMany: many, brand: brand.map { Key($0) },
      library: LibraryFolder(path: "output")
    ).path(of: Key("mug"))
  }

  @Test func eachTargetHasItsPlace() throws {
    let folder = try TemporaryFolder()
    #expect(
      try place(.spark, nil, brand: "harbor", in: folder) == "output/exports/spark/harbor/mug.zip")
    #expect(try place(.tiktok, nil, in: folder) == "output/exports/tiktok/mug")
    #expect(try place(.linkedin, nil, in: folder) == "output/exports/linkedin/mug.pdf")
    #expect(try place(.linkedin, "a.pdf", in: folder) == "a.pdf")
    #expect(try place(.linkedin, folder.path, in: folder) == "\(folder.path)/mug.pdf")
    #expect(try place(.tiktok, "slides", in: folder) == "slides")
    #expect(try place(.tiktok, "slides", many: true, in: folder) == "slides/mug")
    #expect(try place(.spark, "out", many: true, in: folder) == "out/mug.zip")
  }

  @Test func namesThatMeanSomethingElseAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    #expect(throws: Diagnostic.self) { try place(.spark, "a.zip", many: true, in: folder) }
    #expect(throws: Diagnostic.self) { try place(.spark, "a.pdf", in: folder) }
    #expect(throws: Diagnostic.self) { try place(.tiktok, folder["file"], in: folder) }
    #expect(throws: Diagnostic.self) { try place(.tiktok, "", in: folder) }
  }

  @Test func onlyAFolderOfAnEarlierExportIsReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "old/01-hook.jpg")
    try folder.write("x", to: "old/caption.txt")
    try HandoffPlace.checkReplaceable(folder["old"])
    try folder.write("x", to: "old/thesis.doc")
    #expect(throws: Diagnostic.self) { try HandoffPlace.checkReplaceable(folder["old"]) }
  }
}
