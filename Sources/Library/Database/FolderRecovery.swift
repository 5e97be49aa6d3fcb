import Diagnostics
import Files
import GRDB
import Posts

/// Ends what a stopped run was changing among the posts' folders: the records decide.
///
/// A folder is changed inside of the transaction that records it, so a stop leaves both states of the
/// folder on the disk, one in its place and one beside it, and the records of one of them. That one
/// gets the place.
struct FolderRecovery {
  let folder: LibraryFolder

  /// Looks for what is unfinished, and ends it while no other process writes.
  ///
  /// What cannot be ended, as on a disk that fails, waits for the next run; `verify` tells of it.
  func run(in database: LibraryDatabase) throws {
    if UnfinishedChange.all(in: folder.postsPath).isEmpty { return }
    try database.transaction { db in
      let reader = LibraryReader(db: db, path: database.path)
      let keys = try reader.postKeys().union((try? folder.postKeys()) ?? [])
      let byStamp = Dictionary(
        keys.map { (UnfinishedChange.stamp(of: $0.utf8), $0) }, uniquingKeysWith: { one, _ in one })
      // Again: another process may have been faster.
      for change in UnfinishedChange.all(in: folder.postsPath) {
        guard let key = byStamp[change.nameStamp] else {
          // Neither records nor a folder of that name: nothing of it was ever there.
          change.remove()
          continue
        }
        let post = try reader.story(of: Key(key))?.post
        do throws(Diagnostic) {
          switch change.kind {
          case .folder(let stamp): try end(change, of: key, stamp: stamp, recorded: post)
          case .files: try endFiles(change, of: key, recorded: post)
          }
        } catch {
          continue
        }
      }
    }
  }

  private func end(
    _ change: UnfinishedChange, of key: String, stamp: String?, recorded post: Post?
  ) throws(Diagnostic) {
    let place = folder.postPath(key)
    guard let stamp else {
      // It was to be no more.
      if post == nil || FileSystem.folderExists(place) { return change.remove() }
      return try change.putFolder(at: place)
    }
    if Self.holds(place, post) { return change.remove() }
    if Self.holds(change.path, post) { return try change.putFolder(at: place) }
    // No records of either: what was there before has the place.
    let isNew = Self.stamp(in: change.path) == stamp
    let isEmpty = (try? FileSystem.names(in: place))?.isEmpty ?? true
    if isNew {
      if isEmpty, post?.drawing == nil { try FileSystem.removeFolder(place) }
      return change.remove()
    }
    // Whatever else has come there meanwhile stays.
    if isEmpty || Self.stamp(in: place) == stamp { try change.putFolder(at: place) }
  }

  private func endFiles(
    _ change: UnfinishedChange, of key: String, recorded post: Post?
  ) throws(Diagnostic) {
    let place = folder.postPath(key)
    guard let post, FileSystem.folderExists(place),
      let note = change.note(limit: FolderNote.largest).flatMap(FolderNote.init)
    else { return change.remove() }
    // Whatever else has come there meanwhile stays.
    for (name, stamp) in note.stamps where change.isMade(name) {
      if let found = Self.stamp(of: name, in: place), found != stamp { return change.remove() }
    }
    let slides = note.slides ?? post.drawing?.slides.map(\.sha256)
    if note.words == post.words, slides == post.drawing?.slides.map(\.sha256) {
      try change.finishFiles(in: place)
    } else {
      change.undoFiles(in: place)
    }
  }

  /// Whether a folder is what the records say.
  private static func holds(_ path: String, _ post: Post?) -> Bool {
    guard let post, let drawing = post.drawing, let record = LibraryFolder.record(inFolder: path)
    else { return false }
    return record.caption == post.caption && record.title == post.title
      && drawing
        == Post.Drawing(record, version: drawing.version, previous: drawing.previous)
  }

  private static func stamp(
    of name: String = LibraryFolder.recordName, in path: String
  ) -> String? {
    let file = FilePath.join(path, name)
    guard let bytes = try? FileSystem.read(file, limit: LibraryFolder.recordLimit) else {
      return nil
    }
    return UnfinishedChange.stamp(of: bytes)
  }
}
