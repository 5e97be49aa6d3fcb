import Diagnostics

extension Diagnostic {
  static func noHome(searched: [String], isFromEnvironment: Bool) -> Diagnostic {
    .error(
      isFromEnvironment
        ? "FLINT_HOME names \"\(searched[0])\", which has no fonts/fonts.yaml"
        : "found neither fonts nor templates",
      hints: ["set FLINT_HOME to the folder that has fonts/fonts.yaml and templates/"])
  }
}

extension Diagnostic {
  static func pictureOutside(
    _ path: String, roots: [String], at location: SourceLocation?
  ) -> Diagnostic {
    .error(
      "picture \"\(path)\" is outside the folders it may come from", at: location,
      hints: [
        "move it into \(roots.map { "\"\($0)\"" }.joined(separator: " or ")), or name its folder "
          + "with --images"
      ])
  }
}

extension Diagnostic {
  static func noSuchSlide(_ number: Int, in path: String, count: Int) -> Diagnostic {
    .error(
      "\"\(path)\" has no slide \(number)",
      hints: [count == 1 ? "it has one slide" : "choose one from 1 to \(count)"])
  }
}
