import Diagnostics

extension Diagnostic {
  static func nothingToCheck(_ subject: String, library: String) -> Diagnostic {
    .error(
      "\"\(subject)\" is no template, page, post file, post or folder of posts",
      hints: [
        "flint template list names the templates; posts are the folders in \(library)/posts"
      ])
  }
}
