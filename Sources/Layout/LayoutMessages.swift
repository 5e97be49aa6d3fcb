import Diagnostics

/// Every sentence of the layout engine, in one place.
extension Diagnostic {
  static func imageWithoutSource(at location: SourceLocation) -> Diagnostic {
    .error("this img has no src", at: location, hints: ["name a picture: src=\"photo.jpg\""])
  }

  static func effectOnInlineBox(_ property: String, of name: String, at location: SourceLocation)
    -> Diagnostic
  {
    .error(
      "\"\(property)\" is not supported on <\(name)> as an inline box", at: location,
      hints: ["set display: inline-block on it"])
  }

  /// - Parameters:
  ///   - count: how often the text has it.
  ///   - package: Debian's, that may have a font for it.
  static func missingCharacter(
    _ cluster: String, _ scalar: Unicode.Scalar, in text: InlineText?, count: Int,
    package: String?, at place: SourceLocation?, isError: Bool
  ) -> Diagnostic {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let name = scalar.properties.name.map { " \($0)" } ?? ""
    let field = text?.field.map { " (in field \($0))" } ?? ""
    let times = count > 1 ? ", \(count) times" : ""
    var hints = ["remove it, or bring a font that has it with @font-face, best in the brand kit"]
    if let package { hints.append("the Debian package \(package) may have one") }
    return Diagnostic(
      isError ? .error : .warning, "no font has \(code)\(name) \(cluster)\(field)\(times)",
      at: place, hints: isError ? hints : [])
  }

  static func tooMuchText(
    _ text: InlineText?, element: ElementIdentity?, count: Int, fitting: Int, sizeInPx: Double
  ) -> Diagnostic {
    .error(
      "\(subject(text, element)) is \(count) characters; about \(fitting) fit at "
        + "\(px(sizeInPx))",
      at: text?.fieldLocation ?? text?.location ?? element?.location,
      hints: ["shorten it, or give it more room or a smaller -flint-min-font-size"])
  }

  static func cutText(
    _ text: InlineText?, element: ElementIdentity?, lines: Int, of total: Int, isError: Bool
  ) -> Diagnostic {
    let part = total == 1 ? "" : ": \(lines) of \(total) lines"
    return Diagnostic(
      isError ? .error : .warning, "\(subject(text, element)) does not fit and is cut off\(part)",
      at: text?.fieldLocation ?? text?.location ?? element?.location,
      hints: [
        "shorten it, let it shrink with -flint-min-font-size, or end it with -webkit-line-clamp",
        "aria-hidden=\"true\" marks text that is only decoration",
      ])
  }

  /// `title`, or `text of h1.big` for the template's own words.
  private static func subject(_ text: InlineText?, _ element: ElementIdentity?) -> String {
    if let field = text?.field { return field }
    guard let element else { return "text" }
    let id = element.id.map { "#\($0)" } ?? ""
    return "text of \(element.name)\(id)" + element.classes.map { ".\($0)" }.joined()
  }

  /// At most two decimals.
  private static func px(_ value: Double) -> String {
    let hundredths = Int((finite(value) * 100).rounded())
    if hundredths % 100 == 0 { return "\(hundredths / 100)px" }
    let digits = String(hundredths % 100 + 100).dropFirst()
    return "\(hundredths / 100).\(digits.hasSuffix("0") ? digits.dropLast() : digits)px"
  }
}
