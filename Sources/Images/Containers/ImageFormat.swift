/// The formats read; recognized by their first bytes, never by a file's name.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
  case png = "PNG"
  case jpeg = "JPEG"
  case webp = "WebP"
  case gif = "GIF"
  /// Coded by HEVC, as phones do.
  case heic = "HEIC"
  /// Coded by AV1.
  case avif = "AVIF"

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
    } else if bytes.starts(with: Array("GIF8".utf8)) {
      self = .gif
    } else if let format = Self.format(ofBrands: bytes) {
      self = format
    } else {
      return nil
    }
  }

  /// Of a container for still pictures, by the brands that it says it keeps.
  ///
  /// Source: ISO/IEC 14496-12, section 4.3; ISO/IEC 23008-12, section 10.
  private static func format(ofBrands bytes: [UInt8]) -> ImageFormat? {
    let reading = ByteReading(bytes: bytes, order: .big)
    guard reading.has("ftyp", at: 4), let size = reading.uint32(at: 0) else { return nil }
    let places = [8] + Array(stride(from: 16, to: min(size, 256), by: 4))
    let brands = Set(places.compactMap { reading.text(at: $0, count: 4) })
    if !brands.isDisjoint(with: ["avif", "avis"]) { return .avif }
    let stills: Set = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "miaf"]
    return brands.isDisjoint(with: stills) ? nil : .heic
  }

  /// With "a" or "an".
  var withArticle: String { self == .avif ? "an \(rawValue)" : "a \(rawValue)" }
}
