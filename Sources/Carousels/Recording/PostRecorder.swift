public import Diagnostics
import Files
public import Library
import Posts

/// A post on disk.
public struct WrittenPost: Sendable {
  /// What the post's `post.json` says.
  public var record: PostRecord
  /// The folder with its files.
  public var path: String
  /// What is odd about the post though it was written.
  public var warnings: [Diagnostic]
  /// The version before it, which was published and is kept.
  public var previous: String?
  /// The post of another file with the same title, which is kept too.
  public var other: String?
}

/// Makes posts of drawn carousels: files first, row last.
public struct PostRecorder: Sendable {
  /// The library that posts are recorded in.
  public let store: LibraryStore
  package let circumstances: Circumstances
  /// Posts that stopped runs left unfinished; removed, or ended as the records say.
  public let leftovers: Int
  /// Posts whose files were there without a row: of a run that was stopped between the two, or of
  /// a Flint that had no database. They have one now.
  public let adopted: [String]

  /// The library's folder.
  public var folder: LibraryFolder { store.folder }

  /// Opens a library to draw into, and mends what a stopped run left.
  public init(
    _ folder: LibraryFolder, circumstances: Circumstances
  ) throws(DiagnosticsError) {
    self.circumstances = circumstances
    (store, leftovers, adopted) = try DiagnosticsError.catching {
      let leftovers = try folder.prepare()
      let store = try LibraryStore(folder, for: .writing)
      return (store, leftovers, try Self.adopt(in: store, circumstances))
    }
  }

  /// For a plan: looks into the library and never writes.
  public init(lookingAt folder: LibraryFolder, at circumstances: Circumstances)
    throws(DiagnosticsError)
  {
    self.circumstances = circumstances
    leftovers = 0
    adopted = []
    store = try DiagnosticsError.catching { try LibraryStore(folder, for: .reading) }
  }

  /// What a row's post in the library is to a drawing of the row.
  enum Standing: Equatable {
    /// The newest version needs no new drawing: recorded, whole, and made of the same.
    case current
    /// The newest version went out and shows the same row; only template, target or program would
    /// draw it otherwise now.
    case published
    /// There is none, or it is to be drawn again.
    case outdated
  }

  func standing(
    of key: String, for carousel: BoundCarousel, by prepared: PreparedTemplate
  ) throws(DiagnosticsError) -> Standing {
    let newest = try DiagnosticsError.catching {
      try store.read { reader in
        try reader.newestVersion(of: Key(key)).flatMap { try reader.story(of: $0)?.post }
      }
    }
    guard let newest, let drawing = newest.drawing else { return .outdated }
    let key = newest.key.text
    if drawing.origin == carousel.origin {
      return folder.holds(key, origin: carousel.origin) ? .current : .outdated
    }
    if case .draft = newest.stage { return .outdated }
    guard let record = folder.record(of: key), record.origin == drawing.origin,
      folder.isComplete(record), record.showsSame(carousel, as: prepared)
    else { return .outdated }
    return .published
  }

  /// Writes a drawn carousel: slides, `overview.png`, `caption.txt`, `post.json`, and its record.
  ///
  /// A draft of the same key is replaced. A published post is kept, and this becomes the next
  /// version of it, `KEY-v2`.
  package func write(
    _ record: PostRecord, drawn: DrawnCarousel
  ) throws(DiagnosticsError) -> WrittenPost {
    try DiagnosticsError.catching {
      // Another process may publish the draft while its files are written; then it is done again.
      while true {
        let place = try store.read { try Self.place(for: record.key, $0) }
        var record = record
        record.key = place.key.text
        var staged = try folder.stage(record, files: drawn.folderEntries(caption: record.caption))
        var isMade = false
        // What was made is the transaction's to undo.
        defer { if !isMade { _ = staged.undo() } }
        let isDone = try store.write(circumstances) { writer in
          guard try Self.place(for: place.base.text, writer.reader) == place else { return false }
          try Self.write(record, at: place, writer)
          isMade = true
          try writer.make(staged)
          return true
        }
        if isDone {
          return WrittenPost(
            record: record, path: folder.postPath(record.key), warnings: drawn.warnings,
            previous: place.previous?.text)
        }
      }
    }
  }

  /// Where a drawing goes.
  private struct Place: Equatable {
    /// The key it was drawn under.
    package var base: Key<Post>
    package var key: Key<Post>
    package var version: Int
    /// The published version before it.
    package var previous: Key<Post>?
  }

  private static func place(for key: String, _ reader: LibraryReader) throws -> Place {
    let base = Key<Post>(key)
    guard let newest = try reader.newestVersion(of: base),
      let post = try reader.story(of: newest)?.post
    else { return Place(base: base, key: base, version: 1) }
    let version = post.drawing?.version ?? 1
    if case .draft = post.stage {
      return Place(base: base, key: newest, version: version, previous: post.drawing?.previous)
    }
    return Place(
      base: base, key: try reader.freePostKey("\(key)-v\(version + 1)"), version: version + 1,
      previous: newest)
  }

  private static func write(_ record: PostRecord, at place: Place, _ writer: LibraryWriter) throws {
    let drawing = Post.Drawing(record, version: place.version, previous: place.previous)
    try writer.change(place.key) { story, now in
      var facts = story.post.facts
      if let text = record.disclosure, let known = Disclosure(rawValue: text.lowercased()) {
        facts.disclosure = known
      }
      return try story.draw(
        drawing, caption: record.caption, title: record.title, facts: facts, at: now)
    }
    try writer.index(place.key, slideTexts: record.slides.map(\.text))
  }

  /// Records the posts whose files have no row.
  private static func adopt(
    in store: LibraryStore, _ circumstances: Circumstances
  ) throws -> [String] {
    let known = try store.read { try $0.postKeys() }
    let records = try store.folder.postKeys().filter { !known.contains($0) }
      .compactMap { key in store.folder.record(of: key).flatMap { $0.key == key ? $0 : nil } }
    if records.isEmpty { return [] }
    try store.write(circumstances) { writer in
      for record in records {
        let key = Key<Post>(record.key)
        guard try writer.reader.story(of: key) == nil else { continue }
        try write(record, at: Place(base: key, key: key, version: 1), writer)
      }
    }
    return records.map(\.key)
  }
}

extension DiagnosticsError {
  /// Runs what may fail in several ways; a rule's refusal becomes a problem like any other.
  static func catching<Result>(
    _ work: () throws -> Result
  ) throws(DiagnosticsError) -> Result {
    do {
      return try work()
    } catch let error as DiagnosticsError {
      throw error
    } catch let diagnostic as Diagnostic {
      throw DiagnosticsError(diagnostic)
    } catch let refusal as Refusal {
      throw DiagnosticsError(Diagnostic(refusal))
    } catch {
      throw DiagnosticsError(.error("\(error)"))
    }
  }
}

extension DrawnCarousel {
  func folderEntries(caption: String) -> [FileSystem.FolderEntry] {
    slides.map { FileSystem.FolderEntry(name: $0.fileName, bytes: $0.file) } + [
      FileSystem.FolderEntry(name: "overview.png", bytes: overview),
      FileSystem.FolderEntry(name: "caption.txt", bytes: Array((caption + "\n").utf8)),
    ]
  }
}
