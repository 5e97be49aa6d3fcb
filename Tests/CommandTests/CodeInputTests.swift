import TestSupport
import Testing

/// Where a code can come from, and what is said when it does not come from there.
@Suite struct CodeInputTests {
  private let shop: SparkShop

  init() throws { shop = try SparkShop() }

  private static let add = [
    "code", "add", "mug", "--brand", "harbor", "--days", "30", "--code",
  ]

  @Test func aMessageWithLinesComesFromStandardInput() throws {
    let message = "Hi!\n\nHere is your code:\n\(Canary.code(1))\nMia\n"
    let result = try shop.run(Self.add + ["-"], input: message)
    #expect(result.code == 0, "\(result.errors)")
    #expect(!result.errors.contains("shell's history"))
  }

  @Test func aFolderIsNoCode() throws {
    try shop.folder.makeFolder("codes")
    try shop.expectRefusal(
      Self.add + ["codes"], "error: \"codes\" is a folder, not a code", "@FILE")
  }

  @Test func aCodeIsGivenOnce() throws {
    try shop.expectRefusal(
      ["code", "add", "mug", Canary.code(1), "--brand", "harbor", "--code", "-"],
      input: Canary.code(2), "error: a code stands both with --code and without")
    try shop.expectRefusal(["code", "show", "mug"], "error: ")
  }

  @Test func aFileThatIsMissingIsNamed() throws {
    try shop.folder.write("x", to: "code.txt")
    try shop.expectRefusal(Self.add + ["@cod.txt"], "\"cod.txt\"; did you mean \"code.txt\"?")
  }

  @Test func standardInputHasAName() throws {
    try shop.folder.write([0xff, 0xfe, 0x41], to: "bytes")
    try shop.folder.write(
      "flint \(Self.add.joined(separator: " ")) - <bytes", to: "add.sh")
    let result = try FlintProcess.shell("add.sh", in: shop.folder)
    #expect(result.code == 2)
    #expect(result.errors.hasPrefix("error: \"<standard input>\" is not text in UTF-8\n"))
  }
}
