public import Diagnostics

/// A change of files that is made, and can be given back until it is said to stand.
///
/// For files that belong to a record elsewhere: they are staged, made inside of the record's
/// transaction, and stand when it is committed, or are undone when it is not. What a stop leaves is
/// named so that the next run can do the same: see `UnfinishedChange`.
public protocol PendingChange {
  /// Puts the staged files in their places; quick, for everything is on the disk already.
  ///
  /// - Throws: then nothing is changed, and nothing staged is left.
  mutating func make() throws(Diagnostic)

  /// Puts back what was there; removes what was staged when nothing was made yet.
  ///
  /// - Returns: nil, or where what was there lies when it cannot be put back; the next run tries
  ///   again.
  mutating func undo() -> String?

  /// Removes what was there before.
  mutating func finish()
}

/// What a run that was stopped in the midst of a change left beside the folder that it changed.
///
/// Only whoever has the records can tell whether the change stands. `FileSystem.removeLeftovers`
/// leaves these alone.
public struct UnfinishedChange: Sendable {
  /// What was being changed.
  public enum Kind: Equatable, Sendable {
    /// A whole folder; with the stamp of the new one, nil when it was to be no more.
    case folder(stamp: String?)
    /// Some of a folder's files.
    case files
  }

  /// What was being changed.
  public let kind: Kind
  /// Of the folder's name: see `stamp(of:)`.
  public let nameStamp: String
  /// The temporary folder.
  public let path: String

  /// Enough of a digest to tell a name, or a file, from all others.
  public static func stamp(of bytes: some Sequence<UInt8>) -> String {
    String(sha256Hex(Array(bytes)).prefix(16))
  }

  static let folderMark = "-change-"
  static let filesMark = "-files-"
  private static let gone = "gone"

  /// What comes behind the process and number of a temporary name.
  static func suffix(forFolder name: String, stamp: String?) -> String {
    "\(folderMark)\(self.stamp(of: name.utf8))-\(stamp ?? gone)"
  }

  static func suffix(forFilesIn name: String) -> String {
    "\(filesMark)\(stamp(of: name.utf8))"
  }

  /// nil for a temporary name of another kind.
  init?(name: String, in folder: String) {
    path = FilePath.join(folder, name)
    if let mark = name.firstRange(of: Self.folderMark) {
      let parts = name[mark.upperBound...].split(separator: "-", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      nameStamp = String(parts[0])
      kind = .folder(stamp: parts[1] == Self.gone ? nil : String(parts[1]))
    } else if let mark = name.firstRange(of: Self.filesMark) {
      nameStamp = String(name[mark.upperBound...])
      kind = .files
    } else {
      return nil
    }
  }

  /// Those of runs that run no more, in a folder of folders; only what belongs to this user.
  public static func all(in folder: String) -> [UnfinishedChange] {
    FileSystem.abandoned(in: folder).compactMap { UnfinishedChange(name: $0, in: folder) }
  }

  // MARK: - Ending them

  /// The change stands, or was undone: what was left of it goes.
  public func remove() { FileSystem.removeQuietly(path) }

  /// Whether the temporary folder holds nothing: then nothing was where the new one came.
  public var isEmpty: Bool { (try? SystemCalls.names(in: path))?.isEmpty == true }

  /// Puts the folder at `path`, and removes what is there; an empty one stands for none at all.
  public func putFolder(at place: String) throws(Diagnostic) {
    if isEmpty {
      try FileSystem.removeFolder(place)
      return remove()
    }
    var change = FolderChange(finished: path, for: place, suffix: suffix)
    try change.make()
    change.finish()
  }

  /// Of files: whether the new one of this name went to its place, and was not taken back.
  public func isMade(_ name: String) -> Bool { FilesChange.isMade(name, in: path) }

  /// Of files: the rest of the new ones goes to its place.
  public func finishFiles(in folder: String) throws(Diagnostic) {
    var change = FilesChange(left: path, in: folder)
    try change.make()
    change.finish()
  }

  /// Of files: the old ones come back.
  public func undoFiles(in folder: String) {
    var change = FilesChange(left: path, in: folder)
    _ = change.undo()
  }

  /// Of files: what was noted beside them.
  public func note(limit: Int) -> [UInt8]? {
    try? FileSystem.read(FilePath.join(path, FilesChange.noteName), limit: limit)
  }

  private var suffix: String {
    let name = FilePath.name(of: path)
    guard let mark = name.firstRange(of: Self.folderMark) else { return "" }
    return String(name[mark.lowerBound...])
  }
}
