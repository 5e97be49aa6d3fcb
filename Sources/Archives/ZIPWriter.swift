public import Diagnostics

/// Makes archives whose bytes depend on nothing but their entries.
public enum ZIPWriter {
  /// A ZIP of `entries`, in their order.
  ///
  /// No clock and no file reaches it: each entry is dated 1980-01-01, the first day a ZIP can tell,
  /// and is a plain file that its owner may write and all may read. Pictures, PDFs and archives are
  /// stored, anything else is deflated by zlib, whose release decides the packed bytes (never the
  /// unpacked ones). Names are UTF-8 and marked so.
  /// - Throws: a path that `ZIPReader` would refuse, or two that are one on some system.
  public static func bytes(_ entries: [FileEntry]) throws(Diagnostic) -> [UInt8] {
    for (index, entry) in entries.enumerated() {
      do throws(EntryPath.Fault) {
        _ = try EntryPath.checked(Array(entry.path.utf8))
        if entry.path.utf8.last == UInt8(ascii: "/") { throw .dots }
      } catch {
        let shown = ZIPDirectory.shown(Array(entry.path.utf8), number: index + 1)
        throw .refused(.path(error), shown, at: nil)
      }
    }
    if let clash = EntryPath.firstClash(entries.map(\.path)) {
      throw .clash(clash.first, clash.second, at: nil)
    }
    if entries.isEmpty { return emptyArchive }
    do throws(ZIPDamage) {
      let output = try ZIPOutput()
      for entry in entries {
        try output.add(entry, isDeflated: !isCompressed(entry.bytes) && !entry.bytes.isEmpty)
      }
      return try output.finish()
    } catch {
      throw .unwritable(error)
    }
  }

  /// Only the end record: libzip makes no file at all of no entries.
  private static let emptyArchive: [UInt8] =
    [0x50, 0x4B, 0x05, 0x06] + Array(repeating: 0, count: 18)

  /// By magic bytes: JPEG, PNG, WebP, PDF, ZIP (and so XLSX).
  private static func isCompressed(_ bytes: [UInt8]) -> Bool {
    let isWebP =
      bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    return isWebP || bytes.starts(with: [0xFF, 0xD8, 0xFF])
      || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: "%PDF-".utf8)
      || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }
}
