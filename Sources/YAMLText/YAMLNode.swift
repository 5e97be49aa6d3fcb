public import Diagnostics

/// A YAML value that knows where it stands.
public struct YAMLNode: Equatable, Sendable {
  public indirect enum Value: Equatable, Sendable {
    /// `text` as written, unquoted; `isPlain` tells `yes` from `"yes"`.
    case scalar(text: String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order written; keys are unique.
    case mapping([Entry])
  }

  public struct Entry: Equatable, Sendable {
    public var key: String
    public var keyLocation: SourceLocation
    public var value: YAMLNode

    public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  public var value: Value
  public var location: SourceLocation

  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}
