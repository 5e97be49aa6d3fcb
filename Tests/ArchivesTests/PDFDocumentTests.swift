import Archives
import Diagnostics
import Testing

@Suite struct PDFDocumentTests {
  /// A gray JPEG whose header says so many pixels; a PDF takes its bytes as they are.
  static func jpeg(width: Int, height: Int) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 255)] }
    return [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF".utf8)
      + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xC0, 0, 11, 8] + two(height) + two(width)
      + [1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xFF, 0xD9]
  }

  static let pages = (1...3).map {
    FileEntry(path: "0\($0).jpg", bytes: jpeg(width: 1080, height: 1350))
  }

  @Test func samePagesAndTitleGiveSameBytes() throws {
    let first = try PDFDocument.bytes(pages: Self.pages, title: "Five mugs")
    #expect(try PDFDocument.bytes(pages: Self.pages, title: "Five mugs") == first)
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.") && text.contains("%%EOF"))
    #expect(!text.contains("CreationDate") && !text.contains("/ID"))
  }

  @Test func eachPictureFillsAPage() throws {
    let bytes = try PDFDocument.bytes(pages: Self.pages, title: "")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.split(separator: "/MediaBox [ 0 0 540 675 ]").count == 4)
    #expect(text.contains("540 0 0 675 0 0 cm"))
    let large = try PDFDocument.bytes(pages: Self.pages, title: "", pixelsPerInch: 72)
    #expect(String(decoding: large, as: UTF8.self).contains("[ 0 0 1080 1350 ]"))
  }

  @Test func theTitleIsUTF16WithoutEmoji() throws {
    let bytes = try PDFDocument.bytes(pages: Self.pages, title: "Caf\u{E9} 🔥 \n ☕")
    #expect(
      String(decoding: bytes, as: UTF8.self).contains("/Title <FEFF00430061006600E900202615>"))
  }

  @Test func aPageOfAnotherSizeIsNamed() {
    let odd = FileEntry(path: "odd.jpg", bytes: Self.jpeg(width: 1080, height: 1920))
    let error = #expect(throws: Diagnostic.self) {
      try PDFDocument.bytes(pages: Self.pages + [odd], title: "")
    }
    #expect(error?.message == "the page \"odd.jpg\" has 1080x1920 px, \"01.jpg\" has 1080x1350 px")
  }

  @Test func whatIsNoJPEGIsRefused() {
    for bytes in [[], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xD9]] {
      #expect(throws: Diagnostic.self) {
        try PDFDocument.bytes(
          pages: [FileEntry(path: "a", bytes: bytes.map(UInt8.init))], title: "")
      }
    }
    #expect(throws: Diagnostic.noPagesForTest) { try PDFDocument.bytes(pages: [], title: "") }
  }

  @Test func truncatedJPEGsDoNotCrash() {
    let whole = Self.jpeg(width: 100, height: 100)
    for length in whole.indices {
      _ = try? PDFDocument.bytes(
        pages: [FileEntry(path: "a", bytes: Array(whole[..<length]))], title: "")
    }
  }
}

extension Diagnostic {
  fileprivate static let noPagesForTest = Diagnostic.error("a PDF needs at least one page")
}
