import Files
import TestSupport
import Testing

/// A picture's name is found where pages, shops, phones and converters write it in another way.
@Suite struct FileReferenceTests {
  private func found(_ reference: String, among names: [String]) throws -> (String, Bool)? {
    let folder = try TemporaryFolder()
    for name in names { try folder.write([1], to: name) }
    guard let match = FileReference(to: folder[reference]) else { return nil }
    return (FilePath.name(of: match.path), match.isCertain)
  }

  @Test(arguments: [
    ("mug.jpg", "mug.jpg"), ("mug.jpg?v=2", "mug.jpg"), ("two%20mugs.jpg", "two mugs.jpg"),
    ("two%20mugs.jpg?v=2&width=9", "two mugs.jpg"), ("mug #2.jpg", "mug #2.jpg"),
    ("100%.jpg", "100%.jpg"), ("why?.jpg", "why?.jpg"), ("a%20b.jpg", "a%20b.jpg"),
    ("caf\u{e9}.jpg", "cafe\u{301}.jpg"), ("cafe\u{301}.jpg", "caf\u{e9}.jpg"),
    ("caf%C3%A9.jpg", "cafe\u{301}.jpg"),
  ])
  func certainNamesAreFound(reference: String, name: String) throws {
    let match = try #require(try found(reference, among: [name, "other.jpg"]))
    #expect(match.0.utf8.elementsEqual(name.utf8))
    #expect(match.1)
  }

  @Test(arguments: [
    ("mug.jpg", "mug.JPG"), ("Mug.jpg", "mug.jpg"), ("mug.jpg", "mug.jpeg"),
    ("mug.jpg", "mug.webp"), ("mug.HEIC", "mug.jpg"), ("mug_1024x1024.jpg", "mug.jpg"),
    ("mug.jpg", "mug_1024x1024.jpg"), ("mug_600x.png", "mug_x400_crop_center.PNG"),
    ("mug_large.jpg", "mug.webp"), ("mug.jpg", "mug_800x800_crop_top@2x.jpg"),
  ])
  func likelyNamesAreFoundAndToldApart(reference: String, name: String) throws {
    let match = try #require(try found(reference, among: [name, "other.jpg"]))
    #expect(match == (name, false))
  }

  @Test func whatMayBeTwoFilesIsNone() throws {
    #expect(try found("mug.jpg", among: ["mug.png", "mug.webp"]) == nil)
    #expect(try found("mug.jpg", among: ["mug_1x1.jpg", "mug_2x2.jpg"]) == nil)
    // The nearer of two kinds of likeness counts.
    let match = try #require(try found("mug.jpg", among: ["mug.JPG", "mug.png"]))
    #expect(match == ("mug.JPG", false))
  }

  @Test func otherFilesAreNotTakenForPictures() throws {
    #expect(try found("mug.jpg", among: ["mug.txt", "mug", "mugs.jpg", "a mug.jpg"])?.0 == "mug")
    #expect(try found("mug.txt", among: ["mug.jpg"]) == nil)
    #expect(try found("gone/mug.jpg", among: ["mug.jpg"]) == nil)
    #expect(try found("mug.jpg", among: []) == nil)
  }
}
