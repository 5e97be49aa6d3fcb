public import Diagnostics
public import Pixels

/// How hard a PNG is compressed; the pixels are the same.
public enum PNGCompression: String, Hashable, Sendable, CaseIterable {
  /// With ISA-L: some 20 times as fast as libpng, 1.2 times as large.
  case fast
  /// With libpng's own choice of filters and zlib's default level.
  case small
}

/// A format to write, with what can be chosen about it.
public enum ImageEncoding: Hashable, Sendable {
  /// Opaque RGB, without loss.
  case png(PNGCompression)
  /// Quality 1…100.
  case jpeg(quality: Int)
  /// Quality 1…100.
  case webp(quality: Int)

  /// Letters on photos show no ringing from here on; a photo slide takes a fifth to a quarter of its
  /// fast PNG.
  public static let jpeg = ImageEncoding.jpeg(quality: 92)
  /// Less than half of that JPEG's bytes. Chroma is always halved in lossy WebP, so thin colored
  /// letters are softer.
  public static let webp = ImageEncoding.webp(quality: 90)

  /// The usual end of such a file's name, without a dot.
  public var fileExtension: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .webp: "webp"
    }
  }
}

extension Bitmap {
  /// A file of the picture, without alpha (what is transparent stands on black) and metadata.
  ///
  /// - Parameter name: the file to be written, for diagnostics.
  /// - Throws: when a side is longer than the format allows (JPEG 65,535, WebP 16,383 px).
  public func encoded(
    as encoding: ImageEncoding, named name: String
  ) throws(Diagnostic) -> [UInt8] {
    do throws(ImageFault) {
      switch encoding {
      case .png(let compression): return try PNGWriter.bytes(self, compression: compression)
      case .jpeg(let quality): return try JPEGWriter.bytes(self, quality: quality.clamped)
      case .webp(let quality): return try WebPWriter.bytes(self, quality: quality.clamped)
      }
    } catch {
      throw .image(name, error, at: nil)
    }
  }
}

extension Int {
  fileprivate var clamped: Int { Swift.min(Swift.max(self, 1), 100) }
}
