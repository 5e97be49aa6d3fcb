package import Diagnostics
package import Markup

// MARK: - Properties and values

extension Diagnostic {
  static func unknownProperty(_ name: String, at location: SourceLocation) -> Diagnostic {
    let guess = Spelling.nearest(to: name, among: PropertyTable.names)
    let question = guess.map { "; did you mean \"\($0)\"?" } ?? ""
    return .error("unknown property \"\(name)\"\(question)", at: location)
  }

  static func unsupportedProperty(
    _ name: String, hint: String, at location: SourceLocation
  ) -> Diagnostic {
    .error("\"\(name)\" is not supported", at: location, hints: [hint])
  }

  static func emptyValue(of name: String, expected: String, at location: SourceLocation)
    -> Diagnostic
  {
    .error("\"\(name)\" has no value", at: location, hints: ["expected \(expected)"])
  }

  static func wrongValue(
    _ value: String, of name: String, expected: String, at location: SourceLocation,
    hints: [String] = []
  ) -> Diagnostic {
    .error(
      "\(quoted(value)) is not a value of \"\(name)\"; expected \(expected)", at: location,
      hints: hints)
  }

  static func unsupportedValue(
    _ value: String, of name: String, hint: String, at location: SourceLocation
  ) -> Diagnostic {
    .error("\"\(name): \(shortened(value))\" is not supported", at: location, hints: [hint])
  }

  static func unexpectedAfterValue(
    _ rest: String, of name: String, expected: String, at location: SourceLocation,
    hints: [String] = []
  ) -> Diagnostic {
    .error(
      "\(quoted(rest)) does not fit into the value of \"\(name)\"; expected \(expected)",
      at: location, hints: hints)
  }

  static func badFunction(
    _ function: String, expected: String, at location: SourceLocation
  ) -> Diagnostic {
    .error("\(quoted(function)) is not understood; expected \(expected)", at: location)
  }

  static func revertLayer(at location: SourceLocation) -> Diagnostic {
    .error("\"revert-layer\" is not supported", at: location, hints: ["use revert or unset"])
  }

  static func unknownUnit(_ unit: String, at location: SourceLocation) -> Diagnostic {
    let viewport: [Character: String] = ["s": "", "l": "", "d": ""]
    if let first = unit.first, viewport[first] != nil,
      RelativeUnit(rawValue: String(unit.dropFirst())) != nil, unit.count >= 3
    {
      return .error(
        "unit \"\(unit)\" is not supported", at: location, hints: ["use \(unit.dropFirst())"])
    }
    let guess = Spelling.nearest(to: unit, among: Quantity.units)
    let question = guess.map { "; did you mean \"\($0)\"?" } ?? ""
    return .error(
      "unknown unit \"\(unit)\"\(question)", at: location,
      hints: ["the units are \(Quantity.units.joined(separator: ", "))"])
  }

  package static func negative(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error("\"\(value)\" is negative; expected 0 or more", at: location)
  }

  static func notWhole(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error("\"\(value)\" is not a whole number", at: location)
  }

  static func badOpenTypeTag(_ tag: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted(tag)) is not an OpenType tag", at: location,
      hints: ["a tag has four characters, such as \"tnum\""])
  }
}

// MARK: - Calculations

extension Diagnostic {
  static func divisionByZero(_ function: String, at location: SourceLocation) -> Diagnostic {
    .error("division by zero in \(function)()", at: location)
  }

  static func calculationTooDeep(_ limit: Int, at location: SourceLocation) -> Diagnostic {
    .error("calculation is nested more than \(limit) deep", at: location)
  }

  static func calculationEndsEarly(_ function: String, at location: SourceLocation) -> Diagnostic {
    .error("\(function)() lacks a value", at: location, hints: ["write calc(100% - 24px)"])
  }

  static func unexpectedInCalculation(
    _ text: String, _ function: String, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(quoted(text)) is not a number, length, percentage or angle in \(function)()",
      at: location, hints: ["calculations may use + - * / calc() min() max() clamp() and var()"])
  }

  static func operatorNeedsSpaces(
    _ sign: String, _ function: String, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(sign) in \(function)() needs a space on both sides", at: location,
      hints: ["write calc(100% - 24px)"])
  }

  static func cannotMix(
    _ left: String, _ right: String, _ function: String, at location: SourceLocation
  ) -> Diagnostic {
    let remedy =
      left == "a number" || right == "a number"
      ? ["a length needs a unit, such as 12px"] : []
    return .error(
      "\(function)() cannot combine \(left) with \(right)", at: location, hints: remedy)
  }

  static func cannotMultiply(
    _ left: String, _ right: String, _ function: String, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(function)() cannot multiply \(left) by \(right)", at: location,
      hints: ["one side of * must be a number without a unit"])
  }

  static func cannotDivide(
    by divisor: String, _ function: String, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(function)() cannot divide by \(divisor)", at: location,
      hints: ["the right side of / must be a number without a unit"])
  }

  static func wrongArgumentCount(
    _ function: String, _ found: Int, _ expected: Int, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(function)() has \(found) values; expected \(expected)", at: location,
      hints: function == "clamp" ? ["write clamp(LEAST, PREFERRED, MOST)"] : [])
  }
}

// MARK: - Colors and images

extension Diagnostic {
  static func badHexColor(_ digits: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted("#" + digits)) is not a color", at: location,
      hints: ["write 3, 4, 6 or 8 hexadecimal digits, such as #1a2b3c"])
  }

  static func unsupportedColorFunction(_ name: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(name)() is not supported yet", at: location,
      hints: ["use rgb(), hsl() or a hexadecimal color"])
  }

  static func wrongColorArguments(
    _ value: String, _ name: String, at location: SourceLocation
  ) -> Diagnostic {
    let example =
      switch name {
      case "rgb", "rgba": "rgb(26 43 60 / 80%) or rgb(26, 43, 60)"
      case "hwb": "hwb(210 10% 76%)"
      case "lab", "oklab": "\(name)(28% -5% -10% / 80%)"
      case "lch", "oklch": "\(name)(28% 0.04 250 / 80%)"
      case "color": "color(display-p3 0.1 0.2 0.3)"
      default: "hsl(210 40% 17% / 80%) or hsl(210, 40%, 17%)"
      }
    return .error("\(quoted(value)) is not a color", at: location, hints: ["write \(example)"])
  }

  static func relativeColor(_ name: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(name)() cannot start from another color", at: location,
      hints: ["use color-mix(in oklab, var(--brand-color) 80%, white)"])
  }

  static func badColorMix(_ arguments: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted("color-mix(\(arguments))")) is not a color", at: location,
      hints: ["write color-mix(in oklab, teal 70%, white)"])
  }

  static func emptyColorMix(_ arguments: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted("color-mix(\(arguments))")) mixes nothing: both percentages are 0", at: location)
  }

  static func badMixPercentage(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error("\(quoted(value)) is not from 0% to 100%", at: location)
  }

  static func unknownMixingSpace(_ name: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted(name)) is not a color space to mix in", at: location,
      hints: ["use srgb, oklab or oklch"])
  }

  static func hueExpected(_ word: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted(word)) does not say which way around", at: location,
      hints: ["write in oklch \(word) hue"])
  }

  static func unsupportedImageFunction(_ name: String, at location: SourceLocation) -> Diagnostic {
    .error("\(name)() is not supported", at: location, hints: ["use url() or a gradient"])
  }

  static func remoteURL(_ address: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted(address)) is on the network; slides are made from local files", at: location,
      hints: ["save the file in the template's folder and write its path"])
  }

  static func dataURL(at location: SourceLocation) -> Diagnostic {
    .error(
      "a data: URL is not supported", at: location,
      hints: ["save the file in the template's folder and write its path"])
  }

  static func emptyURL(at location: SourceLocation) -> Diagnostic {
    .error("url() has no path", at: location, hints: ["write url(\"assets/paper.png\")"])
  }

  static func badURL(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted(value)) is not a path to a local file", at: location,
      hints: ["write url(\"assets/paper.png\")"])
  }

  static func badPosition(
    _ value: String, _ function: String, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(quoted(value)) is not a position in \(function)()", at: location,
      hints: ["write at center, at 50% 30% or at right 20px top 10px"])
  }

  static func prefixedGradient(_ name: String, at location: SourceLocation) -> Diagnostic {
    let plain = name.dropFirst("-webkit-".count)
    return .error("\(name)() is not supported", at: location, hints: ["use \(plain)()"])
  }

  static func badGradientDirection(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted("to " + value)) is not a gradient's direction", at: location,
      hints: ["write to right, to bottom left or an angle such as 45deg"])
  }

  static func badGradientAngle(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted("from " + value)) is not an angle", at: location, hints: ["write from 45deg"])
  }

  static func gradientNeedsComma(
    _ value: String, _ function: String, at location: SourceLocation
  ) -> Diagnostic {
    .error("expected a comma before \(quoted(value)) in \(function)()", at: location)
  }

  static func badGradientStop(
    _ value: String, _ function: String, at location: SourceLocation
  ) -> Diagnostic {
    value.isEmpty
      ? .error("\(function)() ends where a color is expected", at: location)
      : .error(
        "\(quoted(value)) is not a color stop of \(function)()", at: location,
        hints: ["write a color and at most two positions, such as #1a2b3c 20%"])
  }

  static func wrongRadii(isCircle: Bool, at location: SourceLocation) -> Diagnostic {
    isCircle
      ? .error("a circle has one radius, a length such as 200px", at: location)
      : .error(
        "an ellipse has two radii", at: location, hints: ["write ellipse 200px 100px"])
  }

  static func hintWithoutColor(_ function: String, at location: SourceLocation) -> Diagnostic {
    .error("the last position in \(function)() has no color", at: location)
  }
}

// MARK: - Custom properties

extension Diagnostic {
  static func badVar(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted(value)) does not name a custom property", at: location,
      hints: ["write var(--name) or var(--name, fallback)"])
  }

  static func missingCustomProperty(
    _ name: String, of property: String, guess: String?, at location: SourceLocation
  ) -> Diagnostic {
    let question = guess.map { "; did you mean \"\($0)\"?" } ?? ""
    return .error(
      "\"\(name)\" is not set where \"\(property)\" uses it\(question)", at: location,
      hints: ["set it on :root, or write a fallback: var(\(name), …)"])
  }

  static func customPropertyCycle(_ names: [String], at location: SourceLocation) -> Diagnostic {
    let chain = (names + names.prefix(1)).map { "\"\($0)\"" }.joined(separator: " → ")
    return .error("custom properties refer to each other in a circle: \(chain)", at: location)
  }

  static func customPropertyTooLong(_ name: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\"\(name)\" becomes longer than \(Substitution.longestValue) values, or deeper than "
        + "\(Substitution.deepestNesting), when var() is filled in", at: location)
  }

  static func afterSubstitution(_ problem: Diagnostic, value: String, at location: SourceLocation)
    -> Diagnostic
  {
    .error(
      problem.message, at: location,
      hints: ["with var() filled in, the value is \(quoted(value))"] + problem.hints)
  }
}

// MARK: - Attributes

extension Diagnostic {
  static func wrongDirection(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error("\(quoted(value)) is not a value of \"dir\"; expected ltr, rtl or auto", at: location)
  }

  static func wrongDimension(
    _ value: String, of name: String, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(quoted(value)) is not a value of \"\(name)\"; expected a number of px or a percentage",
      at: location)
  }
}

// MARK: - @font-face

extension Diagnostic {
  static func fontFaceLacks(_ descriptor: String, at location: SourceLocation) -> Diagnostic {
    .error("@font-face has no \(descriptor)", at: location)
  }

  static func localFontSource(at location: SourceLocation) -> Diagnostic {
    .error(
      "local() fonts are not used, because they differ from machine to machine", at: location,
      hints: ["write the path of a font file: src: url(\"fonts/brand.ttf\")"])
  }

  static func wrongFontFaceValue(
    _ value: String, of descriptor: String, expected: String, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(quoted(value)) is not a value of \"\(descriptor)\" in @font-face; expected \(expected)",
      at: location)
  }

  static func unknownFontFaceDescriptor(_ name: String, at location: SourceLocation) -> Diagnostic {
    let known = ["font-family", "src", "font-weight", "font-style", "font-display"]
    let guess = Spelling.nearest(to: name, among: known)
    let question = guess.map { "; did you mean \"\($0)\"?" } ?? ""
    return .error(
      "\"\(name)\" is not supported in @font-face\(question)", at: location,
      hints: ["it may have \(known.joined(separator: ", "))"])
  }
}

/// A string is quoted already.
func quoted(_ text: String) -> String {
  let isString = text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
  return isString ? shortened(text) : "\"\(shortened(text))\""
}

/// At most 60 characters, on one line.
private func shortened(_ text: String) -> String {
  text.count <= 60 ? text : text.prefix(57) + "…"
}

extension Diagnostic {
  package static func badVectorAttribute(_ attribute: Attribute, hint: String) -> Diagnostic {
    .error(
      "\"\(attribute.value.prefix(60))\" is not a value of \"\(attribute.name)\"",
      at: attribute.valueLocation, hints: [hint])
  }
}
