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
