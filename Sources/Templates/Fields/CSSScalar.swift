/// What may pass from a value into a `style` attribute: one number, length, percentage or color.
enum CSSScalar {
  static func isNumberOrLength(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    if let sign = scalars.first, sign == "-" || sign == "+" { index = 1 }
    let digits = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    let whole = scalars[index...].prefix(while: digits)
    index = whole.endIndex
    if index < scalars.count, scalars[index] == "." {
      let decimals = scalars[(index + 1)...].prefix(while: digits)
      guard !decimals.isEmpty else { return false }
      index = decimals.endIndex
    } else if whole.isEmpty {
      return false
    }
    return ["", "px", "%", "em", "rem", "vw", "vh", "deg"]
      .contains(String(String.UnicodeScalarView(scalars[index...])).lowercased())
  }

  /// `#rgb`, `#rrggbb` and with alpha, a name, or `rgb()`/`hsl()` of plain numbers.
  static func isColor(_ text: String) -> Bool {
    let lower = text.lowercased()
    if lower.hasPrefix("#") {
      let digits = lower.dropFirst()
      return [3, 4, 6, 8].contains(digits.utf8.count)
        && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
    for name in ["rgb(", "rgba(", "hsl(", "hsla("] where lower.hasPrefix(name) {
      guard lower.hasSuffix(")") else { return false }
      let inside = lower.dropFirst(name.count).dropLast()
      let numbers = inside.split { " ,/".contains($0) }
      return [3, 4].contains(numbers.count)
        && numbers.allSatisfy { isNumberOrLength(String($0)) }
        && inside.utf8.allSatisfy { $0 < 0x80 }
    }
    return names.contains(lower)
  }

  /// CSS Color 4 §6.1 and `transparent`.
  private static let names = Set(
    """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet \
    brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan \
    darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta \
    darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue \
    darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey \
    dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray \
    green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush \
    lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray \
    lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray \
    lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon \
    mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue \
    mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin \
    navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen \
    paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple \
    rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna \
    silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle \
    tomato transparent turquoise violet wheat white whitesmoke yellow yellowgreen
    """.split(separator: " ").map(String.init))
}
