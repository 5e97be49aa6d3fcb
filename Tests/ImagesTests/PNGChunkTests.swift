import Diagnostics
import Pixels
import Testing

@testable import Images

/// A PNG's chunks are held to the file's size, and only those that hold the picture come to libpng,
/// which takes memory for what they claim.
@Suite struct PNGChunkTests {
  private static let kinds = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
    "cLLI", "tEXt", "zTXt", "iTXt", "bKGD", "hIST", "pHYs", "sPLT", "eXIf", "tIME", "acTL", "fcTL",
    "fdAT", "oFFs", "pCAL", "sCAL", "sTER", "vpAg", "prVt", "abCd",
  ]
  /// Those that libpng would gather whole, or unpack, before it knows better.
  private static let bulky = ["tEXt", "zTXt", "iTXt", "sPLT", "eXIf", "sCAL", "iCCP", "abCd"]

  private func picture(extra: [UInt8] = []) -> [UInt8] {
    let rows: [UInt8] = [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 90, 200]
    return Samples.png(width: 2, height: 2, depth: 8, colorType: 2, rows: rows, extra: extra)
  }

  /// A chunk that says it has `claimed` bytes.
  private func chunk(_ kind: String, claiming claimed: Int) -> [UInt8] {
    Samples.bigEndian(claimed) + Array(Samples.chunk(kind, Array(repeating: 7, count: 24))[4...])
  }

  @Test(arguments: kinds.filter { $0 != "IDAT" }) func aChunkThatClaimsMoreThanTheFileHasIsNamed(
    kind: String
  ) throws {
    let file = picture(extra: chunk(kind, claiming: 0x7e00_0031))
    let problem = try complaint(file)
    // After the signature and IHDR.
    #expect(
      problem.message == "\"photo\" is a damaged PNG: its chunk \"\(kind)\" at byte 33 claims"
        + " 2,113,929,265 bytes, but \(file.count - 45) can follow")
    #expect(problem.hints == ["export or download it again"])
  }

  @Test func theFileThatTookTwoGigabytesIsRefusedByItsHeader() throws {
    let file = Array(picture(extra: chunk("tEXt", claiming: 0x7e00_0031))[..<81])
    let place = SourceLocation(file: "feed.csv", line: 2, column: 5)
    let problem = try #require(throws: Diagnostic.self) {
      _ = try ImageHeader(file, named: "a.png", at: place)
    }
    #expect(
      problem.message == "\"a.png\" is a damaged PNG: its chunk \"tEXt\" at byte 33 claims"
        + " 2,113,929,265 bytes, but 36 can follow")
    #expect(problem.location == place)
  }

  @Test func behindThePixelsAClaimEndsTheFile() throws {
    let file = picture()
    let end = file.count - 12
    for (claimed, isWhole) in [(0, true), (1, false), (0xffff_ffff, false)] {
      let changed = Array(file[..<end] + Samples.bigEndian(claimed) + file[(end + 4)...])
      #expect(try decode(changed) == decode(file))
      #expect(try warnings(changed).isEmpty == isWhole)
    }
  }

  @Test func pixelsWithoutAnythingBehindThemAreDrawn() throws {
    let file = picture(extra: Samples.chunk("tEXt", Array("a\0b".utf8)))
    let end = file.count - 12
    // From the middle of IDAT's checksum on.
    for count in end - 2..<file.count {
      let cut = Array(file[..<count])
      #expect(try decode(cut) == decode(file))
      #expect(
        try warnings(cut).map(\.message) == [
          "\"photo\" is an odd PNG, drawn all the same: it has no end"
        ])
    }
    #expect(try warnings(file).isEmpty)
  }

  @Test func aWrongChecksumOfPixelsThatAreRightIsAWarning() throws {
    let right = picture()
    let end = right.count - 12
    // The chunk's checksum, then that of the zlib stream with the chunk's made right again.
    var wrongChunk = right
    wrongChunk[end - 1] ^= 1
    #expect(try decode(wrongChunk) == decode(right))
    #expect(try warnings(wrongChunk).map(\.message).first?.contains("checksum") == true)
    var data = Array(right[41..<end - 4])
    data[data.count - 1] ^= 1
    let wrongStream = Array(right[..<33]) + Samples.chunk("IDAT", data) + Array(right[end...])
    #expect(try decode(wrongStream) == decode(right))
    #expect(
      try warnings(wrongStream).map(\.message) == [
        "\"photo\" is an odd PNG, drawn all the same: the checksum of its pixels is wrong"
      ])
    // Another color, as neither sum has it.
    var changed = right
    changed[end - 10] ^= 0x40
    #expect(try complaint(changed).message.contains("not those that were saved"))
  }

  @Test func missingPixelsAreAnErrorThatSaysHowManyThereAre() throws {
    let rows = (0..<64).flatMap { _ in [0] + [UInt8](repeating: 7, count: 48) }
    let file = Samples.png(width: 16, height: 64, depth: 8, colorType: 2, rows: rows)
    let half = Array(file[..<(41 + 7 + rows.count / 2)])
    #expect(
      try complaint(half).message == "\"photo\" is a damaged PNG: only 50 % of its pixels are there"
    )
    #expect(
      try complaint(Array(file[..<43])).message
        == "\"photo\" is a damaged PNG: it ends before its pixels begin")
  }

  @Test func aChunkBehindManyIsFound() throws {
    let many = (0..<20_000).flatMap { _ in Samples.chunk("tEXt", []) }
    let file = picture(extra: many + chunk("zTXt", claiming: 0x7e00_0031))
    #expect(try complaint(file).message.contains("chunk \"zTXt\" at byte 240,033 claims"))
  }

  @Test func aKindThatIsNoNameIsNotShown() throws {
    let file = picture(extra: chunk("\u{1B}[2J", claiming: 0x7e00_0031))
    #expect(try complaint(file).message.contains(": its chunk at byte 33 claims 2,113,929,265"))
  }

  @Test func aFileCutOffAtAnyByteSaysSo() throws {
    let file = picture(extra: Samples.chunk("tEXt", Array("a\0b".utf8)))
    // Up to the last byte of the last row; the stream's checksum and the chunk's are behind it.
    for count in 33..<file.count - 12 - 4 - 4 {
      let message = try complaint(Array(file[..<count])).message
      #expect(
        message.contains(" can follow") || message.hasSuffix("of its pixels are there")
          || message.hasSuffix("it ends before its pixels begin")
          || message == "\"photo\" is a damaged PNG: it ends at byte \(count), before its last"
            + " chunk",
        "\(count)"
      )
    }
  }

  @Test(arguments: bulky) func wholeChunksChangeNothing(kind: String) throws {
    let plain = try decode(picture())
    for count in [0, 1, 300, 70_000] {
      let file = picture(extra: Samples.chunk(kind, Array(repeating: 0x41, count: count)))
      #expect(try decode(file) == plain)
    }
    #expect(try decode(picture() + Array("what follows the end".utf8)) == plain)
  }

  @Test func anOrientationBehindThePixelsIsStillRead() throws {
    let file = picture()
    let end = file.count - 12
    let turned = file[..<end] + Samples.chunk("eXIf", Samples.exif(6)) + file[end...]
    #expect(try ImageHeader(Array(turned)).orientation.swapsSides)
  }
}
