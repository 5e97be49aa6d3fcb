import Diagnostics
import Feeds
import Posts

// Expressions.

extension Diagnostic {
  static func openExpression(at place: SourceLocation) -> Diagnostic {
    .error("this \"{{\" is never closed by \"}}\"", at: place)
  }

  static func strayEnd(at place: SourceLocation) -> Diagnostic {
    .error("a \"}}\" without \"{{\"", at: place)
  }

  static func openString(at place: SourceLocation) -> Diagnostic {
    .error("this quote is never closed", at: place)
  }

  static func noPath(found: String, at place: SourceLocation) -> Diagnostic {
    let found = found.trimmingWhitespace()
    return .error(
      found.isEmpty ? "a field's name is missing" : "expected a field's name, not \"\(found)\"",
      at: place, hints: ["write {{ field }} or {{ field | filter }}"])
  }

  static func unexpected(
    _ found: String, expected: String, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      found.isEmpty
        ? "expected \(expected) here" : "expected \(expected), not \"\(found.prefix(40))\"",
      at: place)
  }

  static func notAPath(_ rest: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(rest.prefix(40))\" is not understood here", at: place,
      hints: ["a condition is one field, item or loop.first; use data-unless for the opposite"])
  }

  static func unknownName(
    _ name: String, known: [String], at place: SourceLocation
  ) -> Diagnostic {
    let guess = Spelling.nearest(to: name, among: known)
    return .error(
      "unknown field \"\(name)\"" + (guess.map { "; did you mean \"\($0)\"?" } ?? ""), at: place,
      hints: guess == nil
        ? [
          known.isEmpty
            ? "template.yaml declares no fields" : "known here: \(known.joined(separator: ", "))"
        ] : [])
  }

  static func noParts(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(name)\" has no parts", at: place, hints: ["only loop has: loop.index …"])
  }

  static func loopAlone(at place: SourceLocation) -> Diagnostic {
    .error("loop needs a part", at: place, hints: [loopParts])
  }

  static func loopOutside(at place: SourceLocation) -> Diagnostic {
    .error("loop exists only inside an element with data-each", at: place)
  }

  static func unknownLoopPart(_ part: String, at place: SourceLocation) -> Diagnostic {
    .error("loop has no part \"\(part)\"", at: place, hints: [loopParts])
  }

  private static let loopParts =
    "write loop.index (from 1), loop.count, loop.first or loop.last"

  static func unknownFilter(_ name: String, at place: SourceLocation) -> Diagnostic {
    let guess = Spelling.nearest(to: name, among: Filter.names)
    return .error(
      "unknown filter \"\(name)\"" + (guess.map { "; did you mean \"\($0)\"?" } ?? ""), at: place,
      hints: guess == nil ? ["filters: \(Filter.names.joined(separator: ", "))"] : [])
  }

  static func filterType(
    _ name: String, needs expected: [FieldType], has type: FieldType, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(name) needs a value of type \(expected.map(\.description).joined(separator: " or ")), not "
        + "\(type)", at: place)
  }

  static func filterArguments(_ name: String, at place: SourceLocation) -> Diagnostic {
    let usage =
      switch name {
      case "money": "money, or money(\"de\") with a language"
      case "percent_off": "percent_off(compare_at_price) with a field of type money"
      case "truncate": "truncate(80) with the number of characters or list items, 1 to 10000"
      case "default": "default(\"text\"), or default(field) with a field of the same type"
      case "date":
        "date(\"long\"), date(\"day\"), or date(\"D MMMM YYYY\") from YYYY YY MMMM MMM MM M DD D "
          + "dddd ddd"
      case "join": "join(\", \")"
      case "number": "number, or number(1) with the decimals, 0 to 6"
      default: "\(name) without arguments"
      }
    return .error("\(name) does not take these arguments", at: place, hints: ["write \(usage)"])
  }

  static func notShowable(_ expression: Expression, place: String) -> Diagnostic {
    let hint =
      switch expression.type {
      case .list: "use data-each, or join(\", \")"
      case .flag: "use data-if"
      case .image:
        place == "in a style"
          ? "use an img element with object-fit: cover" : "use it as the src of an img element"
      default: "only numbers, lengths and colors pass into a style"
      }
    return .error(
      "a value of type \(expression.type) cannot stand \(place)", at: expression.location,
      hints: [hint])
  }
}

// Directives and attributes.

extension Diagnostic {
  static func notAnEach(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "data-each=\"\(text)\" is not of the form \"item in list\"", at: place,
      hints: ["write data-each=\"bullet in bullets\""])
  }

  static func nameTaken(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("the name \"\(name)\" is taken already", at: place, hints: ["choose another name"])
  }

  static func notAList(_ type: FieldType, at place: SourceLocation) -> Diagnostic {
    .error("data-each needs a list, not a value of type \(type)", at: place)
  }

  static func unknownDirective(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "there is no \(name)", at: place, hints: ["use data-if, data-unless and data-each"])
  }

  static func sourceIsNotAnImage(at place: SourceLocation) -> Diagnostic {
    .error(
      "src takes one field of type image", at: place,
      hints: ["write src=\"{{ image }}\", or the path of a file of the template"])
  }
}

// Template folders.

extension Diagnostic {
  static func notATemplate(_ folder: String) -> Diagnostic {
    .error("\"\(folder)\" is not a template: it has no \(Template.manifestName)")
  }

  static func folderWithout(
    _ file: String, kind: String, folder: String, at place: SourceLocation?
  ) -> Diagnostic {
    .error("\"\(folder)\" is not a \(kind): it has no \(file)", at: place)
  }

  static func unknownFolder(
    _ kind: String, _ name: String, known: [String], at place: SourceLocation?
  ) -> Diagnostic {
    let guess = Spelling.nearest(to: name, among: known)
    let list =
      known.isEmpty ? "there are none" : "\(kind)s: \(known.joined(separator: ", "))"
    return .error(
      "there is no \(kind) \"\(name)\"" + (guess.map { "; did you mean \"\($0)\"?" } ?? ""),
      at: place, hints: guess == nil ? [list] : [])
  }

  static func folderTooDeep(_ folder: String) -> Diagnostic {
    .error("\"\(folder)\" lies deeper than \(TemplateFolder.maximumDepth) folders in its template")
  }

  static func tooManyFiles(_ folder: String) -> Diagnostic {
    .error("\"\(folder)\" has more than \(TemplateFolder.maximumFiles) files")
  }

  static func otherName(_ name: String, folder: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "the name \"\(name)\" is not that of the folder, \"\(folder)\"", at: place,
      hints: ["remove the line; \"title\" is the name for people"])
  }

  static func notASize(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(text)\" is not a size", at: place,
      hints: [
        "write 9:16, 3:4, 4:5, 1:1, or 1080x1920, each from \(SlideSize.range.lowerBound) to "
          + "\(SlideSize.range.upperBound)"
      ])
  }

  static func notAFieldName(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(name)\" cannot be a field's name", at: place,
      hints: ["use letters, digits, _ and -, a letter first; \"loop\" is taken"])
  }

  static func unknownType(
    _ name: String, field: String, at place: SourceLocation
  ) -> Diagnostic {
    let guess = Spelling.nearest(to: name, among: FieldType.names)
    return .error(
      "unknown type \"\(name)\" of the field \"\(field)\""
        + (guess.map { "; did you mean \"\($0)\"?" } ?? ""), at: place,
      hints: guess == nil ? ["types: \(FieldType.names.joined(separator: ", "))"] : [])
  }

  static func unusableItems(
    _ name: String, field: String, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "items of \"\(field)\" cannot be \"\(name)\"", at: place,
      hints: ["items belong to type list: text, image, number, money, date or color"])
  }

  static func limitWithoutMeaning(_ field: Field, at place: SourceLocation) -> Diagnostic {
    .error(
      "a limit has no meaning for type \(field.type)", at: place,
      hints: ["it counts the characters of a text or the items of a list"])
  }

  static func boundWithoutMeaning(
    _ key: String, _ field: Field, at place: SourceLocation
  ) -> Diagnostic {
    let hint =
      switch key {
      case "pattern": "a pattern is of a text"
      case "max": "it is of a number or an amount; a text and a list have a limit"
      default: "it is of a number or an amount, or the fewest items of a list"
      }
    return .error("\(key) has no meaning for type \(field.type)", at: place, hints: [hint])
  }

  static func boundsCrossed(_ field: Field, at place: SourceLocation) -> Diagnostic {
    .error("min of \"\(field.name)\" is above its max", at: place)
  }

  static func notAPattern(
    _ pattern: String, _ field: Field, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "the pattern of \"\(field.name)\" is no regular expression", at: place,
      hints: ["for example [A-Z0-9-]+ for a code"])
  }

  static func requiredWithDefault(_ field: Field, at place: SourceLocation) -> Diagnostic {
    .warning(
      "the field \"\(field.name)\" has a default, so it is never missing", at: place,
      hints: ["remove \"required\" or the default"])
  }

  static func unusedField(_ field: Field) -> Diagnostic {
    .warning("no slide uses the field \"\(field.name)\"", at: field.location)
  }

  static func noSlides(at place: SourceLocation) -> Diagnostic {
    .error(
      "the page has no slide", at: place,
      hints: ["each slide is a <section class=\"slide\" id=\"…\">"])
  }
}

// Labels.

extension Diagnostic {
  static func notATranslation(
    _ language: String, of what: String, at place: SourceLocation
  ) -> Diagnostic {
    .error("\(what) has no text in \(language)", at: place)
  }

  static func noTranslations(of what: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\(what) has no text in any language", at: place,
      hints: ["for example { en: Was, de: Vorher }"])
  }

  static func labelOfAField(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(name)\" is a field and a label", at: place, hints: ["give one another name"])
  }

  static func notInThePagesLanguage(
    _ name: String, language: String, at place: SourceLocation
  ) -> Diagnostic {
    .error("the label \"\(name)\" has no text in \(language), the page's own language", at: place)
  }

  static func translationsMissing(
    _ what: String, _ languages: [String], at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "\(what) has no text in \(languages.joined(separator: ", ")), which other texts have",
      at: place)
  }

  static func unusedLabel(_ label: WrittenLabel) -> Diagnostic {
    .warning("no slide uses the label \"\(label.name)\"", at: label.location)
  }

  static func notInTheRowsLanguage(
    _ language: String, own: String, labels: [String], at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "the template's own words are not in \(language); they stay in \(own)", at: place,
      hints: ["say them in the row: \(labels.joined(separator: ", "))"])
  }
}

// Brand kits.

extension Diagnostic {
  static func unknownKitVariable(
    _ name: String, meant: String?, known: [String], at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "no template reads \"\(name)\"" + (meant.map { "; did you mean \"\($0)\"?" } ?? ""),
      at: place,
      hints: meant == nil ? ["a kit sets \(known.joined(separator: ", "))"] : [])
  }
}
