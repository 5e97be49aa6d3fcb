import Diagnostics

extension Diagnostic {
  static func groupsTooDeep(limit: Int) -> Diagnostic {
    .error(
      "elements that fade or clip their content are nested more than \(limit) deep",
      hints: ["remove \"opacity\" or \"border-radius\" with \"overflow: hidden\" from some of them"]
    )
  }
}
