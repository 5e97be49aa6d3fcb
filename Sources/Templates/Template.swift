public import Diagnostics
public import Feeds
public import Markup

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
    let language = conversion.language(of: row)
    for (name, cell) in row.cells where !fields.contains(where: { $0.name == name }) {
      if name == Row.languageField { continue }
      if options.allowsUnknownFields, cell.location != Row.commandLine { continue }
      conversion.log.add(.unknownField(name, template: self, at: cell.location))
    }
    var values: [BoundValue?] = []
    for field in fields {
      let before = conversion.log.diagnostics.count
      let cell = row[field.name]
      var value = cell.flatMap { conversion.value($0, for: field) }
      let isFine = conversion.log.diagnostics.count == before
      if value == nil, isFine { value = field.standard }
      if value == nil, isFine, field.isRequired {
        conversion.log.add(.missingValue(field, at: cell?.location ?? row.location))
      }
      values.append(value)
    }
    try conversion.log.throwIfErrors()
    return FieldValues(
      values: values, language: language, location: row.location,
      warnings: conversion.log.sorted)
  }

  /// The page with the values in it.
  ///
  /// - Throws: when there are too many slides or elements, none, or values that cannot be compared
  ///   or must not stand in a style.
  public func bind(_ values: FieldValues) throws(DiagnosticsError) -> BoundTemplate {
    precondition(values.values.count == fields.count, "values of this template")
    var binder = Binder(page: page, state: BindingState(values: values.values))
    var root = binder.bind()
    LanguageMarking(of: root, named: values.language, values: values.words).mark(&root)
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

  /// Converts and binds a row in one step.
  public func bind(
    _ row: Row, options: BindOptions = BindOptions()
  ) throws(DiagnosticsError) -> BoundTemplate {
    try bind(try values(of: row, options: options))
  }
}
