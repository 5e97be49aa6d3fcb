import Diagnostics

extension Diagnostic {
  static func noSafeZones(_ preset: String, at place: SourceLocation) -> Diagnostic {
    .error("there are no safe zones called \"\(preset)\"", at: place)
  }

  static func nothingToCheck(_ subject: String, library: String) -> Diagnostic {
    .error(
      "\"\(subject)\" is no template, page, post file, post or folder of posts",
      hints: [
        "flint template list names the templates; posts are the folders in \(library)/posts"
      ])
  }
}
