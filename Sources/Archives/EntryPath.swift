/// Which paths an archive's files may have: those that mean the same on every system.
enum EntryPath {
  /// Why a path is refused.
  enum Fault: Error, Equatable {
    case empty
    case notUTF8
    case tooLong
    case tooDeep
    case absolute
    /// `..` or `.` as a folder, or nothing between two slashes.
    case dots
    case backslash
    /// A drive letter, or a second stream of a file.
    case colon
    /// Control characters, and those that turn the direction of text.
    case invisible
    /// A dot or space that Windows drops, so that two names become one.
    case trailingDot
    /// A name that is a device on Windows.
    case device
  }

  /// Linux's and macOS's limits are 255 a name and 4,096 or 1,024 a path.
  static let maximumBytes = 1_000
  static let maximumNameBytes = 255
  /// Deeper folders only make the comparison of many paths expensive.
  static let maximumParts = 16

  /// The path as text.
  ///
  /// - Parameter bytes: with a slash at the end when it is a folder.
  static func checked(_ bytes: some Collection<UInt8>) throws(Fault) -> String {
    guard !bytes.isEmpty else { throw .empty }
    guard let path = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    guard bytes.count <= maximumBytes else { throw .tooLong }
    if path.unicodeScalars.contains(where: isInvisible) { throw .invisible }
    if path.utf8.contains(UInt8(ascii: "\\")) { throw .backslash }
    if path.utf8.first == UInt8(ascii: "/") { throw .absolute }
    if path.utf8.contains(UInt8(ascii: ":")) { throw .colon }
    var names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if names.count > 1, names.last?.isEmpty == true { names.removeLast() }
    guard names.count <= maximumParts else { throw .tooDeep }
    for name in names { try check(name) }
    return path
  }

  private static func check(_ name: Substring.UTF8View) throws(Fault) {
    if name.isEmpty || name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) {
      throw .dots
    }
    guard name.count <= maximumNameBytes else { throw .tooLong }
    if name.last == UInt8(ascii: ".") || name.last == UInt8(ascii: " ") { throw .trailingDot }
    let stem = Substring(name.prefix { $0 != UInt8(ascii: ".") }).lowercased()
    if devices.contains(stem) { throw .device }
  }

  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: scalar.properties.generalCategory == .control
    }
  }

  /// Equal for paths that some file system takes for one.
  ///
  /// Letter case is folded; `String` compares by canonical equivalence (composed and decomposed
  /// accents) by itself.
  static func key(_ path: some StringProtocol) -> String {
    path.uppercased().lowercased()
  }

  /// The first two entries that some file system takes for one, or one of which would have to be a
  /// file and a folder.
  static func firstClash(_ paths: [String]) -> (first: String, second: String)? {
    var files: [String: String] = [:]
    var folders: [String: String] = [:]
    for path in paths {
      let isFolder = path.utf8.last == UInt8(ascii: "/")
      let key = key(isFolder ? path.dropLast() : path[...])
      if let other = files[key] { return (other, path) }
      if !isFolder {
        if let other = folders[key] { return (other, path) }
        files[key] = path
      } else {
        folders[key] = folders[key] ?? path
      }
      for folder in foldersAbove(key) {
        if let other = files[folder] { return (other, path) }
        folders[folder] = folders[folder] ?? path
      }
    }
    return nil
  }

  /// `a`, `a/b` for `a/b/c`.
  private static func foldersAbove(_ path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }
}
