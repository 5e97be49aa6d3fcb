public import Diagnostics
public import Posts

/// A post's address at TikTok, read from what a person pasted.
public struct PostLink: Equatable, Sendable {
  /// Without what browsers and the app hang on it to count visits.
  public var url: String
  public var itemID: String
  /// Whose post it is; nil when the address does not say, as in the app's short links.
  public var creator: Key<Creator>?

  /// Bytes; far above any address of a post.
  private static let mostBytes = 2_000

  /// - Parameter itemID: TikTok's id of the post, for addresses that do not hold it.
  public init(_ text: String, itemID: String? = nil) throws(Diagnostic) {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      break
    }
    let bare = rest.prefix { $0 != "?" && $0 != "#" }
    let host = bare.prefix { $0 != "/" }.lowercased()
    guard rest.utf8.count <= Self.mostBytes, !host.contains("@"),
      host == "tiktok.com" || host.hasSuffix(".tiktok.com"),
      bare.unicodeScalars.allSatisfy({ (0x21...0x7e).contains($0.value) })
    else { throw .notATikTokPost(text) }
    url = "https://\(host)\(bare.dropFirst(host.count))"
    while url.hasSuffix("/") { url.removeLast() }
    creator = Publication.creator(inURL: url)
    if let itemID, !Publication.isItemID(itemID) { throw .notAnItemID(itemID) }
    let found = Publication.itemID(inURL: url)
    if let found, let itemID, found != itemID {
      throw .otherItemID(itemID, inURL: found)
    }
    guard let id = found ?? itemID else {
      throw Self.isShort(url, host: host) ? .shortLink(url) : .linkWithoutID(url)
    }
    self.itemID = id
  }

  /// What the app's Share button gives: `vm.tiktok.com/…`, `vt.tiktok.com/…`, `tiktok.com/t/…`.
  private static func isShort(_ url: String, host: String) -> Bool {
    host == "vm.tiktok.com" || host == "vt.tiktok.com" || url.contains("tiktok.com/t/")
  }
}
