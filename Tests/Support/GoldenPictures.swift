public import Diagnostics
import Files
import Synchronization

/// Pictures as they are to be drawn: what a later drawing is held against.
///
/// `pictures.txt` has one line a picture, `SHA-256  NAME`, sorted by name. That hash, over the
/// full-size pixels, decides alone. `NAME.jpg` beside it, at most `GoldenPreview.byteLimit` bytes,
/// is for eyes: in a review, and in what is written when a picture changed.
///
/// A name is a path whose first two parts are its group, `templates/quote/best/1080x1080/01-hook`.
/// Whoever draws a group draws all of it, so that a line or preview nobody drew is noticed.
public struct GoldenPictures: Sendable {
  /// Holds `pictures.txt` and the previews.
  public let folder: String
  /// Where `expected | difference | actual` is written.
  public let output: String
  /// Takes what is drawn for right; every group then has a fault, so that no run passes by
  /// recording.
  public let isRecording: Bool

  /// Groups are checked at the same time, and their lines stand in one file.
  private static let writing = Mutex(())

  public init(folder: String, output: String, isRecording: Bool = false) {
    self.folder = folder
    self.output = output
    self.isRecording = isRecording
  }

  /// - Parameter name: of two parts, `templates/quote`.
  public func group(_ name: String) throws(Diagnostic) -> GoldenGroup {
    GoldenGroup(name: name, of: self, lines: try lines().filter { Self.group(of: $0.key) == name })
  }

  /// The lines and previews that belong to none of these groups; recording removes them.
  public func strangers(besides groups: [String]) throws(Diagnostic) -> [GoldenFault] {
    let lines = try lines()
    let strangers = try Set(lines.keys).union(previews()).filter {
      !groups.contains(Self.group(of: $0))
    }
    if isRecording, !strangers.isEmpty {
      for name in strangers { try removePreview(name) }
      try Self.writing.withLock { _ throws(Diagnostic) in
        try write(try self.lines().filter { !strangers.contains($0.key) })
      }
    }
    return strangers.sorted().map { .unused($0) }
  }

  static func group(of name: String) -> String {
    name.split(separator: "/").prefix(2).joined(separator: "/")
  }

  // MARK: Lines

  private var listPath: String { FilePath.join(folder, "pictures.txt") }

  /// Hashes by name; none when nothing was ever recorded.
  func lines() throws(Diagnostic) -> [String: String] {
    guard FileSystem.fileExists(listPath) else { return [:] }
    let text = String(decoding: try FileSystem.read(listPath, limit: 4 << 20), as: UTF8.self)
    var lines: [String: String] = [:]
    for (index, line) in text.split(separator: "\n").enumerated() {
      let parts = line.split(separator: " ")
      guard parts.count == 2, lines.updateValue(String(parts[0]), forKey: String(parts[1])) == nil
      else {
        throw .error(
          "a golden line is a hash and a name that no other line has",
          at: SourceLocation(file: listPath, line: index + 1))
      }
    }
    return lines
  }

  func replaceLines(of group: String, by lines: [String: String]) throws(Diagnostic) {
    try Self.writing.withLock { _ throws(Diagnostic) in
      let others = try self.lines().filter { Self.group(of: $0.key) != group }
      try write(others.merging(lines) { $1 })
    }
  }

  private func write(_ lines: [String: String]) throws(Diagnostic) {
    let text = lines.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
    try FileSystem.write(Array(text.utf8), to: listPath)
  }

  // MARK: Previews

  func previewPath(of name: String) -> String { FilePath.join(folder, "\(name).jpg") }

  func removePreview(_ name: String) throws(Diagnostic) {
    let path = previewPath(of: name)
    if FileSystem.fileExists(path) { try FileSystem.remove(path) }
  }

  /// The names of all previews at or below a folder of them.
  func previews(below part: String = "") throws(Diagnostic) -> [String] {
    let path = part.isEmpty ? folder : FilePath.join(folder, part)
    guard FileSystem.folderExists(path) else { return [] }
    var found: [String] = []
    for entry in try FileSystem.names(in: path) {
      let name = part.isEmpty ? entry : "\(part)/\(entry)"
      if FileSystem.folderExists(FilePath.join(path, entry)) {
        found += try previews(below: name)
      } else if name.hasSuffix(".jpg") {
        found.append(String(name.dropLast(4)))
      }
    }
    return found
  }
}
