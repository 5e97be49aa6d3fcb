import Diagnostics

extension Diagnostic {
  static func nothingToCheck(_ subject: String, library: String) -> Diagnostic {
    .error(
      "\"\(subject)\" is no template, page, post file, post or folder of posts",
      hints: [
        "flint template list names the templates; posts are the folders in \(library)/posts"
      ])
  }

  // Drawing a post again for another target.

  static func photosOrKitChanged() -> Diagnostic {
    .error("a photo of its row or its brand kit is another one now")
  }

  static func slideIsAnother(_ file: String) -> Diagnostic {
    .error("\"\(file)\" is not the file that was drawn")
  }

  static func publishedStays() -> Diagnostic {
    .error("it is published, and stays as it went out")
  }
}
