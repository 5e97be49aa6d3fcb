/// What an inline `svg` may hold: SVG 2's shapes, for icons.
extension HTMLProfile {
  static let vectorElements = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "g",
  ]

  /// Whether it is `svg` or one of the shapes in it.
  public static func isVector(_ element: String) -> Bool {
    element == "svg" || vectorElements.contains(element)
  }

  /// Attributes that are CSS properties.
  public static let vectorProperties = [
    "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
    "stroke-opacity", "opacity", "color", "visibility", "display",
  ]

  static func vectorAttributes(of element: String) -> [String] {
    vectorProperties + (vectorGeometry[element] ?? []) + (element == "svg" ? [] : ["transform"])
  }

  private static let vectorGeometry: [String: [String]] = [
    "svg": ["viewbox", "preserveaspectratio", "width", "height"],
    "path": ["d"],
    "rect": ["x", "y", "width", "height", "rx", "ry"],
    "circle": ["cx", "cy", "r"],
    "ellipse": ["cx", "cy", "rx", "ry"],
    "line": ["x1", "y1", "x2", "y2"],
    "polyline": ["points"],
    "polygon": ["points"],
  ]

  /// What icon files carry and a picture is the same without.
  private static let inertVectorAttributes: Set<String> = [
    "xmlns", "xmlns:xlink", "xml:space", "version", "role", "aria-label", "focusable", "clip-rule",
  ]

  /// - Parameter attribute: lower case, as SVG's are compared on a page of HTML.
  static func isSupported(vectorAttribute attribute: String, of element: String) -> Bool {
    vectorAttributes(of: element).contains(attribute)
      || inertVectorAttributes.contains(attribute)
  }

  static func vectorRemedy(for element: String) -> String {
    for (names, remedy) in vectorRemedies where names.contains(element) { return remedy }
    return "it may have \(vectorElements.joined(separator: ", "))"
  }

  private static let vectorRemedies: [(names: [String], remedy: String)] = [
    (["text", "tspan", "textpath"], "lay HTML text over the svg with position: absolute"),
    (["use", "symbol", "defs"], "copy the shape to where it is used"),
    (
      ["lineargradient", "radialgradient", "stop", "pattern"],
      "shapes have one color; use a background gradient with clip-path"
    ),
    (["clippath", "mask", "filter"], "set clip-path, mask or filter in CSS on the svg itself"),
    (["image", "foreignobject"], "lay an img or a div over the svg with position: absolute"),
    (["style"], "put the rules into the page's style sheet; they reach the shapes"),
    (["title", "desc", "metadata"], "remove it; the svg's aria-label describes it"),
    (
      ["script", "animate", "animatetransform", "animatemotion", "set"],
      "a slide is a still picture"
    ),
    (["svg"], "use g with transform"),
    (["marker"], "draw it as a path"),
  ]
}
