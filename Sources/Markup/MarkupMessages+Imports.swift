import Diagnostics

extension Diagnostic {
  static func importCycle(_ href: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(excerpt(href))\" imports itself, perhaps by way of others", at: place,
      hints: ["remove one @import of the circle"])
  }

  static func importsTooDeep(at place: SourceLocation) -> Diagnostic {
    .error(
      "more than \(Budget.importDepth) style sheets import each other", at: place,
      hints: ["import the files from one style sheet"])
  }

  static func tooManyImports(at place: SourceLocation) -> Diagnostic {
    .error("more than \(Budget.imports) style sheets are imported", at: place)
  }

  static func importTooLate(at place: SourceLocation) -> Diagnostic {
    .error("@import stands behind other rules", at: place, hints: ["write it at the file's top"])
  }

  static func badImport(at place: SourceLocation) -> Diagnostic {
    .error(
      "@import does not name a file", at: place,
      hints: ["write @import \"base.css\"; or @import \"wide.css\" (min-width: 1080px);"])
  }

  static func importOfLayer(_ word: String, at place: SourceLocation) -> Diagnostic {
    .error("@import with \(word) is not supported", at: place, hints: ["import the file plainly"])
  }
}
