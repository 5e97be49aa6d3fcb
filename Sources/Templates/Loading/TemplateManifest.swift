public import Diagnostics
import Feeds
import Posts
import YAMLText

/// What `template.yaml` says.
public struct TemplateManifest: Sendable {
  /// The folder's name, by which commands call the template.
  public var name: String
  /// For people; the name when there is none.
  public var title: String
  /// For people: what the template is for; empty when nobody said.
  public var description: String
  /// The first is the standard one. Never empty.
  public var sizes: [SlideSize]
  /// In the order written.
  public var fields: [Field]
  /// In the order written.
  var labels: [WrittenLabel] = []
  /// The text of `caption.txt`, its expressions not yet read.
  public var caption: String?
  /// Where the caption begins in `template.yaml`; nil when there is none.
  public var captionLocation: SourceLocation?

  /// As far as it can be read; the log has an error for everything else.
  init(_ node: YAMLNode, folder: String, name: String, log: inout DiagnosticLog) {
    self.name = name
    title = name
    description = ""
    sizes = [SlideSize(width: 1080, height: 1920)]
    fields = []
    guard var reader = YAMLReader(node, what: "template.yaml", log: &log) else { return }
    if let written = reader.text("name", log: &log), written != name,
      let place = reader.node("name")?.location
    {
      log.add(.otherName(written, folder: name, at: place))
    }
    title = reader.text("title", log: &log) ?? name
    description = reader.text("description", log: &log) ?? ""
    caption = reader.text("caption", log: &log)
    captionLocation = reader.node("caption")?.location
    if let texts = reader.texts("sizes", log: &log) {
      let sizes = texts.compactMap { text, place -> SlideSize? in
        if let size = SlideSize(text) { return size }
        log.add(.notASize(text, at: place))
        return nil
      }
      if !sizes.isEmpty { self.sizes = sizes }
    }
    if let node = reader.node("fields"),
      let entries = YAMLReader(node, what: "fields", log: &log)?.entries
    {
      for entry in entries {
        if let field = Field(entry, folder: folder, log: &log) { fields.append(field) }
      }
    }
    if let node = reader.node("labels"),
      let entries = YAMLReader(node, what: "labels", log: &log)?.entries
    {
      for entry in entries {
        if let label = WrittenLabel(entry, fields: fields, log: &log) { labels.append(label) }
      }
    }
    reader.finish(log: &log)
  }
}

extension WrittenLabel {
  /// One entry of `labels:`; nil after reporting one without texts.
  init?(_ entry: YAMLNode.Entry, fields: [Field], log: inout DiagnosticLog) {
    name = entry.key
    location = entry.keyLocation
    if !Field.canBeCalled(name) { log.add(.notAFieldName(name, at: location)) }
    if fields.contains(where: { $0.name == entry.key }) {
      log.add(.labelOfAField(name, at: location))
    }
    let texts = Translations(entry.value, what: "the label \"\(name)\"", log: &log)
    guard let texts else { return nil }
    translations = texts
  }
}

extension Field {
  /// Whether an expression can name it.
  static func canBeCalled(_ name: String) -> Bool {
    name.unicodeScalars.first?.properties.isAlphabetic == true && name != "loop"
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-"
      }
  }

  /// One entry of `fields:`; nil after reporting one without a usable type.
  init?(_ entry: YAMLNode.Entry, folder: String, log: inout DiagnosticLog) {
    name = entry.key
    location = entry.keyLocation
    isRequired = false
    if !Self.canBeCalled(name) { log.add(.notAFieldName(name, at: location)) }
    // `title: text` is short for `title: { type: text }`.
    if let short = entry.value.text {
      guard let type = FieldType(name: short) else {
        log.add(.unknownType(short, field: name, at: entry.value.location))
        return nil
      }
      self.type = type
      return
    }
    guard var reader = YAMLReader(entry.value, what: "the field \"\(name)\"", log: &log) else {
      return nil
    }
    let typeName = reader.text("type", log: &log) ?? "text"
    let place = reader.node("type")?.location ?? location
    guard var type = FieldType(name: typeName) else {
      log.add(.unknownType(typeName, field: name, at: place))
      return nil
    }
    if let items = reader.text("items", log: &log), let itemPlace = reader.node("items")?.location {
      let itemType = FieldType(name: items)
      switch (type, itemType) {
      case (.list, .text), (.list, .image), (.list, .number), (.list, .money), (.list, .date),
        (.list, .color):
        type = .list(of: itemType ?? .text)
      default: log.add(.unusableItems(items, field: name, at: itemPlace))
      }
    }
    self.type = type
    isRequired = reader.flag("required", log: &log) ?? false
    description = reader.text("description", log: &log)
    limit = reader.integer("limit", in: 1...100_000, log: &log)
    if limit != nil, let limitPlace = reader.node("limit")?.location {
      switch type {
      case .text, .list: break
      default: log.add(.limitWithoutMeaning(self, at: limitPlace))
      }
    }
    readBounds(&reader, log: &log)
    if type == .text, let node = reader.node("default"), case .mapping = node.value {
      translations = translatedStandard(node, log: &log)
      standard =
        translations.first { $0.language.tag == "en" }?.value ?? translations.first?.value
      if isRequired { log.add(.requiredWithDefault(self, at: node.location)) }
    } else if let node = reader.node("default"), let cell = Row.Cell(node) {
      var conversion = FieldConversion(BindOptions(imageFolders: [folder]))
      standard = conversion.value(cell, for: self)
      log.add(contentsOf: conversion.log.diagnostics)
      if isRequired { log.add(.requiredWithDefault(self, at: node.location)) }
    }
    reader.finish(log: &log)
  }
}

extension Field {
  private mutating func readBounds(_ reader: inout YAMLReader, log: inout DiagnosticLog) {
    minimum = reader.number("min", log: &log)
    maximum = reader.number("max", log: &log)
    pattern = reader.text("pattern", log: &log)
    for (key, isGiven) in [
      ("min", minimum != nil), ("max", maximum != nil), ("pattern", pattern != nil),
    ]
    where isGiven && !hasMeaning(key) {
      log.add(
        .boundWithoutMeaning(key, self, at: reader.node(key)?.location ?? location))
    }
    if let minimum, let maximum, minimum > maximum {
      log.add(.boundsCrossed(self, at: reader.node("min")?.location ?? location))
    }
    if let pattern, (try? Regex(pattern)) == nil {
      log.add(.notAPattern(pattern, self, at: reader.node("pattern")?.location ?? location))
    }
  }

  private func hasMeaning(_ key: String) -> Bool {
    switch (key, type) {
    case ("min", .number), ("min", .money), ("min", .list), ("max", .number), ("max", .money),
      ("pattern", .text):
      true
    default: false
    }
  }

  private func translatedStandard(
    _ node: YAMLNode, log: inout DiagnosticLog
  ) -> [(language: Language, value: BoundValue)] {
    let texts = Translations(node, what: "the default of \"\(name)\"", log: &log)?.texts ?? []
    return texts.compactMap { language, text, place in
      var conversion = FieldConversion(BindOptions())
      let value = conversion.value(Row.Cell(.text(text), at: place), for: self)
      log.add(contentsOf: conversion.log.diagnostics)
      return value.map { (language, $0) }
    }
  }
}

extension Row.Cell {
  /// Nil for a mapping, which no field takes, and for null.
  init?(_ node: YAMLNode) {
    switch node.value {
    case .scalar:
      guard let text = node.text else { return nil }
      self.init(.text(text), at: node.location)
    case .sequence(let items):
      self.init(.list(items.compactMap { Row.Cell($0) }), at: node.location)
    case .mapping: return nil
    }
  }
}
