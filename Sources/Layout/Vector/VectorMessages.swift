import Diagnostics
import Markup

extension Diagnostic {
  static func badPathData(_ text: String, at location: SourceLocation) -> Diagnostic {
    .error(
      text.isEmpty
        ? "the path ends where a number is expected" : "\"\(text)\" cannot stand here in a path",
      at: location, hints: ["copy the icon's d attribute whole"])
  }

  static func pathTooLong(at location: SourceLocation) -> Diagnostic {
    .error(
      "the path has more than \(PathDataParser.mostCommands) parts", at: location,
      hints: ["use an img with a picture file"])
  }

  static func effectInVector(_ element: Element) -> Diagnostic {
    .error(
      "transforms, filters, masks and blending do not reach inside an svg", at: element.location,
      hints: [
        "set them on the svg itself; <\(element.name)> has the attributes transform and opacity"
      ])
  }
}
