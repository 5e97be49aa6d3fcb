import Diagnostics
import Files
import GRDB

/// The posts' files in a backup that is being written, and how they were when they were read.
struct PostArchive {
  let db: Database
  let folder: LibraryFolder
  private(set) var files = 0
  /// Of all files together.
  private(set) var bytes = 0
  /// By key and name.
  private var stamps: [String: [String: FileSystem.Stamp]] = [:]

  init(db: Database, folder: LibraryFolder) {
    self.db = db
    self.folder = folder
  }

  /// The posts that have folders.
  func keys() throws(Diagnostic) -> [String] {
    try folder.postKeys().filter {
      !$0.hasPrefix(".") && FileSystem.folderExists(folder.postPath($0))
    }
  }

  /// Adds a post's files; what another process is replacing at this moment waits for
  /// `bringUpToDate`.
  mutating func addIfReadable(_ key: String) throws {
    // Read again then, with its fault.
    guard let (stamps, files) = try? read(key) else { return }
    try add(key, stamps, files)
  }

  /// Adds what is new, and takes again what changed or is gone.
  mutating func bringUpToDate() throws {
    let keys = try keys()
    for key in Set(stamps.keys).union(keys).sorted() {
      let isThere = keys.contains(key)
      if let known = stamps[key] {
        if isThere, try current(key) == known { continue }
        try remove(key, known)
      }
      if isThere {
        let (stamps, files) = try read(key)
        try add(key, stamps, files)
      }
    }
  }

  private func names(_ key: String) throws(Diagnostic) -> [String] {
    var names: [String] = []
    for name in try FileSystem.names(in: folder.postPath(key)) where !name.hasPrefix(".") {
      let file = try FileSystem.resolve(name, inside: folder.postPath(key))
      if !FileSystem.folderExists(file) { names.append(name) }
    }
    return names
  }

  private func current(_ key: String) throws(Diagnostic) -> [String: FileSystem.Stamp] {
    var stamps: [String: FileSystem.Stamp] = [:]
    for name in try names(key) {
      stamps[name] = FileSystem.stamp(of: FilePath.join(folder.postPath(key), name))
    }
    return stamps
  }

  private func read(
    _ key: String
  ) throws(Diagnostic) -> ([String: FileSystem.Stamp], [FileSystem.FolderEntry]) {
    // The stamps first: what changes while it is read is not what it was.
    let stamps = try current(key)
    var files: [FileSystem.FolderEntry] = []
    for name in stamps.keys.sorted() {
      let path = try FileSystem.resolve(name, inside: folder.postPath(key))
      files.append(
        .init(name: name, bytes: try FileSystem.read(path, limit: BackupFile.largestFile)))
    }
    return (stamps, files)
  }

  private mutating func add(
    _ key: String, _ stamps: [String: FileSystem.Stamp], _ files: [FileSystem.FolderEntry]
  ) throws {
    for file in files {
      try BackupFile.add("posts/\(key)/\(file.name)", file.bytes, to: db)
      bytes += file.bytes.count
    }
    self.files += files.count
    self.stamps[key] = stamps
  }

  private mutating func remove(_ key: String, _ known: [String: FileSystem.Stamp]) throws {
    for name in known.keys.sorted() {
      bytes -= try BackupFile.remove("posts/\(key)/\(name)", from: db)
    }
    files -= known.count
    stamps[key] = nil
  }
}
