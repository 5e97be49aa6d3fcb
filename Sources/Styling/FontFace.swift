public import Diagnostics
package import Markup
public import Typography

/// A font file that a style sheet brings (CSS Fonts 4 §4).
public struct FontFace: Equatable, Sendable {
  /// The name by which the style sheets ask for it.
  public var family: String
  /// One weight, or the range of a variable font; within 1…1000.
  public var weight: ClosedRange<Int>
  /// The slant it serves.
  public var slant: FontDescription.Slant
  /// The files in `src`, of which the first that can be read counts; resolved against the style
  /// sheet's folder, never empty.
  public var paths: [String]
  /// Where the `@font-face` stands.
  public var location: SourceLocation
}

extension FontFace {
  /// - Returns: nil when something is missing or wrong, which is reported.
  package init?(_ rule: FontFaceRule, problems: inout [Diagnostic]) {
    self.init(
      family: "", weight: 400...400, slant: .normal, paths: [], location: rule.location)
    let before = problems.count
    for declaration in rule.declarations {
      do throws(Diagnostic) { try read(declaration) } catch { problems.append(error) }
    }
    if problems.count == before {
      if family.isEmpty { problems.append(.fontFaceLacks("font-family", at: location)) }
      if paths.isEmpty { problems.append(.fontFaceLacks("src", at: location)) }
    }
    if problems.count > before { return nil }
  }

  private mutating func read(_ declaration: Declaration) throws(Diagnostic) {
    var reader = ValueReader(declaration.value, at: declaration.valueLocation)
    let expected: String
    switch declaration.name {
    case "font-family":
      expected = "one name"
      if let name = Longhand.fontFamily(&reader), reader.isAtEnd {
        family = name
        return
      }
    case "src":
      expected = "url(\"fonts/brand.ttf\")"
      let files = try reader.commaSeparated { (reader) throws(Diagnostic) in
        try Self.source(&reader)
      }
      if let files, reader.isAtEnd {
        paths = files
        return
      }
    case "font-weight":
      expected = "normal, bold, a number from 1 to 1000, or two for a variable font"
      if let least = try Self.weight(&reader) {
        let most = try Self.weight(&reader) ?? least
        if reader.isAtEnd {
          weight = min(least, most)...max(least, most)
          return
        }
      }
    case "font-style":
      expected = "normal, italic or oblique"
      if let style = reader.keyword(FontDescription.Slant.self), reader.isAtEnd {
        slant = style
        return
      }
    case "font-display":
      // When a browser shows text before its font is there; a slide waits.
      expected = "auto, block, swap, fallback or optional"
      if ["auto", "block", "swap", "fallback", "optional"].contains(reader.identifier() ?? ""),
        reader.isAtEnd
      {
        return
      }
    default: throw .unknownFontFaceDescriptor(declaration.name, at: declaration.location)
    }
    throw .wrongFontFaceValue(
      declaration.value.cssText, of: declaration.name, expected: expected,
      at: declaration.valueLocation)
  }

  /// A `url()` with, perhaps, a `format()` and a `tech()`, which the file itself tells better.
  private static func source(_ reader: inout ValueReader) throws(Diagnostic) -> String? {
    let place = reader.location
    if reader.function("local") != nil { throw .localFontSource(at: place) }
    guard let path = try reader.localURL() else { return nil }
    _ = reader.function("format")
    _ = reader.function("tech")
    return path
  }

  private static func weight(_ reader: inout ValueReader) throws(Diagnostic) -> Int? {
    if let keyword = reader.keyword(["normal": 400, "bold": 700]) { return keyword }
    guard let number = try reader.number(), (1...1000).contains(number) else { return nil }
    return Int(number.rounded())
  }
}
