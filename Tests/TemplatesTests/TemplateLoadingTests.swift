import Diagnostics
import Feeds
import Markup
import Templates
import Testing

@Suite struct TemplateLoading {
  @Test func readsTheManifest() throws {
    let fixture = try Fixture(
      body: "{{ title }}{{ tint }}",
      fields: "title: { type: text, default: Hi, description: D }\ntint: color",
      manifest: "title: Demo\ndescription: What\nsizes: [1080x1350, 1080×1080]\n")
    let template = try fixture.load()
    #expect(template.name == "demo")
    #expect(template.manifest.title == "Demo")
    #expect(template.manifest.description == "What")
    #expect(template.sizes.map(\.description) == ["1080x1350", "1080x1080"])
    #expect(template.fields.map(\.name) == ["title", "tint"])
    #expect(template.fields[0].description == "D")
    #expect(template.fields[1].type == .color)
    #expect(template.warnings.isEmpty)
    let texts = try fixture.bound([("title", "")])
    #expect(texts == "Hi")
  }

  @Test func readsStyleSheetsAndSamples() throws {
    let fixture = try Fixture(
      page: """
        <html><head><link rel="stylesheet" href="style.css"><style>p { color: red }</style></head>
        <body><section class="slide">{{ title }}</section></body></html>
        """, fields: "title: text")
    try fixture.folder.write("h1 { color: blue }\nh2 { color: blue }", to: "demo/style.css")
    try fixture.folder.write("good:\n  title: A\nhard:\n  title: B\n", to: "demo/sample.yaml")
    let template = try fixture.load()
    #expect(template.styleSheets.map(\.rules.count) == [2, 1])
    #expect(template.samples.map(\.name) == ["good", "hard"])
    #expect(try template.bind(template.samples[0].post.row).document.styleSources.count == 2)
  }

  @Test func theDigestIsThatOfTheFiles() throws {
    let fixture = try Fixture(body: "{{ title }}", fields: "title: text")
    let first = try fixture.load().digest
    #expect(first.count == 64)
    #expect(try fixture.load().digest == first)
    try fixture.folder.write("x", to: "demo/.swp")
    #expect(try fixture.load().digest == first)
    try fixture.folder.write("x", to: "demo/assets/a.png")
    let second = try fixture.load().digest
    #expect(second != first)
    try fixture.folder.write("y", to: "demo/assets/a.png")
    #expect(try fixture.load().digest != second)
  }

  /// The fields and the lines before them, with `^` before the place of the problem.
  @Test(arguments: [
    (
      "", "title: ^txt",
      "unknown type \"txt\" of the field \"title\"; did you mean \"text\"?"
    ),
    (
      "", "title: { type: text, ^requird: yes }",
      "unknown key \"requird\" in the field \"title\"; did you mean \"required\"?"
    ),
    ("", "^\"a b\": text", "\"a b\" cannot be a field's name"),
    ("", "^loop: text", "\"loop\" cannot be a field's name"),
    ("", "title: { type: money, limit: ^5 }", "a limit has no meaning for type money"),
    ("", "title: { type: number, default: ^x }", "title \"x\" is not a number"),
    ("", "title: { type: text, items: ^image }", "items of \"title\" cannot be \"image\""),
    ("sizes: [^1080]\n", "title: text", "\"1080\" is not a size"),
    ("name: ^other\n", "title: text", "the name \"other\" is not that of the folder, \"demo\""),
    (
      "^tilte: other\n", "title: text",
      "unknown key \"tilte\" in template.yaml; did you mean \"title\"?"
    ),
  ])
  func theManifestIsChecked(manifest: String, fields: String, message: String) throws {
    let line = manifest.isEmpty ? 2 : 1
    let marked = manifest.isEmpty ? "  \(fields)" : manifest
    let column = (marked.split(separator: "^", omittingEmptySubsequences: false).first ?? "").count
    let fixture = try Fixture(
      fields: fields.replacing("^", with: ""), manifest: manifest.replacing("^", with: ""))
    let errors = fixture.complaints().filter { $0.contains(" error: ") }
    #expect(errors.count == 1)
    #expect(
      errors.first?.hasPrefix("demo/template.yaml:\(line):\(column + 1): error: \(message)") == true
    )
  }

  @Test func theCaptionIsCheckedToo() throws {
    let fixture = try Fixture(fields: "title: text", manifest: "caption: \"{{ titel }}\"\n")
    #expect(
      fixture.complaints().filter { $0.contains(" error: ") } == [
        "demo/template.yaml:1: error: unknown field \"titel\"; did you mean \"title\"?"
      ])
  }

  @Test func warningsAreKept() throws {
    let fixture = try Fixture(
      body: "{{ title }}", fields: "title: { type: text, required: yes, default: x }\nbrand: text")
    #expect(
      fixture.complaints() == [
        "demo/template.yaml:2:48: warning: the field \"title\" has a default, so it is never missing"
          + "\n  hint: remove \"required\" or the default",
        "demo/template.yaml:3:3: warning: no slide uses the field \"brand\"",
      ])
  }

  @Test func missingFilesAreNamed() throws {
    let folder = try TestFolder()
    let nothing = #expect(throws: DiagnosticsError.self) {
      try Template.load("\(folder.path)/none")
    }
    #expect(
      folder.shortened(nothing?.diagnostics ?? []) == [
        "error: \"none\" is not a template: it has no template.yaml"
      ])
    try folder.write("fields:\n", to: "half/template.yaml")
    let half = #expect(throws: DiagnosticsError.self) {
      try Template.load("\(folder.path)/half")
    }
    #expect(
      folder.shortened(half?.diagnostics ?? []) == ["error: there is no file \"half/slides.html\""])
  }

  @Test func allFilesProblemsComeAtOnce() throws {
    let fixture = try Fixture(
      page: "<link rel=\"stylesheet\" href=\"none.css\"><section class=\"slide\">{{ x }}</section>",
      fields: "title: txt")
    try fixture.folder.write("good: 5", to: "demo/sample.yaml")
    let files = Set(fixture.complaints().map { String($0.prefix { $0 != ":" }) })
    #expect(files == ["demo/slides.html", "demo/template.yaml", "demo/sample.yaml"])
  }

  @Test func aPageNeedsASlide() throws {
    let complaints = try Fixture(page: "<p>x</p>", fields: "").complaints()
    #expect(complaints.contains { $0.contains("error: the page has no slide") })
  }
}

@Suite struct TemplateSearching {
  @Test func findsByNameAndByPath() throws {
    let fixture = try Fixture()
    let folders = ["\(fixture.folder.path)/none", fixture.folder.path]
    #expect(try Template.find("demo", in: folders) == fixture.path)
    #expect(try Template.find(fixture.path, in: []) == fixture.path)
    let place = SourceLocation(file: "\(fixture.folder.path)/p.yaml", line: 1, column: 11)
    #expect(try Template.find("demo", in: [], at: place) == fixture.path)
    #expect(Template.list(in: folders).templates.map(\.manifest.name) == ["demo"])
  }

  @Test func suggestsTheNearest() throws {
    let fixture = try Fixture()
    let place = SourceLocation(file: "p.yaml", line: 1, column: 11)
    let near = #expect(throws: Diagnostic.self) {
      try Template.find("dmeo", in: [fixture.folder.path], at: place)
    }
    #expect(
      near?.description
        == "p.yaml:1:11: error: there is no template \"dmeo\"; did you mean \"demo\"?")
    let far = #expect(throws: Diagnostic.self) {
      try Template.find("listicle", in: [fixture.folder.path])
    }
    #expect(
      far?.description == "error: there is no template \"listicle\"\n  hint: templates: demo")
    let folder = #expect(throws: Diagnostic.self) {
      try Template.find("\(fixture.folder.path)/", in: [])
    }
    #expect(folder?.message.hasSuffix("is not a template: it has no template.yaml") == true)
  }

  @Test func brokenTemplatesAreListedAsProblems() throws {
    let fixture = try Fixture()
    try fixture.folder.write("fields: 5", to: "broken/template.yaml")
    let (templates, diagnostics) = Template.list(in: [fixture.folder.path])
    #expect(templates.map(\.manifest.name) == ["demo"])
    #expect(diagnostics.count == 1)
  }

  @Test func kitsAreFoundAndRead() throws {
    let folder = try TestFolder()
    try folder.write(":root { --brand-color: #f60 }", to: "acme/kit.css")
    try folder.write("", to: "acme/fonts/a.ttf")
    #expect(BrandKit.list(in: [folder.path]).map(\.name) == ["acme"])
    let kit = try BrandKit.load(try BrandKit.find("acme", in: [folder.path]))
    #expect(kit.name == "acme")
    #expect(kit.styleSheet.rules.count == 1)
    #expect(kit.roots == ["\(folder.path)/acme"])
    let error = #expect(throws: Diagnostic.self) {
      try BrandKit.find("acm", in: [folder.path])
    }
    #expect(error?.message == "there is no kit \"acm\"; did you mean \"acme\"?")
    try folder.write("p { color: \"x", to: "bad/kit.css")
    #expect(throws: DiagnosticsError.self) { try BrandKit.load("\(folder.path)/bad") }
  }

  @Test(arguments: [
    ("--brand-colour", "--brand-color"), ("--brand-on-colour", "--brand-on-color"),
    ("--brand-Ink", "--brand-ink"), ("--brand-background", "--brand-paper"),
    ("--brand-displayfont", "--brand-display-font"), ("--brand-logo-gruond", "--brand-logo-ground"),
  ])
  func aMisspeltVariableIsToldWhatWasMeant(written: String, meant: String) throws {
    let folder = try TestFolder()
    try folder.write(":root {\n  --brand-paper: #fff;\n  \(written): #f60 }", to: "acme/kit.css")
    let kit = try BrandKit.load("\(folder.path)/acme")
    #expect(
      kit.warnings.map(\.description) == [
        "\(folder.path)/acme/kit.css:3:3: warning: no template reads \"\(written)\"; "
          + "did you mean \"\(meant)\"?"
      ])
  }

  @Test func aVariableThatNothingIsLikeNamesThoseThereAre() throws {
    let folder = try TestFolder()
    try folder.write(":root { --brand-zoom: 2; --own: 3 }", to: "acme/kit.css")
    let warnings = try BrandKit.load("\(folder.path)/acme").warnings
    #expect(warnings.count == 1)
    #expect(warnings[0].hints.first?.contains("--brand-logo-ground") == true)
  }

  @Test func theLogoIsAPathBesideTheStyleSheet() throws {
    let folder = try TestFolder()
    for (value, path) in [
      ("url(logo.png)", "logo.png"), ("url(\"art/logo.webp\")", "art/logo.webp"),
    ] {
      try folder.write(":root { --brand-logo: \(value) }", to: "acme/kit.css")
      let kit = try BrandKit.load("\(folder.path)/acme")
      #expect(kit.logo?.path == "\(folder.path)/acme/\(path)")
    }
    try folder.write(":root { --brand-logo: none }", to: "acme/kit.css")
    #expect(try BrandKit.load("\(folder.path)/acme").logo == nil)
  }
}
