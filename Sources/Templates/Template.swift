public import Diagnostics
public import Feeds
public import Markup
import Posts

/// A folder that describes a carousel, read and checked: `template.yaml`, `slides.html`, its style
/// sheets and `sample.yaml`.
public struct Template: Sendable {
  /// The folder as it was named.
  public let folder: String
  /// What `template.yaml` says.
  public let manifest: TemplateManifest
  /// In document order, as the cascade needs them.
  public let styleSheets: [StyleSheet]
  /// The slides as written, before lists repeat them.
  public let slides: [TemplateSlide]
  /// The first is the best one; empty without a `sample.yaml`.
  public let samples: [(name: String, post: PostFile)]
  /// SHA-256 over the names and contents of all files of the folder, as 64 hexadecimal digits.
  public let digest: String
  /// Warnings about the template itself.
  public let warnings: [Diagnostic]

  let styleSources: [StyleSource]
  let page: CompiledPage
  let caption: [TextPiece]
  /// The template's own words, in the order of `template.yaml`.
  public let labels: [Label]

  /// The folder's name, by which commands call the template.
  public var name: String { manifest.name }
  /// The fields that a row may fill, in the order of `template.yaml`.
  public var fields: [Field] { manifest.fields }
  /// The first is the standard one. Never empty.
  public var sizes: [SlideSize] { manifest.sizes }

  /// The row's values, each of its field's type. `language` needs no field: it is every row's.
  ///
  /// - Throws: all problems at once: unknown fields, values that do not fit, missing ones.
  public func values(
    of row: Row, options: BindOptions = BindOptions()
  ) throws(DiagnosticsError) -> FieldValues {
    var conversion = FieldConversion(options)
    let named = conversion.language(of: row)
    conversion.language = named
    for (name, cell) in row.cells where !fields.contains(where: { $0.name == name }) {
      if name == Row.languageField || labels.contains(where: { $0.name == name }) { continue }
      if options.allowsUnknownFields, cell.location != Row.commandLine { continue }
      conversion.log.add(.unknownField(name, template: self, at: cell.location))
    }
    var values: [BoundValue?] = []
    /// The fields that the row leaves to the template.
    var open: [Int] = []
    for (index, field) in fields.enumerated() {
      let before = conversion.log.diagnostics.count
      let value = row[field.name].flatMap { conversion.value($0, for: field) }
      if value == nil, conversion.log.diagnostics.count == before { open.append(index) }
      values.append(value)
    }
    let language = PageLanguage(
      own: ownLanguage, named: named,
      values: values.compactMap(\.self).flatMap(\.words))
    for index in open {
      let field = fields[index]
      values[index] = field.standard(in: language.language)
      if values[index] == nil, field.isRequired {
        conversion.log.add(
          .missingValue(field, at: row[field.name]?.location ?? row.location))
      }
    }
    let own = labels.map { label in
      row[label.name].flatMap { conversion.value($0, for: label.asField) }
    }
    checkTranslations(in: language, own, of: row, log: &conversion.log)
    try conversion.log.throwIfErrors()
    return FieldValues(
      values: values, labels: own, language: language, location: row.location,
      warnings: conversion.log.sorted)
  }

  /// The page with the values in it.
  ///
  /// - Throws: when there are too many slides or elements, none, or values that cannot be compared
  ///   or must not stand in a style.
  public func bind(_ values: FieldValues) throws(DiagnosticsError) -> BoundTemplate {
    precondition(values.values.count == fields.count, "values of this template")
    var binder = Binder(
      page: page, state: BindingState(values: values.values, language: values.language))
    for (label, own) in zip(labels, values.labels) {
      binder.state.labels.append(own ?? binder.value(of: label))
    }
    var root = binder.bind()
    values.language.mark(&root)
    let caption = binder.plainText(caption).trimmingWhitespace()
    var log = binder.log
    try log.throwIfErrors()
    if binder.slides.count > Binder.maximumSlides {
      log.add(.tooManySlides(binder.slides.count, at: values.location))
    } else if binder.slides.isEmpty {
      log.add(.noSlidesLeft(at: values.location))
    } else if binder.slides.count < 2 {
      log.add(.fewSlides(at: values.location))
    }
    try log.throwIfErrors()
    let names = Self.slideNames(of: binder.slides.map { slides[$0].name })
    let boundSlides = zip(names, binder.slides).map {
      BoundSlide(name: $0, template: slides[$1])
    }
    return BoundTemplate(
      document: Document(root: root, styleSources: styleSources), slides: boundSlides,
      caption: caption, warnings: values.warnings + log.sorted)
  }

  /// The languages that all of its own words and standard texts are in, as tags; empty without any.
  public var languages: [String] {
    let texts =
      labels.map(\.languages) + fields.map(\.languages).filter { !$0.isEmpty }
    guard let first = texts.first else { return [] }
    return first.map(\.tag).filter { tag in
      texts.allSatisfy { $0.contains { $0.tag == tag } }
    }
  }

  /// That of the page's `lang`; empty when it has none.
  private var ownLanguage: String { page.root.element[attribute: "lang"] ?? "" }

  /// Says so when the row is in a language that the template's words are not in.
  private func checkTranslations(
    in language: PageLanguage, _ own: [BoundValue?], of row: Row, log: inout DiagnosticLog
  ) {
    guard let told = language.language, told.tag != language.own, !told.tag.hasPrefix("und") else {
      return
    }
    let missing = zip(labels, own).filter { $1 == nil && told.best(of: $0.texts) == nil }
    if missing.isEmpty { return }
    log.add(
      .notInTheRowsLanguage(
        told.tag, own: language.own.isEmpty ? "the page's language" : language.own,
        labels: missing.map(\.0.name), at: row[Row.languageField]?.location ?? row.location))
  }

  /// Converts and binds a row in one step.
  public func bind(
    _ row: Row, options: BindOptions = BindOptions()
  ) throws(DiagnosticsError) -> BoundTemplate {
    try bind(try values(of: row, options: options))
  }
}
