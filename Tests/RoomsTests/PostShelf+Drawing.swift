import Files
import Library
import Posts

/// Drawings with true digests.
extension PostShelf {
  static let circumstances = Circumstances(at: now, by: "tester", command: "test")

  /// Two slides of the same bytes.
  func record(
    _ key: String = "mug", caption: String = "A mug.", bytes: [UInt8], file ending: String = "png"
  ) -> PostRecord {
    let digest = sha256Hex(bytes)
    return PostRecord(
      key: key, template: PostRecord.Template(name: "card", digest: digest), kit: nil, row: nil,
      size: [160, 240], format: ending, fonts: [], caption: caption,
      slides: (1...2).map { number in
        PostRecord.Slide(
          file: "0\(number)-card.\(ending)", name: "card", width: 160, height: 240,
          bytes: bytes.count, sha256: digest, alt: [], text: "A mug")
      }, origin: digest)
  }

  func files(of record: PostRecord, bytes: [UInt8]) -> [FileSystem.FolderEntry] {
    record.slides.map { FileSystem.FolderEntry(name: $0.file, bytes: bytes) } + [
      FileSystem.FolderEntry(name: "caption.txt", bytes: Array((record.caption + "\n").utf8))
    ]
  }

  /// Draws a post, or draws it again.
  func draw(_ key: String = "mug", caption: String = "A mug.", bytes: [UInt8]) throws {
    let record = record(key, caption: caption, bytes: bytes)
    let staged = try store.folder.stage(record, files: files(of: record, bytes: bytes))
    try store.write(Self.circumstances) { writer in
      try writer.change(Key(key)) { story, now in
        try story.draw(
          Post.Drawing(record, version: 1, previous: nil), caption: caption, title: nil,
          facts: Post.Facts(), at: now)
      }
      try writer.make(staged)
    }
  }
}
