/// The readable, stable name of a record: what a user types, and what other records hold of it.
///
/// The type parameter keeps a brand's key from being taken for a post's.
public struct Key<Subject>: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }
}

extension Key: Comparable {
  public static func < (left: Key, right: Key) -> Bool { left.text < right.text }
}

extension Key: CustomStringConvertible {
  public var description: String { text }
}

extension Key: Codable {
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
