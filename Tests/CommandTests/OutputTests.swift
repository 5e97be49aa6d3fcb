import TestSupport
import Testing

/// What becomes of results that cannot be written, and of dry runs.
@Suite struct OutputTests {
  @Test(arguments: ["template list", "brand list", "post list"])
  func aClosedOutputIsAnErrorAndSaid(command: String) throws {
    let shop = try SparkShop()
    try shop.folder.write("flint \(command) >&-", to: "closed.sh")
    let result = try FlintProcess.shell("closed.sh", in: shop.folder)
    #expect(result.code == 1)
    #expect(result.errors == "error: cannot write the output: bad file descriptor\n")
  }

  @Test func aFullDiskIsAnErrorAndSaid() throws {
    let shop = try SparkShop()
    try shop.folder.write("flint template list > /dev/full", to: "full.sh")
    let result = try FlintProcess.shell("full.sh", in: shop.folder)
    #expect(result.code == 1)
    #expect(result.errors == "error: cannot write the output: no space left on device\n")
  }

  @Test(arguments: [
    "ad plan mug --advertiser 7100000000000000001 --name One",
    "ad submit one --tiktok-id 1790000000000000001", "ad status one live",
    "ad end one --because finished", "ad metrics import report.csv --brand harbor",
    "brand add harbor", "creator add @mia", "advertiser add 7100000000000000001 --brand harbor",
    "agreement add @mia harbor --share 5%",
    "agreement pay mia@harbor --amount 300USD", "code request mug --brand harbor",
    "code add mug --brand harbor --code @code.txt", "code share mug --how mail",
    "code apply mug --advertiser 7100000000000000001", "code extend mug --days 30",
    "code reissue mug --code @code.txt", "code revoke mug", "code withdraw mug",
    "post edit mug --caption words", "post tag mug --add summer",
    "post publish mug --url https://www.tiktok.com/@mia/photo/7300000000000000001",
    "post add mug --url https://www.tiktok.com/@mia/photo/7300000000000000001",
    "post remove mug --draft", "batch feed.csv --template quote",
    "render quote --sample",
  ])
  func aDryRunBeginsNoLibrary(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Ad ID,By Day,Cost\n1790000000000000001,2026-01-03,1 USD\n", to: "report.csv")
    try folder.write(Canary.code(1), to: "code.txt")
    try folder.write("quote,author\nLess but better.,Ada\n", to: "feed.csv")
    let before = folder.names()
    let arguments = command.split(separator: " ").map(String.init) + ["--dry-run"]
    let result = try FlintProcess.run(arguments, in: folder)
    #expect(result.code != 64, "\(result.errors)")
    #expect(folder.names() == before)
  }

  @Test(arguments: ["jpg", "JPEG", "Png"])
  func formatsAreTakenAsPeopleWriteThem(format: String) throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run(
      ["render", "quote", "--sample", "--format", format, "--dry-run"], in: folder)
    #expect(result.code == 0, "\(result.errors)")
  }

  @Test func aCodeWithoutItsEndIsMaskedToo() throws {
    let shop = try SparkShop()
    try shop.issue()
    let shared = try shop.run("code", "share", "mug", "--how", "sent #Ex4mplec0deKd9wQr")
    #expect(shared.code == 0, "\(shared.errors)")
    let log = try shop.run("post", "show", "mug", "--log")
    #expect(log.output.contains("sent #Ex"))
    #expect(!log.output.contains("#Ex4mplec0deKd9wQr"))
    let unknown = try shop.run("code", "show", "#Ex4mplec0deKd9wQr")
    #expect(!unknown.errors.contains("#Ex4mplec0deKd9wQr"))
  }

  @Test func hashtagsAreNoCodes() throws {
    let shop = try SparkShop()
    for tag in ["#TikTokMadeMeBuyIt", "#100DaysOfCode", "#slowmornings", "#ff8800aa"] {
      let result = try shop.run("brand", "show", tag)
      #expect(result.errors.contains(tag), "\(result.errors)")
    }
  }
}
