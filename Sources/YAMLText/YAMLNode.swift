public import Diagnostics

/// A YAML value that knows where it stands.
public struct YAMLNode: Equatable, Sendable {
  /// The three kinds of YAML.
  public indirect enum Value: Equatable, Sendable {
    /// `text` as written, unquoted; `isPlain` tells `yes` from `"yes"`.
    case scalar(text: String, isPlain: Bool)
    /// A list, in the order written.
    case sequence([YAMLNode])
    /// In the order written; keys are unique.
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  public struct Entry: Equatable, Sendable {
    /// As written, unquoted.
    public var key: String
    /// Where the key begins, for what is wrong with its name.
    public var keyLocation: SourceLocation
    /// What stands behind the colon; a null node when nothing does.
    public var value: YAMLNode

    public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  /// The value without its place.
  public var value: Value
  /// Where the value begins.
  public var location: SourceLocation

  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}

extension YAMLNode {
  /// True for an empty plain value, `~` and `null` (YAML 1.2 core schema §10.3.2).
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = value else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The text of a scalar that is not null.
  public var text: String? {
    guard case .scalar(let text, _) = value, !isNull else { return nil }
    return text
  }

  /// What this is, for messages: `a mapping`, `a list`, `nothing` or the quoted text.
  var spoken: String {
    switch value {
    case .scalar(let text, _): isNull ? "nothing" : "\"\(text.prefix(60))\""
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The value of `key` in a mapping; nil in other nodes.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
