public import Diagnostics
import YAMLText

/// A post written by hand in YAML: which template, how, and the values of its fields.
///
/// ```yaml
/// template: product-showcase
/// size: 1080x1350
/// caption: Made by hand
/// fields:
///   title: Clay pot
///   bullets: [Fired twice, Holds water]
/// ```
///
/// Values may also stand at the top level, beside the settings; a field whose name is that of a
/// setting must stand under `fields`. A file with values only is what `--data` takes.
public struct PostFile: Equatable, Sendable {
  /// A text of the file with its place.
  public struct Setting: Equatable, Sendable {
    /// As written, unquoted.
    public var text: String
    /// Where the text begins.
    public var location: SourceLocation
  }

  /// A template's name, or the path of its folder relative to the file.
  public var template: Setting?
  /// `1080x1920`.
  public var size: Setting?
  /// A brand kit's name.
  public var kit: Setting?
  /// Replaces the template's caption.
  public var caption: Setting?
  /// As written, with or without `#`.
  public var hashtags: [Setting]
  /// The title above the caption of the post on TikTok; not the field `title` of a template.
  public var postTitle: Setting?
  /// What the post discloses, in TikTok's words: `your brand`, `branded content` or `none`.
  public var disclosure: Setting?
  /// The values; its key is the setting `key`.
  public var row: Row

  /// The names that are settings at the top level, and not fields.
  public static let settingNames = [
    "template", "size", "kit", "caption", "hashtags", "post_title", "disclosure", "key", "fields",
  ]

  /// Reads a post file; all its problems are thrown at once.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) throws(DiagnosticsError) -> PostFile {
    let node = try YAMLNode.parse(bytes, file: file)
    var log = DiagnosticLog()
    let post = PostFile(node, what: "the post file", log: &log)
    try log.throwIfErrors()
    guard let post else { preconditionFailure("a post file that is not read has an error") }
    return post
  }

  /// Nil after reporting a node that is not a mapping.
  init?(_ node: YAMLNode, what: String, log: inout DiagnosticLog) {
    guard var reader = YAMLReader(node, what: what, log: &log) else { return nil }
    func setting(_ name: String) -> Setting? {
      guard let text = reader.text(name, log: &log) else { return nil }
      return Setting(text: text, location: reader.node(name)?.location ?? node.location)
    }
    template = setting("template")
    size = setting("size")
    kit = setting("kit")
    caption = setting("caption")
    postTitle = setting("post_title")
    disclosure = setting("disclosure")
    hashtags = (reader.texts("hashtags", log: &log) ?? []).map {
      Setting(text: $0.text, location: $0.location)
    }
    for tag in hashtags {
      let word = tag.text.hasPrefix("#") ? tag.text.dropFirst() : tag.text[...]
      if word.isEmpty || word.contains(where: \.isWhitespace) || word.contains("#") {
        log.add(.notAHashtag(tag.text, at: tag.location))
      }
    }
    let key = setting("key")
    var cells: [(name: String, cell: Row.Cell)] = []
    func add(_ entries: [YAMLNode.Entry], log: inout DiagnosticLog) {
      for entry in entries {
        if let first = cells.first(where: { $0.name == entry.key })?.cell.location {
          log.add(.fieldTwice(entry.key, first: first, at: entry.keyLocation))
        } else if let cell = Self.cell(entry.value, field: entry.key, log: &log) {
          cells.append((entry.key, cell))
        }
      }
    }
    add(reader.entries.filter { !Self.settingNames.contains($0.key) }, log: &log)
    if let fields = reader.node("fields"),
      let fieldReader = YAMLReader(fields, what: "fields", log: &log)
    {
      add(fieldReader.entries, log: &log)
    }
    row = Row(key: key?.text, cells: cells, location: node.location)
  }

  /// Nil for null, and after reporting a mapping.
  private static func cell(
    _ node: YAMLNode, field: String, log: inout DiagnosticLog
  ) -> Row.Cell? {
    switch node.value {
    case .scalar: return node.text.map { Row.Cell(.text($0), at: node.location) }
    case .sequence(let items):
      let cells = items.compactMap { cell($0, field: field, log: &log) }
      return Row.Cell(.list(cells), at: node.location)
    case .mapping:
      log.add(.fieldIsMapping(field, at: node.location))
      return nil
    }
  }
}

/// The rows a template brings to be looked at: `sample.yaml`.
///
/// ```yaml
/// good:            # shows the template at its best
///   title: Clay pot
/// hard:            # long, empty, right-to-left
///   title: A very long title that has to fit all the same
/// ```
///
/// Each entry is written as in a post file, `fields:` optional.
public struct SampleFile: Sendable {
  /// In the file's order; the first is the best one. Never empty.
  public var samples: [(name: String, post: PostFile)]

  /// Reads a sample file; all its problems are thrown at once.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) throws(DiagnosticsError) -> SampleFile {
    let node = try YAMLNode.parse(bytes, file: file)
    var log = DiagnosticLog()
    var samples: [(name: String, post: PostFile)] = []
    if let reader = YAMLReader(node, what: "the sample file", log: &log) {
      for entry in reader.entries {
        if let post = PostFile(entry.value, what: "the sample \"\(entry.key)\"", log: &log) {
          samples.append((entry.key, post))
        }
      }
      if reader.entries.isEmpty { log.add(.noSamples(at: node.location)) }
    }
    try log.throwIfErrors()
    return SampleFile(samples: samples)
  }
}
