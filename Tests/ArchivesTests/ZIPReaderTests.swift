import Archives
import Diagnostics
import Testing

@Suite struct ZIPReaderTests {
  private func entries(_ zip: RawZIP, _ budget: ZIPBudget = .bundle) throws -> [FileEntry] {
    try ZIPReader(zip.bytes, file: "a.zip", budget: budget).entries()
  }

  /// The sentence of what is refused, without the place.
  private func refusal(_ zip: RawZIP, _ budget: ZIPBudget = .bundle) -> String {
    refusal(zip.bytes, budget)
  }

  private func refusal(_ bytes: [UInt8], _ budget: ZIPBudget = .bundle) -> String {
    do {
      _ = try ZIPReader(bytes, file: "a.zip", budget: budget).entries()
      return ""
    } catch let error as Diagnostic {
      return error.message
    } catch let error as DiagnosticsError {
      return error.diagnostics.map(\.message).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  private func entry(_ change: (inout RawZIP.Entry) -> Void) -> RawZIP {
    var entry = RawZIP.Entry("a.txt", "hello")
    change(&entry)
    return RawZIP([entry])
  }

  // MARK: What honest programs write

  @Test func foldersHaveNoEntryOfTheirOwn() throws {
    var folder = RawZIP.Entry("slides/", "")
    folder.attributes = 0o040755 << 16 | 0x10
    let zip = RawZIP([folder, RawZIP.Entry("slides/a.txt", "hello")])
    let reader = try ZIPReader(zip.bytes, file: "a.zip")
    #expect(reader.paths == ["slides/a.txt"])
    #expect(try reader.entry("slides/") == nil)
    #expect(try reader.entries() == [FileEntry(path: "slides/a.txt", bytes: Array("hello".utf8))])
  }

  @Test func commentsAndLargeSizesAreUnderstood() throws {
    var zip = entry {
      $0.size = 0xFFFF_FFFF
      $0.packedSize = 0xFFFF_FFFF
      $0.extra = [0xCA, 0xFE, 0, 0, 1, 0, 16, 0] + RawZIP.eight(5) + RawZIP.eight(5)
    }
    zip.comment = Array("made by PK\u{5}\u{6}, a comment that is long enough".utf8)
    let reader = try ZIPReader(zip.bytes, file: "a.zip")
    #expect(reader.paths == ["a.txt"])
  }

  // MARK: Paths

  @Test(arguments: [
    ("../a", "has a part that is empty, \".\" or \"..\" in its path"),
    ("a/../../b", "has a part that is empty, \".\" or \"..\" in its path"),
    ("a/..", "has a part that is empty, \".\" or \"..\" in its path"),
    ("a//b", "has a part that is empty, \".\" or \"..\" in its path"),
    ("./a", "has a part that is empty, \".\" or \"..\" in its path"),
    ("/etc/passwd", "has an absolute path; paths start in the archive"),
    ("//server/a", "has an absolute path; paths start in the archive"),
    ("..\\a", "has a backslash in its path; folders end with /"),
    ("C:\\a", "has a backslash in its path; folders end with /"),
    ("C:a", "has a colon in its path, as drives have"),
    ("a.txt:stream", "has a colon in its path, as drives have"),
    ("a. ", "has a part that ends with a dot or a space in its path"),
    ("a./b", "has a part that ends with a dot or a space in its path"),
    ("b/COM1.txt", "is named like a device of Windows"),
  ])
  func pathsThatLeaveTheFolderAreRefused(path: String, reason: String) {
    #expect(refusal(RawZIP([.init(path)])) == "the entry \"\(path)\" \(reason)")
  }

  @Test(arguments: [
    ("a\u{0}b", "a\\u{0}b"), ("a\nb", "a\\u{a}b"), ("a\u{1B}[2J", "a\\u{1b}[2J"),
    ("a\u{202E}gpj.exe", "a\\u{202e}gpj.exe"), ("a\u{7F}", "a\\u{7f}"),
  ])
  func controlCharactersAreRefusedAndNotPrinted(path: String, shown: String) {
    #expect(
      refusal(RawZIP([.init(path)])) == "the entry \"\(shown)\" has a control character in its path"
    )
  }

  @Test func namesThatAreNoTextAreRefused() {
    #expect(refusal(entry { $0.name = [0x61, 0xFF] }).hasSuffix("has a name that is not UTF-8"))
    #expect(refusal(entry { $0.name = [] }) == "the entry \"number 1\" has no name")
    let deep = String(repeating: "a/", count: 16) + "b"
    #expect(refusal(RawZIP([.init(deep)])).hasSuffix("lies in more than 15 folders"))
    let long = String(repeating: "a/", count: 600) + "b"
    #expect(refusal(RawZIP([.init(long)])).hasSuffix("has a name that is too long"))
    let name = String(repeating: "a", count: 256)
    #expect(refusal(RawZIP([.init(name)])).hasSuffix("has a name that is too long"))
  }

  @Test func everyRefusedEntryIsNamed() {
    let found = refusal(RawZIP([.init("../a"), .init("b"), .init("/c")]))
    #expect(found.split(separator: "\n").count == 2)
    let many = refusal(RawZIP((0..<100).map { .init("../\($0)") }))
    #expect(many.split(separator: "\n").count == 20)
  }

  @Test(arguments: [
    ["a.txt", "A.TXT"], ["caf\u{E9}", "cafe\u{301}"], ["straße", "STRASSE"], ["a", "a/b"],
    ["a/b", "A"], ["x/B/c", "X/b"],
  ])
  func namesThatSomeSystemTakesForOneAreRefused(paths: [String]) {
    #expect(
      refusal(RawZIP(paths.map { .init($0) }))
        == "\"\(paths[0])\" and \"\(paths[1])\" are the same name on some systems")
  }

  @Test func twoFilesOfOneNameAreRefused() {
    #expect(
      refusal(RawZIP([.init("a", "1"), .init("a", "2")])) == "the archive has two files \"a\"")
  }

  @Test func filesOfOneFolderWrittenInTwoWaysAreOneFoldersFiles() throws {
    #expect(try entries(RawZIP([.init("A/b"), .init("a/c")])).count == 2)
  }

  // MARK: Kinds

  @Test func linksAndDevicesAreRefused() {
    #expect(
      refusal(entry { $0.attributes = 0o120777 << 16 })
        == "the entry \"a.txt\" is a link, not a file")
    let dos = refusal(
      entry {
        $0.system = 0
        $0.attributes = 0o120777 << 16
      })
    #expect(dos.hasSuffix("is a link, not a file"), "whatever system it claims to come from")
    let reparse = refusal(
      entry {
        $0.system = 10
        $0.attributes = 0x400
      })
    #expect(reparse.hasSuffix("is a link, not a file"))
    for type in [0o02, 0o01, 0o06, 0o14, 0o04] {
      #expect(
        refusal(entry { $0.attributes = type << 28 }).hasSuffix("is neither a file nor a folder"))
    }
  }

  @Test func encryptedEntriesAreRefused() {
    #expect(refusal(entry { $0.flags = 1 }) == "the entry \"a.txt\" is encrypted")
    #expect(refusal(entry { $0.flags = 0x2000 }) == "the entry \"a.txt\" is encrypted")
  }

  @Test func otherMethodsAreRefused() {
    #expect(
      refusal(entry { $0.method = 12 })
        == "the entry \"a.txt\" is compressed by method 12; only stored and deflated ones are read")
  }

  @Test func foldersHoldNoBytes() {
    var folder = RawZIP.Entry("a/", "x")
    folder.attributes = 0o040755 << 16
    #expect(refusal(RawZIP([folder])) == "the entry \"a/\" is a folder that holds bytes")
  }

  // MARK: Headers that lie

  @Test func headersThatDifferAreRefused() {
    let differ = "the archive describes the entry \"a.txt\" in two ways that differ"
    #expect(refusal(entry { $0.localName = Array("b.txt".utf8) }) == differ)
    #expect(refusal(entry { $0.localMethod = 8 }) == differ)
    #expect(refusal(entry { $0.size = 3 }) == differ)
    #expect(refusal(entry { $0.offset = 1 }) == differ)
  }

  @Test func entriesThatShareBytesAreRefused() {
    var second = RawZIP.Entry("b.txt")
    // The first one's bytes hold a whole local header of the second's name.
    var first = RawZIP.Entry("a.txt")
    let inner = RawZIP([RawZIP.Entry("b.txt")])
    first.content = Array(inner.bytes.prefix(36))
    second.offset = 35
    #expect(
      refusal(RawZIP([first, second]))
        == "the entries \"a.txt\" and \"b.txt\" share bytes of the archive")
  }

  @Test func bytesBeyondTheFileAreRefused() {
    let zip = entry {
      $0.size = 5_000
      $0.packedSize = 5_000
    }
    #expect(refusal(zip) == "the bytes of the entry \"a.txt\" reach beyond their place")
  }

  @Test func aSizeThatIsNotThatOfTheBytesIsRefused() throws {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 1_234)
    var bytes = try ZIPWriter.bytes([FileEntry(path: "a.txt", bytes: text)])
    #expect(refusal(bytes).isEmpty)
    for index in bytes.indices.dropLast(4)
    where Array(bytes[index..<(index + 4)]) == RawZIP.four(1_234) {
      bytes.replaceSubrange(index..<(index + 4), with: RawZIP.four(1_000))
    }
    #expect(refusal(bytes) == "the archive describes the entry \"a.txt\" in two ways that differ")
  }

  @Test func wrongChecksumsAreRefused() {
    #expect(refusal(entry { $0.crc = 7 }).hasPrefix("the entry \"a.txt\" is damaged"))
  }

  @Test func damagedDirectoriesAreRefused() {
    let damaged = "the archive's list of files is damaged"
    for change in [
      { (zip: inout RawZIP) in zip.count = 2 }, { $0.count = 0 }, { $0.directoryOffset = 0 },
      { $0.directorySize = 40 }, { $0.directoryOffset = 0xFFFF_FFFF },
      { $0.directorySize = 0x7FFF_FFFF },
    ] {
      var zip = entry { _ in }
      change(&zip)
      #expect(refusal(zip) == damaged)
    }
    var disks = entry { _ in }
    disks.disk = 1
    #expect(refusal(disks) == "the archive is a part of several")
  }

  @Test func bytesBehindTheEndAreRefused() {
    #expect(refusal(entry { _ in }.bytes + [0]).hasPrefix("this is no ZIP archive"))
    #expect(refusal([]).hasPrefix("this is no ZIP archive"))
    #expect(refusal(Array("hello".utf8)).hasPrefix("this is no ZIP archive"))
  }

  // MARK: Budgets

  private func budget(_ change: (inout ZIPBudget) -> Void) -> ZIPBudget {
    var budget = ZIPBudget.bundle
    change(&budget)
    return budget
  }

  @Test func countsAndSizesAreLimited() throws {
    let zip = RawZIP([.init("a", "12345"), .init("b", "12345")])
    #expect(
      refusal(zip, budget { $0.entries = 1 }) == "the archive has 2 entries; 1 at most are read")
    #expect(
      refusal(zip, budget { $0.archiveBytes = 100 }).hasSuffix("bytes; 100 at most are read"))
    #expect(
      refusal(zip, budget { $0.entryBytes = 4 })
        == "the entry \"a\" unpacks to more than 4 bytes")
    #expect(
      refusal(zip, budget { $0.totalBytes = 9 })
        == "the archive unpacks to more than 9 bytes, at the entry \"b\"")
    #expect(refusal(zip, budget { $0.totalBytes = 10 }).isEmpty)
  }

  @Test func readingOneByOneCountsToo() throws {
    let zip = RawZIP([.init("a", "12345"), .init("b", "12345")])
    let reader = try ZIPReader(zip.bytes, file: "a.zip", budget: budget { $0.totalBytes = 9 })
    #expect(try reader.entry("b")?.bytes.count == 5)
    #expect(throws: Diagnostic.self) { try reader.entry("a") }
  }

  @Test func bombsAreStoppedWhileUnpacking() throws {
    // 20 MB of zeros become 20 kB.
    let zeros = [UInt8](repeating: 0, count: 20_000_000)
    var bytes = try ZIPWriter.bytes([FileEntry(path: "bomb.txt", bytes: zeros)])
    #expect(
      refusal(bytes) == "the entry \"bomb.txt\" unpacks to more than 200 times its packed size")
    // The same, with headers that promise 1 kB.
    let honest = RawZIP.four(zeros.count)
    for index in bytes.indices.dropLast(4) where Array(bytes[index..<(index + 4)]) == honest {
      bytes.replaceSubrange(index..<(index + 4), with: RawZIP.four(1_000))
    }
    #expect(!refusal(bytes).isEmpty)
    #expect(refusal(bytes, budget { $0.entryBytes = 500_000 }).contains("500000 bytes"))
  }

  @Test func smallTextsMayRepeatThemselves() throws {
    let spaces = [UInt8](repeating: 0x20, count: 3_000_000)
    let bytes = try ZIPWriter.bytes([FileEntry(path: "a.txt", bytes: spaces)])
    #expect(try ZIPReader(bytes, file: "a.zip").entries()[0].bytes == spaces)
  }

  @Test func aFileIsReadFromItsPath() throws {
    #expect(throws: DiagnosticsError.self) { try ZIPReader(path: "/nowhere/a.zip") }
  }

  // MARK: Hostile bytes

  @Test func truncatedArchivesAreRefused() throws {
    let whole = try ZIPWriter.bytes([
      FileEntry(path: "a.txt", bytes: Array("hello hello hello".utf8)),
      FileEntry(path: "b.jpg", bytes: [0xFF, 0xD8, 0xFF]),
    ])
    for length in whole.indices {
      #expect(!refusal(Array(whole[..<length])).isEmpty)
    }
  }

  @Test func damagedArchivesNeverCrash() throws {
    let whole = try ZIPWriter.bytes([
      FileEntry(path: "a.txt", bytes: Array("hello hello hello hello".utf8)),
      FileEntry(path: "b/c.jpg", bytes: [0xFF, 0xD8, 0xFF]),
    ])
    var random = Seeded(state: 4)
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      _ = refusal(bytes)
    }
  }
}
