import Archives
import Diagnostics
import Testing

@Suite struct ZIPWriterTests {
  static let entries = [
    FileEntry(path: "manifest.json", bytes: Array(repeating: UInt8(ascii: "a"), count: 5_000)),
    FileEntry(path: "slides/01-hook.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]),
    FileEntry(path: "slides/señal-日本.txt", bytes: Array("hello".utf8)),
    FileEntry(path: "empty.txt", bytes: []),
  ]

  @Test func sameEntriesGiveSameBytes() throws {
    #expect(try ZIPWriter.bytes(Self.entries) == ZIPWriter.bytes(Self.entries))
    #expect(try ZIPWriter.bytes(Self.entries) != ZIPWriter.bytes(Self.entries.reversed()))
  }

  @Test func whatIsWrittenIsReadInItsOrder() throws {
    let reader = try ZIPReader(ZIPWriter.bytes(Self.entries), file: "a.zip")
    #expect(reader.paths == Self.entries.map(\.path))
    #expect(try reader.entries() == Self.entries)
    #expect(try reader.entry("empty.txt")?.bytes == [])
    #expect(try reader.entry("Empty.txt") == nil)
  }

  @Test func picturesAreStoredAndTextIsDeflated() throws {
    let picture: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47] + Array(repeating: UInt8(7), count: 4_000)
    let stored = try ZIPWriter.bytes([FileEntry(path: "a.png", bytes: picture)])
    #expect(stored.count > 4_000)
    let text = Array(repeating: UInt8(ascii: "x"), count: 4_000)
    #expect(try ZIPWriter.bytes([FileEntry(path: "a.txt", bytes: text)]).count < 300)
  }

  /// The whole file: header, bytes, directory, end. Change it only knowingly: it is what makes an
  /// archive the same tomorrow.
  @Test func headersHoldNothingButTheEntry() throws {
    let bytes = try ZIPWriter.bytes([FileEntry(path: "a.pdf", bytes: Array("%PDF-".utf8))])
    let date: [UInt8] = [0x00, 0x00, 0x21, 0x00]
    #expect(Array(bytes[10..<14]) == date)
    #expect(bytes.count == 30 + 5 + 5 + 46 + 5 + 22)
    let directory = Array(bytes[40...])
    #expect(directory[5] == 3, "made on Unix")
    #expect(Array(directory[12..<16]) == date)
    #expect(Array(directory[38..<42]) == [0, 0, 0xA4, 0x81], "0100644")
  }

  @Test func namesBeyondASCIIAreMarkedAsUTF8() throws {
    let bytes = try ZIPWriter.bytes([FileEntry(path: "é", bytes: [1])])
    #expect(bytes[7] & 0x08 != 0)
  }

  @Test func noEntriesMakeAnEmptyArchive() throws {
    let bytes = try ZIPWriter.bytes([])
    #expect(try ZIPReader(bytes, file: "a.zip").paths.isEmpty)
  }

  @Test(arguments: ["", "/a", "../a", "a/../b", "a//b", "./a", "a\\b", "C:a", "a\u{0}", "nul.txt"])
  func pathsThatWouldBeRefusedAreNotWritten(path: String) {
    #expect(throws: Diagnostic.self) {
      try ZIPWriter.bytes([FileEntry(path: path, bytes: [])])
    }
  }

  @Test func foldersAreNotWrittenAsFiles() {
    #expect(throws: Diagnostic.self) {
      try ZIPWriter.bytes([FileEntry(path: "a/", bytes: [])])
    }
  }

  @Test func namesThatSomeSystemTakesForOneAreNotWritten() {
    let error = #expect(throws: Diagnostic.self) {
      try ZIPWriter.bytes([
        FileEntry(path: "Caf\u{E9}.txt", bytes: []), FileEntry(path: "cafe\u{301}.TXT", bytes: []),
      ])
    }
    #expect(error?.message.hasSuffix("are the same name on some systems") == true)
  }
}
