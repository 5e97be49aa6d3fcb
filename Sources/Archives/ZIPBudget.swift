/// How much an archive may cost; what exceeds it is refused while it is read, never afterwards.
public struct ZIPBudget: Sendable {
  /// Bytes of the archive itself; it is held in memory whole, twice.
  public var archiveBytes: Int
  /// Files and folders.
  public var entries: Int
  /// Bytes of one unpacked file.
  public var entryBytes: Int
  /// Bytes of everything that is unpacked from the archive.
  public var totalBytes: Int
  /// How many times as large as its packed bytes a file may become.
  public var ratio: Int

  public init(archiveBytes: Int, entries: Int, entryBytes: Int, totalBytes: Int, ratio: Int) {
    self.archiveBytes = archiveBytes
    self.entries = entries
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
  }

  /// A bundle of posts: 35 slides in two formats are some 70 MB, and a hand-off may hold several
  /// posts. Slides do not shrink, texts do by some ten times.
  public static let bundle = ZIPBudget(
    archiveBytes: 512_000_000, entries: 10_000, entryBytes: 64_000_000,
    totalBytes: 1_000_000_000, ratio: 200)

  /// A spreadsheet: a sheet of 100,000 ads and days is some 200 MB of XML, and shrinks by 10 to 60
  /// times, since every cell repeats the same words.
  public static let workbook = ZIPBudget(
    archiveBytes: 64_000_000, entries: 2_000, entryBytes: 256_000_000,
    totalBytes: 512_000_000, ratio: 300)

  /// Up to here a file may shrink by any ratio: a small one that repeats itself is no bomb.
  static let bytesOfAnyRatio = 4_000_000

  /// The most that a file of so many packed bytes may become.
  func limit(packedBytes: Int) -> Int {
    let (product, overflows) = packedBytes.multipliedReportingOverflow(by: ratio)
    return overflows ? .max : max(product, Self.bytesOfAnyRatio)
  }
}
