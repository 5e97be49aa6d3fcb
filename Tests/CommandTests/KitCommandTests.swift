import TestSupport
import Testing

@Suite struct KitCommandTests {
  @Test func theKitsOfTheProjectCanBeRead() throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run(
      "kit", "check", "--template", "quote", "--size", "1:1", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    let verdict = #/quote  nothing found  least contrast [\d.]+ : 1/#
    #expect(result.output.matches(of: verdict).count == 5)
  }

  @Test func aNewKitThatCannotBeReadIsNamed() throws {
    let folder = try TemporaryFolder()
    #expect(try FlintProcess.run("kit", "new", "acme", in: folder).code == 0)
    #expect(folder.names(in: "kits") == ["acme"])
    #expect(try FlintProcess.run("kit", "new", "acme", in: folder).code == 2)
    #expect(try FlintProcess.run("kit", "new", "../acme", in: folder).code == 2)
    try folder.write(
      ":root { --brand-ink: #777; --brand-paper: #888; --brand-font: Inter }",
      to: "kits/acme/kit.css")
    let result = try FlintProcess.run(
      "kit", "check", "acme", "--template", "quote", "--size", "1:1", "--json", in: folder)
    #expect(result.code == 2)
    #expect(result.errors.contains("--brand-ink on --brand-paper has a contrast of 1.26 : 1"))
    // Of what was drawn, at the kit's own line.
    #expect(result.output.contains(#""rule" : "contrast""#))
    #expect(result.output.contains(#""column" : 22"#))
    #expect(result.output.contains("\"value\" : \"#777777\""))
    #expect(result.output.contains(#""value" : "Inter""#))
  }

  @Test func aKitIsShownOnEveryTemplate() throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run("kit", "show", "harbor", "-o", "harbor.png", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains(#/--brand-color +#c93a22/#))
    #expect(folder.names(in: ".") == ["harbor.png"])
  }

  @Test func anUnknownKitNamesThoseThereAre() throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run("kit", "show", "harbour", in: folder)
    #expect(result.code == 2)
    #expect(result.errors.contains("harbor"))
  }

  @Test func oneTemplateOrAllAreShown() throws {
    let folder = try TemporaryFolder()
    #expect(try FlintProcess.run("template", "show", in: folder).code == 64)
    #expect(try FlintProcess.run("template", "show", "quote", "--all", in: folder).code == 64)
  }
}
