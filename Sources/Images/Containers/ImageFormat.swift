/// The formats read; recognized by their first bytes, never by a file's name.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
  case png = "PNG"
  case jpeg = "JPEG"
  case webp = "WebP"

  /// What the first bytes say; nil for anything else.
  public init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
      self = .png
    } else if bytes.starts(with: [0xff, 0xd8, 0xff]) {
      self = .jpeg
    } else if bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)),
      bytes[8..<12].elementsEqual("WEBP".utf8)
    {
      self = .webp
    } else {
      return nil
    }
  }

  /// What a file that is none of ours probably is, for the error's sentence.
  static func foreignName(_ bytes: [UInt8]) -> String? {
    let marks: [(offset: Int, mark: String, name: String)] = [
      (0, "GIF8", "a GIF"), (0, "BM", "a BMP"), (0, "II*\0", "a TIFF"), (0, "MM\0*", "a TIFF"),
      (0, "%PDF", "a PDF"), (0, "8BPS", "a Photoshop file"), (0, "<svg", "an SVG"),
      (0, "<?xml", "an XML file"), (0, "<!DOCTYPE", "an HTML page"), (0, "<html", "an HTML page"),
      (4, "ftypavif", "an AVIF"), (4, "ftypheic", "a HEIC"), (4, "ftypheix", "a HEIC"),
      (4, "ftypmif1", "a HEIF"), (4, "ftyp", "a video"),
    ]
    return marks.first { bytes.dropFirst($0.offset).starts(with: $0.mark.utf8) }?.name
  }
}
