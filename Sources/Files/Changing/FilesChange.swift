public import Diagnostics

/// New files in a folder, in the place of those of their names, and the end of others, beside whatever
/// else is there.
public struct FilesChange: PendingChange, Sendable {
  /// The folder with the files.
  public let folder: String
  /// Holds the new ones until they are in their places, copies of the old ones, and the note.
  private let staged: String
  private let names: [String]
  private let removed: [String]
  private let location: SourceLocation?

  static let noteName = "note"
  private static let newPrefix = "new-"
  private static let oldPrefix = "old-"
  /// Says that there was none.
  private static let nonePrefix = "none-"
  /// What is to be no more, once it is away.
  private static let gonePrefix = "gone-"

  /// Writes the new files and copies of the old ones beside the folder, and waits until they are on
  /// the disk.
  ///
  /// - Parameters:
  ///   - removed: names of files that shall be no more.
  ///   - note: tells whoever finds it after a stop what was to become.
  public init(
    staging files: [FileSystem.FolderEntry], removing removed: [String] = [], in folder: String,
    note: [UInt8], at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    self.folder = folder
    self.removed = removed
    self.location = location
    names = files.map(\.name)
    for name in names + removed where !FilePath.isPlainName(name) {
      throw .notAName(name, at: location)
    }
    var entries = [FileSystem.FolderEntry(name: Self.noteName, bytes: note)]
    for file in files {
      let path = FilePath.join(folder, file.name)
      if FileSystem.folderExists(path) { throw .unwritable(path, .isAFolder, at: location) }
      entries.append(.init(name: Self.newPrefix + file.name, bytes: file.bytes))
      if FileSystem.fileExists(path) {
        let old = try FileSystem.read(path, limit: Self.largestFile, at: location)
        entries.append(.init(name: Self.oldPrefix + file.name, bytes: old))
      } else {
        entries.append(.init(name: Self.nonePrefix + file.name, bytes: []))
      }
    }
    let suffix = UnfinishedChange.suffix(forFilesIn: FilePath.name(of: folder))
    let whole = try FileSystem.stageFolder(
      for: folder, files: entries, isPrivate: true, suffix: suffix, at: location)
    staged = whole.temporary
    do throws(SystemFault) {
      try SystemCalls.flush(FilePath.folder(of: folder))
    } catch {
      whole.discard()
      throw .unwritable(folder, error, at: location)
    }
  }

  /// What a stop left.
  init(left staged: String, in folder: String) {
    self.staged = staged
    self.folder = folder
    location = nil
    let found = (try? SystemCalls.names(in: staged)) ?? []
    names = Set(
      [Self.newPrefix, Self.oldPrefix, Self.nonePrefix].flatMap { prefix in
        found.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      }
    ).sorted()
    removed = found.filter { $0.hasPrefix(Self.gonePrefix) }
      .map { String($0.dropFirst(Self.gonePrefix.count)) }.sorted()
  }

  /// Texts are kept twice, pictures are not meant for this.
  private static let largestFile = 8 << 20

  static func isMade(_ name: String, in staged: String) -> Bool {
    func has(_ prefix: String) -> Bool {
      FileSystem.fileExists(FilePath.join(staged, prefix + name))
    }
    return !has(newPrefix) && (has(oldPrefix) || has(nonePrefix))
  }

  public mutating func make() throws(Diagnostic) {
    do throws(SystemFault) {
      for name in names {
        let new = FilePath.join(staged, Self.newPrefix + name)
        guard FileSystem.fileExists(new) else { continue }
        try SystemCalls.rename(new, to: FilePath.join(folder, name))
      }
      for name in removed where FileSystem.fileExists(FilePath.join(folder, name)) {
        try SystemCalls.rename(
          FilePath.join(folder, name), to: FilePath.join(staged, Self.gonePrefix + name))
      }
      if !removed.isEmpty { try SystemCalls.flush(staged) }
      try SystemCalls.flush(folder)
    } catch {
      let waiting = undo()
      throw waiting.map { .notReplaced(folder, error, isIn: $0, at: location) }
        ?? .unwritable(folder, error, at: location)
    }
  }

  public mutating func undo() -> String? {
    do throws(SystemFault) {
      for name in names {
        // What was not renamed yet changed nothing.
        if FileSystem.fileExists(FilePath.join(staged, Self.newPrefix + name)) { continue }
        let place = FilePath.join(folder, name)
        let old = FilePath.join(staged, Self.oldPrefix + name)
        if FileSystem.fileExists(old) {
          try SystemCalls.rename(old, to: place)
        } else if FileSystem.fileExists(FilePath.join(staged, Self.nonePrefix + name)) {
          try? SystemCalls.removeFile(place)
        }
      }
      for name in removed {
        let gone = FilePath.join(staged, Self.gonePrefix + name)
        guard FileSystem.fileExists(gone) else { continue }
        try SystemCalls.rename(gone, to: FilePath.join(folder, name))
      }
      try SystemCalls.flush(folder)
      FileSystem.removeQuietly(staged)
      return nil
    } catch {
      return staged
    }
  }

  public mutating func finish() { FileSystem.removeQuietly(staged) }
}
