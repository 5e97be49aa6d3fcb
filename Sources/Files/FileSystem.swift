public import Diagnostics

/// Reading, looking up and writing; every fault is a `Diagnostic` that names the path.
///
/// Where a function takes `location`, it is the place that mentions the path (a line of a feed, an
/// attribute of a template), and the diagnostic points there.
public enum FileSystem {
  /// The whole file.
  ///
  /// A folder is refused, and so is a pipe or device unless it is one of `/dev` (such as
  /// `/dev/stdin` or a shell's `/dev/fd/63`), because reading it could wait for ever.
  /// - Parameter limit: bytes; a larger file is an error, found before it is read where possible.
  public static func read(
    _ path: String, limit: Int, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> [UInt8] {
    precondition(limit >= 0 && limit < .max, "a limit of bytes")
    do throws(SystemFault) {
      // Before opening: opening a pipe nobody writes to would wait.
      let named = try SystemCalls.status(of: path)
      if named.kind == .folder { throw .isAFolder }
      if named.kind == .other, !path.hasPrefix("/dev/") {
        throw .unsupported
      }
      let file = try FileDescriptor(opening: path, for: .reading)
      let size = try file.status().size
      var bytes: [UInt8] = []
      if size <= limit { bytes = try file.read(upTo: limit + 1, expected: size) }
      if size > limit || bytes.count > limit {
        throw .tooLarge
      }
      return bytes
    } catch {
      switch error {
      case .tooLarge: throw .tooLarge(path, limit: limit, at: location)
      case .missing: throw .missing(path, nearest: nearestName(to: path), at: location)
      default: throw .unreadable(path, error, at: location)
      }
    }
  }

  /// The first bytes of a file, all of a shorter one: enough to see what it is.
  public static func readStart(
    of path: String, count: Int, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> [UInt8] {
    do throws(SystemFault) {
      switch try SystemCalls.status(of: path).kind {
      case .folder: throw .isAFolder
      case .other: throw .unsupported
      case .file:
        return try FileDescriptor(opening: path, for: .reading).read(upTo: count, expected: count)
      }
    } catch {
      switch error {
      case .missing: throw .missing(path, nearest: nearestName(to: path), at: location)
      default: throw .unreadable(path, error, at: location)
      }
    }
  }

  /// Whether the path, links followed, is a file that is not a folder.
  public static func fileExists(_ path: String) -> Bool {
    // An unreachable path is not there for us; reading it says why.
    guard let status = try? SystemCalls.status(of: path) else { return false }
    return status.kind != .folder
  }

  /// What opening a file that is there meets, for whoever opens files and does not say; nil when it
  /// opens.
  package static func faultOfOpening(_ path: String, forWriting: Bool) -> SystemFault? {
    do throws(SystemFault) {
      _ = try FileDescriptor(opening: path, for: forWriting ? .changing : .reading)
      return nil
    } catch {
      return error
    }
  }

  /// Whether the path, links followed, is a folder.
  public static func folderExists(_ path: String) -> Bool {
    // As above.
    guard let status = try? SystemCalls.status(of: path) else { return false }
    return status.kind == .folder
  }

  /// The bytes a file has, links followed; nil when it is no file or out of reach.
  public static func size(of path: String) -> Int? {
    guard let status = try? SystemCalls.status(of: path), status.kind != .folder else {
      return nil
    }
    return status.size
  }

  /// Changes whenever a file is written.
  public struct Stamp: Hashable, Sendable {
    var size: Int
    /// ns since 1970.
    var modified: Int
  }

  /// The file's stamp, links followed; nil when it is no file or out of reach.
  public static func stamp(of path: String) -> Stamp? {
    guard let status = try? SystemCalls.status(of: path), status.kind != .folder else {
      return nil
    }
    return Stamp(size: status.size, modified: status.modified)
  }

  /// The names in a folder, sorted by their bytes; without `.`, `..` and temporary ones of Flint.
  public static func names(
    in folder: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> [String] {
    do {
      return try SystemCalls.names(in: folder)
        .filter { !$0.hasPrefix(TemporaryName.prefix) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      switch error {
      case .missing: throw .missingFolder(folder, nearest: nearestName(to: folder), at: location)
      default: throw .unreadable(folder, error, at: location)
      }
    }
  }

  /// The real path of `path`, which must exist and lie in `root` once all links are followed.
  ///
  /// - Parameter path: relative to `root`, or absolute.
  /// - Returns: absolute, without links. `root` itself counts as inside.
  public static func resolve(
    _ path: String, inside root: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> String {
    let realRoot = try realPath(of: root, at: location)
    let found = try realPath(of: FilePath.join(root, path), at: location)
    let border = realRoot.hasSuffix("/") ? realRoot : realRoot + "/"
    // By bytes: `String` would take canonically equivalent names for the same.
    guard found.utf8.elementsEqual(realRoot.utf8) || found.utf8.starts(with: border.utf8) else {
      throw .outside(path, root: root, at: location)
    }
    return found
  }

  /// Absolute, without links, `.` and `..`; the path must exist.
  public static func realPath(
    of path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> String {
    do {
      return try SystemCalls.realPath(of: path)
    } catch {
      switch error {
      case .missing: throw .missing(path, nearest: nearestName(to: path), at: location)
      default: throw .unreadable(path, error, at: location)
      }
    }
  }

  /// The name in the same folder that was probably meant.
  private static func nearestName(to path: String) -> String? {
    // Only for a hint: a folder that cannot be listed has none to give.
    guard let names = try? SystemCalls.names(in: FilePath.folder(of: path)) else { return nil }
    let visible = names.filter { !$0.hasPrefix(".") }
    return Spelling.nearest(
      to: FilePath.name(of: path),
      among: visible.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
