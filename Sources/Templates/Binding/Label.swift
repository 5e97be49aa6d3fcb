public import Diagnostics
public import Posts
import YAMLText

/// A text in several languages, as `template.yaml` writes it: `{ en: Was, de: Vorher }`.
struct Translations: Sendable {
  /// In the order written; never empty.
  var texts: [(language: Language, text: String, location: SourceLocation)]

  /// Nil after reporting a node that has none.
  init?(_ node: YAMLNode, what: String, log: inout DiagnosticLog) {
    guard let reader = YAMLReader(node, what: what, log: &log) else { return nil }
    texts = []
    for entry in reader.entries {
      guard let language = Language(entry.key) else {
        log.add(.unknownLanguage(entry.key, isError: true, at: entry.keyLocation))
        continue
      }
      guard let text = entry.value.text, !text.isEmpty else {
        log.add(.notATranslation(entry.key, of: what, at: entry.value.location))
        continue
      }
      texts.append((language, text, entry.value.location))
    }
    if texts.isEmpty {
      if reader.entries.isEmpty { log.add(.noTranslations(of: what, at: node.location)) }
      return nil
    }
  }

  var languages: [Language] { texts.map(\.language) }
}

/// A word or two that the template itself says, in the languages it has them in; a row may say it
/// otherwise under the same name.
public struct Label: Sendable {
  /// By which expressions and rows call it.
  public let name: String
  /// In the order written, the page's own among them.
  public var languages: [Language] { texts.map(\.language) }
  /// Where its name stands in `template.yaml`.
  public let location: SourceLocation

  /// What it says in the language that is written first, expressions as written.
  public let standard: String

  /// In each language, cut at its expressions.
  let texts: [(language: Language, value: [TextPiece])]
}

extension Label {
  /// The field that a row fills to say it otherwise.
  var asField: Field {
    Field(name: name, type: .text, isRequired: false, location: location)
  }
}

/// A label as `template.yaml` has it, its expressions not yet read.
struct WrittenLabel: Sendable {
  var name: String
  var translations: Translations
  var location: SourceLocation
}

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
