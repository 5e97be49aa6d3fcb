import Diagnostics
import Files
import Library
import Posts

/// Finds out what of a bundle the library knows already.
struct BundleIdentity {
  private let received: ReceivedBundle
  private let reader: LibraryReader
  private let folder: LibraryFolder

  private var part: SparkBundle.PostPart { received.bundle.manifest.post }
  /// The most posts that a creator may have of one name; with more something else is wrong.
  private static let mostVersions = 1_000

  package init(_ received: ReceivedBundle, reader: LibraryReader, folder: LibraryFolder) {
    self.received = received
    self.reader = reader
    self.folder = folder
  }

  /// The post that the bundle speaks of, or a free key for a new one.
  ///
  /// TikTok's id decides; for a draft its pictures and key.
  /// - Throws: when the bundle's code belongs to another post.
  package func post() throws -> (key: Key<Post>, known: PostStory?) {
    let byItem = try part.publication.flatMap { try reader.post(itemID: $0.itemID) }
    let byCode = try received.bundle.authorization.flatMap {
      try reader.authorization(withFingerprint: $0.fingerprint)
    }
    if let byCode, byCode.post != byItem {
      // One code is one post's: the bundle's has another id, or none.
      throw Refusal.codeIsKnown(byCode.authorization, post: byCode.post)
    }
    if let byItem, let story = try reader.story(of: byItem) { return (byItem, story) }
    let base = PostKey.isKey(part.key) ? part.key : PostKey.make(from: [part.key])
    for number in 1...Self.mostVersions {
      let key = Key<Post>(number == 1 ? base : "\(base)-\(number)")
      if let story = try reader.story(of: key) {
        if isSame(story.post) { return (key, story) }
      } else if isFree(key) {
        return (key, nil)
      }
    }
    throw Diagnostic.tooManyOfOneKey(base)
  }

  private var digests: [String] { received.slides.map { sha256Hex($0) } }

  private func isSame(_ post: Post) -> Bool {
    guard post.drawing?.slides.map(\.sha256) == digests else { return false }
    guard let ours = post.publication else { return true }
    return ours.itemID == part.publication?.itemID
  }

  /// Whether no folder is in the way, or only what a stopped import left.
  private func isFree(_ key: Key<Post>) -> Bool {
    let path = folder.postPath(key.text)
    guard FileSystem.folderExists(path) || FileSystem.fileExists(path) else { return true }
    return LibraryFolder.record(inFolder: path)?.slides.map(\.sha256) == digests
  }

  // MARK: - Terms

  /// The agreement of ours that the creator's is: the one the post was asked for under, the one of
  /// its name, or one that was taken in under another name.
  package static func agreement(
    _ theirs: Agreement, asked: Key<Agreement>?, reader: LibraryReader
  ) throws -> Agreement? {
    let ours = try reader.agreements(creator: theirs.creator, brand: theirs.brand)
      .filter { $0.terms == theirs.terms }
    return ours.first { $0.key == asked } ?? ours.first { $0.key == theirs.key }
      ?? ours.first { $0.made == theirs.made }
  }
}

extension PostKey {
  /// Whether a text from elsewhere can be a key as it is.
  fileprivate static func isKey(_ text: String) -> Bool {
    BundleCheck.isKey(text) && text.lowercased() == text
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
