import Files
import Foundation
import Library
import Posts

/// Writes posts and codes for ever, one transaction each, and says what was acknowledged.
enum Writer {
  static let start = Moment(seconds: 1_800_000_000)
  static let brand = Key<Brand>("harbor")
  static let creator = Key<Creator>("creator")

  /// - Parameter rows: how many; nil for ever.
  static func write(to folder: String, as name: String, rows: Int?) throws {
    let circumstances = Circumstances(at: start, by: "benchmark", command: "write")
    let library = LibraryFolder(path: folder)
    let store = try LibraryStore(library, for: .writing)
    try store.write(circumstances) { writer in
      try writer.save(Brand(key: brand))
      try writer.save(Creator(key: creator))
    }
    var number = 0
    while rows.map({ number < $0 }) ?? true {
      let key = "\(name)-\(number)"
      // Files first, row last, as every command does.
      let file = FileSystem.FolderEntry(name: "01-a.png", bytes: Array("slide of \(key)".utf8))
      try FileSystem.replaceFolder(library.postPath(key), with: [file])
      try store.write(circumstances) { writer in
        try publish(key, slide: file, writer)
        try writer.index(Key(key), slideTexts: ["words of \(key)"])
      }
      acknowledge("post \(key)")
      try store.write(circumstances) { try authorize(key, $0) }
      acknowledge("code \(key)")
      number += 1
    }
  }

  static func publish(
    _ key: String, slide: FileSystem.FolderEntry, _ writer: LibraryWriter
  ) throws {
    try writer.change(Key(key)) { story, now in
      let drawing = Post.Drawing(
        template: "quote", kit: nil, origin: key, format: "png",
        slides: [
          Slide(
            file: slide.name, name: "a", width: 1080, height: 1920, bytes: slide.bytes.count,
            sha256: sha256Hex(slide.bytes))
        ])
      var events = try story.draw(
        drawing, caption: "A caption of \(key)", title: nil, facts: Post.Facts(), at: now)
      events += try story.assign(to: creator, at: now)
      let itemID = itemID(of: key)
      events += try story.publish(
        Publication(
          url: "https://www.tiktok.com/@creator/photo/\(itemID)", itemID: itemID, at: now), at: now)
      return events
    }
  }

  /// A random id: two posts never have the same, as at TikTok.
  static func itemID(of key: String) -> String {
    "7" + (0..<18).map { _ in String(Int.random(in: 0...9)) }.joined()
  }

  static func authorize(_ post: String, _ writer: LibraryWriter) throws {
    let text = "#\(UUID().uuidString.filter { $0 != "-" })="
    let code = SparkCode(secret: text)
    let fingerprint = sha256Hex(Array(text.utf8))
    try writer.keep(code, fingerprint: fingerprint)
    try writer.change(Key(post)) { story, now in
      try story.issue(
        PostEvent.Terms(authorization: Key("\(post)@harbor"), brand: brand, days: 30),
        code: CodeMark(code, sha256: fingerprint), start: now, end: now.adding(days: 30),
        endSource: .counted, at: now)
    }
  }

  private static func acknowledge(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
