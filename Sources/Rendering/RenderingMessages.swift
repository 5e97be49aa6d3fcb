import Diagnostics

extension Diagnostic {
  static func groupsTooDeep(limit: Int) -> Diagnostic {
    .error(
      "elements that fade or clip their content are nested more than \(limit) deep",
      hints: ["remove \"opacity\" or \"border-radius\" with \"overflow: hidden\" from some of them"]
    )
  }

  static var layersTooLarge: Diagnostic {
    .error(
      "filters, masks and blend modes cover more of the slide, or cover it more often, than can be "
        + "drawn", hints: ["use fewer or smaller elements with them"])
  }
}
