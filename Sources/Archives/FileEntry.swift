/// A file in an archive.
public struct FileEntry: Equatable, Sendable {
  /// Relative, with `/` between folders; never absolute, never with `..`.
  public var path: String
  /// The file's contents, unpacked.
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
