public import Diagnostics
import Yams

extension YAMLNode {
  /// Configuration and posts are written by hand; a megabyte of it is not.
  public static let maximumBytes = 1 << 20
  /// Deeper than any file of ours; keeps the recursion below small.
  public static let maximumDepth = 50
  /// Each alias in a mapping key multiplies the parser's work before we see a node; eight cannot
  /// make more than some twenty times the file.
  static let maximumAliases = 8

  /// Reads one YAML document.
  ///
  /// Refused with their places: duplicate keys, keys that are not text, anchors, aliases and tags,
  /// several documents, invalid UTF-8 and control characters.
  /// - Parameter file: the name that locations carry.
  /// - Returns: an empty file gives a null scalar at 1:1.
  public static func parse(
    _ bytes: some Collection<UInt8>, file: String
  ) throws(DiagnosticsError) -> YAMLNode {
    let place = SourceLocation(file: file)
    if bytes.count > maximumBytes { throw DiagnosticsError(.tooLarge(bytes.count, at: place)) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiagnosticsError(.invalidUTF8(at: endOfValidText(in: bytes, file: file)))
    }
    return try parse(text, file: file)
  }

  /// Reads one YAML document from text; see `parse(_:file:)` of bytes.
  public static func parse(_ text: String, file: String) throws(DiagnosticsError) -> YAMLNode {
    let place = SourceLocation(file: file)
    if text.utf8.count > maximumBytes {
      throw DiagnosticsError(.tooLarge(text.utf8.count, at: place))
    }
    var text = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    text.makeContiguousUTF8()
    try refuseControlCharacters(in: text, file: file)
    try refuseManyAliases(in: text, file: file)
    do {
      // `.basic` has no rules: types are our readers' affair, and its regular expressions are slow.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        return YAMLNode(
          .scalar(text: "", isPlain: true), at: SourceLocation(file: file, line: 1, column: 1))
      }
      var log = DiagnosticLog()
      // Anchors are weak references into the parser, which must outlive the conversion.
      let node = withExtendedLifetime(parser) { convert(root, depth: 1, file: file, log: &log) }
      try log.throwIfErrors()
      return node
    } catch let error as DiagnosticsError {
      throw error
    } catch let error as YamlError {
      throw DiagnosticsError(.syntax(error, in: text, file: file))
    } catch {
      throw DiagnosticsError(.notReadable(error, at: place))
    }
  }

  private static func convert(
    _ node: Yams.Node, depth: Int, file: String, log: inout DiagnosticLog
  ) -> YAMLNode {
    let place = location(of: node, file: file)
    let empty = YAMLNode(.scalar(text: "", isPlain: true), at: place)
    if node.anchor != nil {
      log.add(.anchor(at: place))
      return empty
    }
    if depth > maximumDepth {
      log.add(.tooDeep(at: place))
      return empty
    }
    switch node {
    case .scalar(let scalar):
      let tag = scalar.tag.description
      if tag.hasPrefix("!") { log.add(.tag(tag, at: place)) }
      if scalar.string.utf8.contains(0) { log.add(.controlCharacter(0, at: place)) }
      let isPlain = scalar.style == .plain || scalar.style == .any
      return YAMLNode(.scalar(text: scalar.string, isPlain: isPlain), at: place)
    case .sequence(let items):
      return YAMLNode(
        .sequence(items.map { convert($0, depth: depth + 1, file: file, log: &log) }), at: place)
    case .mapping(let pairs):
      var entries: [Entry] = []
      var seen: [String: SourceLocation] = [:]
      for pair in pairs {
        let keyPlace = location(of: pair.key, file: file)
        guard case .scalar(let key) = pair.key, pair.key.anchor == nil else {
          log.add(.keyIsNotText(at: keyPlace))
          continue
        }
        if let first = seen.updateValue(keyPlace, forKey: key.string) {
          log.add(.duplicateKey(key.string, first: first, at: keyPlace))
          continue
        }
        let value = convert(pair.value, depth: depth + 1, file: file, log: &log)
        entries.append(Entry(key: key.string, keyLocation: keyPlace, value: value))
      }
      return YAMLNode(.mapping(entries), at: place)
    case .alias:
      log.add(.anchor(at: place))
      return empty
    }
  }

  private static func location(of node: Yams.Node, file: String) -> SourceLocation {
    SourceLocation(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }
}
