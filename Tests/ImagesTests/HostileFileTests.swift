import Diagnostics
import Images
import Pixels
import TestSupport
import Testing

@Suite struct HostileFileTests {
  private let picture = Samples.gradient(90, 60)

  private func files() throws -> [[UInt8]] {
    try [ImageEncoding.png(.fast), .jpeg, .webp].map { try Samples.encoded(picture, $0) }
      + [JPEGFiles.progressive, JPEGFiles.adobeYCCK, JPEGFiles.gray].map(Samples.bytes(hex:))
  }

  @Test func aFileCutOffAnywhereIsAnError() throws {
    for (number, file) in try files().enumerated() {
      for part in 0..<19 {
        let cut = Array(file[..<(file.count * part / 20)])
        let problem = try #require(throws: Diagnostic.self, "file \(number), \(part) / 20") {
          _ = try decode(cut)
        }
        #expect(problem.severity == .error && problem.message.hasPrefix("\"photo\" is "))
      }
    }
  }

  @Test func theMessageSaysWhatIsWrong() throws {
    let cut = try files().map { try complaint(Array($0[..<($0.count * 9 / 10)])).message }
    #expect(cut[0] == "\"photo\" is a damaged PNG: only 93 % of its pixels are there")
    #expect(cut[1] == "\"photo\" is a damaged JPEG: only 80 % of its pixels are there")
    #expect(cut[2] == "\"photo\" is a damaged WebP: it ends too early")
  }

  @Test func changedBytesNeverCrash() throws {
    var numbers = SeededNumbers(seed: 11)
    var failures = 0
    for file in try files() {
      for _ in 0..<150 {
        var changed = file
        for _ in 0..<Int.random(in: 1...8, using: &numbers) {
          let at = changed.indices.randomElement(using: &numbers)!
          changed[at] = UInt8.random(in: 0...255, using: &numbers)
        }
        do {
          let image = try EncodedImage(changed, named: "photo")
          // A changed header may ask for a lot, within the limits; that costs time only.
          if image.header.width * image.header.height > 1_000_000 { continue }
          let bitmap = try image.decoded()
          #expect(bitmap.width == image.header.width && bitmap.height == image.header.height)
        } catch {
          #expect(error.severity == .error)
          failures += 1
        }
      }
    }
    #expect(failures > 100)
  }

  @Test func aPictureOfTooManyPixelsIsRefusedByItsHeader() throws {
    let png = Samples.png(width: 20_000, height: 20_000, depth: 8, colorType: 2, rows: [])
    let problem = try complaint(png)
    #expect(
      problem.message == "\"photo\" is a PNG of 20,000 × 20,000 px (400 megapixels);"
        + " the limit for such a file is 250 megapixels")
    #expect(problem.hints == ["scale it down; a slide shows at most some 4,000 px a side"])
    let interlaced = Samples.png(
      width: 10_000, height: 10_000, depth: 8, colorType: 2, rows: [], isInterlaced: true)
    #expect(
      try complaint(interlaced).message.hasSuffix("the limit for such a file is 80 megapixels"))
    let long = Samples.png(width: 30_001, height: 1, depth: 8, colorType: 2, rows: [])
    #expect(try complaint(long).message.hasSuffix("the limit is 30,000 px a side"))
    let endless = Samples.png(
      width: 0xffff_ffff, height: 0xffff_ffff, depth: 8, colorType: 2, rows: [])
    #expect(try complaint(endless).message.contains("4,294,967,295 × 4,294,967,295 px"))
  }

  @Test func hugeJPEGAndWebPHeadersAreRefused() throws {
    var jpeg = try files()[1]
    let frame = try #require(
      jpeg.indices.dropLast(9).first { jpeg[$0...].starts(with: [0xff, 0xc0]) })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0x70, 0, 0x70, 0])
    #expect(try complaint(jpeg).message.contains("is a JPEG of 28,672 × 28,672 px"))
    var webp = try files()[2]
    webp.replaceSubrange(26..<30, with: [0xff, 0x3f, 0xff, 0x3f])
    #expect(try complaint(webp).message.contains("is a WebP of 16,383 × 16,383 px"))
  }

  @Test func aSizeOfZeroIsDamage() throws {
    let flat = Samples.png(width: 4, height: 0, depth: 8, colorType: 2, rows: [])
    #expect(
      try complaint(flat).message == "\"photo\" is a damaged PNG: its size is 4 × 0 px")
  }

  @Test func otherFilesAreNamed() throws {
    let place = SourceLocation(file: "feed.csv", line: 2, column: 5)
    let files: [(String, String)] = [
      ("", "\"a\" is empty, not a picture"),
      ("hello", "\"a\" is not a picture Flint knows"),
      ("BM......", "\"a\" is a BMP, which Flint does not read"),
      ("\0\0\0\u{c}JXL \r\n", "\"a\" is a JPEG XL, which Flint does not read"),
      ("II*\0\u{8}\0\0\0..", "\"a\" is a TIFF or a camera's RAW, which Flint does not read"),
      ("II*\0\u{10}\0\0\0CR", "\"a\" is a Canon RAW, which Flint does not read"),
      ("....ftypcrx ....", "\"a\" is a Canon RAW, which Flint does not read"),
      ("8BPS....", "\"a\" is a Photoshop file, which Flint does not read"),
      ("....ftypisom....", "\"a\" is a video, which Flint does not read"),
      (
        "\u{FEFF}\n<!-- shop -->\n<!doctype html><html>",
        "\"a\" is an HTML page that was saved as a picture, which Flint does not read"
      ),
      ("<?xml version='1.0'?><svg>", "\"a\" is an SVG, which Flint does not read"),
    ]
    for (text, message) in files {
      let problem = try #require(throws: Diagnostic.self) {
        _ = try EncodedImage(Array(text.utf8), named: "a", at: place)
      }
      #expect(problem.message == message && problem.location == place)
    }
    let app =
      Array("\u{89}PNG\r\n\u{1a}\n".unicodeScalars.map { UInt8($0.value) })
      + Samples.chunk("CgBI", [0x50, 0, 0x20, 6])
    #expect(try complaint(app).message.contains("PNG packed for an iPhone's app"))
  }

  @Test func tooManyBytesAreRefusedUnread() throws {
    let problem = try complaint([UInt8](repeating: 0x89, count: ImageLimits.bytes + 1))
    #expect(
      problem.message
        == "\"photo\" has 100,000,001 bytes; the limit for a picture is 100,000,000")
  }
}
