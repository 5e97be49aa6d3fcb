/// The readable, stable name of a record: what a user types, and what other records hold of it.
///
/// The type parameter keeps a brand's key from being taken for a post's.
public struct Key<Subject>: Hashable, Sendable {
  /// The key as it is typed and printed.
  public let text: String

  /// A key from a text that is taken as it is, unchecked.
  public init(_ text: String) { self.text = text }
}

extension Key: Comparable {
  /// By the texts, as Swift orders strings; no language's order.
  public static func < (left: Key, right: Key) -> Bool { left.text < right.text }
}

extension Key: CustomStringConvertible {
  /// The key's text.
  public var description: String { text }
}

extension Key: Codable {
  /// A key from a single string.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the key as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
