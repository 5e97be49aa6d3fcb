import Diagnostics

extension Diagnostic {
  static func notAScript(_ code: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(code)\" is not a script", at: place,
      hints: ["write four letters of ISO 15924, such as Arab; Zyyy for every script"])
  }

  static func notAFace(_ line: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(line)\" does not describe a font file", at: place,
      hints: ["write NAME WEIGHT STYLE SHA-256, such as Inter-Bold.otf 700 normal 27ea5b…"])
  }

  static func notFamilies(_ key: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(key)\" needs the names of font families, separated by commas", at: place)
  }

  static func missingFont(_ file: String, family: String, package: String) -> Diagnostic {
    .error(
      "the font file \"\(file)\" of \"\(family)\" is not installed",
      hints: [
        "install it with: apt-get install --no-install-recommends \(package)",
        "flint doctor lists all missing fonts",
      ])
  }

  static func alteredFont(
    _ path: String, family: String, expected: String, found: String
  ) -> Diagnostic {
    .error(
      "the font file \"\(path)\" of \"\(family)\" is not the one of the catalogue: its SHA-256"
        + " begins \(found.prefix(12)), not \(expected.prefix(12))",
      hints: ["slides would look different; put the catalogue's version into the folder fonts/"])
  }

  static func notAFont(_ path: String, at place: SourceLocation?) -> Diagnostic {
    .error(
      "\"\(path)\" is not a font Flint can read", at: place,
      hints: ["use an OpenType file (.otf, .ttf or .ttc); WOFF must be unpacked first"])
  }

  static func unknownFamily(
    _ family: String, nearest: String?, at place: SourceLocation?
  ) -> Diagnostic {
    .error(
      "unknown font family \"\(family)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""),
      at: place, hints: ["flint doctor lists the fonts of the catalogue"])
  }

  static func emptyCatalog() -> Diagnostic {
    .error("the font catalogue has no fonts", hints: ["add families to fonts/fonts.yaml"])
  }

  static func excess(_ excess: ParagraphText.Excess) -> Diagnostic {
    switch excess {
    case .tooLong(let scalars, _):
      .error(
        "the text has \(scalars) characters; a text box may hold \(TextLimits.maximumScalars)",
        hints: ["shorten the text"])
    case .tooManyMarks:
      .error(
        "a character carries more than \(TextLimits.maximumMarks) combining marks",
        hints: ["remove the marks stacked on it"])
    }
  }
}
