/// Who posts: keyed by the handle on TikTok, without the `@`, in lower case.
public struct Creator: Equatable, Sendable, Codable {
  /// The creator's handle, which commands use.
  public let key: Key<Creator>
  /// The name for people; nil when the key serves.
  public var name: String?
  /// Where messages go; free text.
  public var contact: String?

  public init(key: Key<Creator>, name: String? = nil, contact: String? = nil) {
    self.key = key
    self.name = name
    self.contact = contact
  }

  /// The key of a handle as people write it: `@Name`, `name`, or a profile's URL.
  ///
  /// - Returns: nil when the text is no handle: 2 to 24 letters, digits, `_` and `.`, no `.` last
  ///   (TikTok's rule for usernames).
  public static func key(ofHandle text: String) -> Key<Creator>? {
    var handle = text[...]
    if let at = handle.firstIndex(of: "@") {
      let before = handle[..<at]
      guard before.isEmpty || before.hasSuffix("tiktok.com/") else { return nil }
      handle = handle[handle.index(after: at)...]
      if !before.isEmpty { handle = handle.prefix { $0 != "/" && $0 != "?" } }
    }
    let isHandle =
      (2...24).contains(handle.utf8.count) && handle.last != "."
      && handle.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        default: false
        }
      }
    return isHandle ? Key(handle.lowercased()) : nil
  }
}
