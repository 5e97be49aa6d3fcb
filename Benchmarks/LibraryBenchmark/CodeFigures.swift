import Files
import Foundation
import Library
import Posts

/// How long it takes to look for the codes of a large library in a text.
enum CodeFigures {
  private static let codes = 300_000
  private static let circumstances = Circumstances(
    at: Writer.start, by: "benchmark", command: "fill")

  static func measure() throws {
    let folder = try ScratchFolder()
    let store = try LibraryStore(LibraryFolder(path: folder.path), for: .writing)
    try store.write(circumstances) { writer in
      for number in 0..<codes {
        let code = code(number)
        try writer.keep(code, fingerprint: sha256Hex(Array(code.secret.utf8)))
      }
    }
    let words = """
      Slow mornings need one good mug: stoneware, glazed by hand in Hamburg, made to be held with \
      both hands. Six colors, each fired twice. Free shipping until Sunday with the word AUTUMN26. \
      See https://example.com/mugs?utm_source=tiktok&utm_campaign=autumn&gclid=Cj0KCQiA3sq6BhD2ARIs\
      AJ8MRwXk4Qv7 for all of them. #slowmornings #coffeetok #handmade #ceramics #MadeInHamburg \
      Tell us which one is yours, and we answer before the kettle boils. Thank you for being here.
      """
    for (name, text) in [
      ("look for codes: a title", "A mug for slow mornings"),
      ("look for codes: a caption", words),
      ("look for codes: with one in it", "\(words) \(code(4_711).secret)"),
      ("look for codes: 4,000 letters", String(repeating: words + "\n", count: 8)),
    ] {
      try store.read { reader in
        var best = Double.infinity
        var found = 0
        for _ in 0..<50 {
          let start = ContinuousClock.now
          found = try reader.codes(in: text).count
          best = min(best, (ContinuousClock.now - start) / .seconds(1))
        }
        print(
          String(
            format: "%@ %7.2f ms  of %d characters among 300,000 codes  (%d)",
            name.padding(toLength: 32, withPad: " ", startingAt: 0), best * 1000, text.count, found)
        )
      }
    }
  }

  /// The same for each number, and as random as TikTok's.
  private static func code(_ number: Int) -> SparkCode {
    let digest = sha256Hex(Array("code \(number)".utf8))
    let bytes = Data(digest.utf8.prefix(33).enumerated().map { $1 &* 7 &+ UInt8($0) })
    return SparkCode(secret: "#\(bytes.base64EncodedString())=")
  }
}
