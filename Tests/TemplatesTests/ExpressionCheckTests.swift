import Testing

@Suite struct ExpressionChecks {
  /// The slide's content, with `^` before the place of the problem, and the sentence.
  @Test(arguments: [
    ("{{ ^titel }}", "unknown field \"titel\"; did you mean \"title\"?"),
    ("é {{ ^zzz }}", "unknown field \"zzz\"\n  hint: known here: title, brand, price"),
    ("^{{ title ", "this \"{{\" is never closed by \"}}\""),
    ("^{{ title {{ brand }}", "this \"{{\" is never closed by \"}}\""),
    ("^{{ title | default('x) }}", "this \"{{\" is never closed by \"}}\""),
    ("a ^}} b", "a \"}}\" without \"{{\""),
    ("{{ ^}}", "a field's name is missing"),
    ("{{ ^'x' }}", "expected a field's name, not \"'x'\""),
    ("{{ title ^brand }}", "expected \"|\" or \"}}\", not \"brand \""),
    ("{{ title | ^uper }}", "unknown filter \"uper\"; did you mean \"upper\"?"),
    ("{{ title | ^zzzz }}", "unknown filter \"zzzz\"\n  hint: filters: money, percent_off"),
    ("{{ title | ^}}", "expected a filter here"),
    ("{{ title | ^upper(1) }}", "upper does not take these arguments"),
    ("{{ title | ^truncate }}", "truncate does not take these arguments\n  hint: write truncate("),
    ("{{ title | ^truncate(0) }}", "truncate does not take these arguments"),
    ("{{ title | truncate(^99999999999999999999) }}", "expected a smaller number"),
    ("{{ title | truncate(5 ^x) }}", "expected \",\" or \")\", not \"x) \""),
    ("{{ title | truncate(^", "this"),
    ("{{ title | ^money }}", "money needs a value of type money, not text"),
    ("{{ price | money | ^money }}", "money needs a value of type money, not text"),
    ("{{ price | ^money('xx') }}", "money does not take these arguments"),
    ("{{ price | ^percent_off(rating) }}", "percent_off does not take these arguments"),
    ("{{ price | percent_off(^compar) }}", "unknown field \"compar\"; did you mean \"compare\"?"),
    ("{{ day | ^date('QQ') }}", "date does not take these arguments"),
    ("{{ price | ^default(title) }}", "default does not take these arguments"),
    ("{{ ^bullets }}", "a value of type list cannot stand in text\n  hint: use data-each, or join"),
    ("{{ ^sale }}", "a value of type flag cannot stand in text\n  hint: use data-if"),
    ("{{ ^image }}", "a value of type image cannot stand in text\n  hint: use it as the src"),
    ("{{ images | ^join(',') }}", "join needs a value of type list, not list of image"),
    ("{{ ^loop.index }}", "loop exists only inside an element with data-each"),
    ("{{ title.^x }}", "\"title\" has no parts"),
    ("<p data-each=\"b in bullets\">{{ loop.^idx }}</p>", "loop has no part \"idx\""),
    ("<p data-each=\"b in bullets\">{{ ^loop }}</p>", "loop needs a part"),
    (
      "<p data-each=\"^bullets\">x</p>", "data-each=\"bullets\" is not of the form \"item in list\""
    ),
    ("<p data-each=\"^title in bullets\">x</p>", "the name \"title\" is taken already"),
    (
      "<p data-each=\"b in ^title\">{{ b }}</p>", "data-each needs a list, not a value of type text"
    ),
    ("<p data-each=\"b  in  ^bulets\">{{ b }}</p>", "unknown field \"bulets\"; did you mean"),
    ("<p data-if=\"^titel\">x</p>", "unknown field \"titel\"; did you mean \"title\"?"),
    ("<p data-if=\"title ^== 1\">x</p>", "\"== 1\" is not understood here"),
    ("<p ^data-else=\"\">x</p>", "there is no data-else\n  hint: use data-if, data-unless and"),
    ("<p style=\"--x: {{ ^price }}\">x</p>", "a value of type money cannot stand in a style"),
    (
      "<p style=\"background: url({{ ^image }})\">x</p>",
      "a value of type image cannot stand in a style\n  hint: use an img element"
    ),
    ("<p title=\"{{ ^image }}\">x</p>", "a value of type image cannot stand in an attribute"),
    ("<img src=\"^{{ title }}.png\" alt=\"\">", "src takes one field of type image"),
    ("<img src=\"^../secret.png\" alt=\"\">", "there is no file"),
  ])
  func areMadeOnLoading(marked: String, message: String) throws {
    let parts = marked.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
    let fixture = try Fixture(body: parts.joined())
    let errors = fixture.complaints().filter { $0.contains(" error: ") }
    if message == "this" {
      #expect(errors.first?.contains("is never closed") == true)
      return
    }
    let column = "<section class=\"slide\">\(parts[0])^".unicodeScalars.count
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("demo/slides.html:1:\(column): error: \(message)") == true)
  }
}
