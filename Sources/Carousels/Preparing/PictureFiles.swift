import Diagnostics
import Files
import Images

/// The picture files of the rows one worker draws, each read once and hashed as it is read.
///
/// Only files below the given roots are opened, links followed first.
package final class PictureFiles {
  struct File {
    let bytes: [UInt8]
    /// SHA-256 of `bytes`.
    let digest: String
    /// Where it lies, when only likely it is what was asked for.
    let likelyPath: String?
  }

  /// Bytes held: the photos of a rich carousel, so that none is read again to be drawn, and those of
  /// the rows before, which may share them. Never a whole feed's.
  private static let byteLimit = 32 << 20

  private let roots: [String]
  private var files: RecentlyUsed<String, File>

  /// - Parameter roots: folders; those that do not exist hold no pictures.
  init(roots: [String]) {
    self.roots = roots
    files = RecentlyUsed(limit: Self.byteLimit) { $0.bytes.count }
  }

  /// The digests of a row's pictures by their paths.
  ///
  /// Binding found them to be where they may be; so what lies in their folders is let through.
  func digests(
    of pictures: [(path: String, location: SourceLocation)]
  ) throws(Diagnostic) -> [String: String] {
    let folders = Set(pictures.map { FilePath.folder(of: $0.path) })
    var digests: [String: String] = [:]
    for (path, location) in pictures where digests[path] == nil {
      digests[path] = try file(path, at: location) { real throws(Diagnostic) in
        if !folders.contains(FilePath.folder(of: real)) {
          try check(real, named: path, at: location)
        }
      }.digest
    }
    return digests
  }

  /// A picture to be drawn.
  ///
  /// - Parameter digest: what was hashed before; nil when nothing was.
  /// - Throws: also when the file is another one by now, whose bytes are then not drawn.
  func file(
    _ path: String, digest: String?, at location: SourceLocation?
  ) throws(Diagnostic) -> File {
    let file = try file(path, at: location) { real throws(Diagnostic) in
      // The bytes that a row was let through with are known by their digest, wherever they lie.
      if digest == nil { try check(real, named: path, at: location) }
    }
    if let digest, digest != file.digest { throw .pictureChanged(path, at: location) }
    return file
  }

  private func file(
    _ path: String, at location: SourceLocation?, check: (String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> File {
    if let known = files[path] { return known }
    let meant = FileReference(to: path)
    let real = try FileSystem.realPath(of: meant?.path ?? path, at: location)
    try check(real)
    let bytes = try FileSystem.read(real, limit: ImageLimits.bytes, at: location)
    let file = File(
      bytes: bytes, digest: sha256Hex(bytes),
      likelyPath: meant.flatMap { $0.isCertain ? nil : $0.path })
    files[path] = file
    return file
  }

  private func check(
    _ real: String, named path: String, at location: SourceLocation?
  ) throws(Diagnostic) {
    // A root that is not there holds nothing.
    let isInside = roots.contains { (try? FileSystem.resolve(real, inside: $0)) != nil }
    if !isInside { throw .pictureOutside(path, roots: roots, at: location) }
  }
}
