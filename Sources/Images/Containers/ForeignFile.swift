/// What a file that Flint does not read probably is.
struct ForeignFile: Hashable, Sendable {
  /// Completes `"photo" is …`.
  var name: String
  /// What can be done about it.
  var remedy: String

  private static let convert = "save it as a JPEG, or as a PNG where it is transparent"
  private static let develop = "develop it to a JPEG with the camera's program or a photo editor"
  private static let redirected = "what the shop sent was its page; download the picture itself"

  /// By the first bytes; the longer marks of a place come first.
  private static let marks: [(offset: Int, mark: String, name: String, remedy: String)] = [
    (0, "II*\0\u{10}\0\0\0CR", "a Canon RAW", develop),
    (4, "ftypcrx ", "a Canon RAW", develop),
    (0, "FUJIFILMCCD-RAW", "a Fujifilm RAW", develop),
    (0, "IIRO", "an Olympus RAW", develop),
    (0, "IIU\0", "a Panasonic RAW", develop),
    (0, "II*\0", "a TIFF or a camera's RAW", convert),
    (0, "MM\0*", "a TIFF or a camera's RAW", convert),
    (4, "JXL \r\n", "a JPEG XL", convert),
    (4, "jP  \r\n", "a JPEG 2000", convert),
    (0, "BM", "a BMP", convert),
    (0, "\0\0\u{1}\0", "an icon", convert),
    (0, "8BPS", "a Photoshop file", "export it as a PNG or JPEG"),
    (0, "gimp xcf", "a GIMP file", "export it as a PNG or JPEG"),
    (0, "%PDF", "a PDF", "export its page as a PNG"),
    (0, "%!PS", "an EPS", "export it as a PNG"),
    (0, "PK\u{3}\u{4}", "a ZIP", "unpack it"),
    (4, "ftyp", "a video", "save one frame of it as a picture"),
    (0, "{", "JSON, not a picture that was saved", redirected),
  ]

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xff, 0x0a]) {
      self.init(name: "a JPEG XL", remedy: Self.convert)
      return
    }
    if let page = Self.markup(bytes) {
      self = page
      return
    }
    let mark = Self.marks.first { bytes.dropFirst($0.offset).starts(with: $0.mark.utf8) }
    guard let mark else { return nil }
    self.init(name: mark.name, remedy: mark.remedy)
  }

  private init(name: String, remedy: String) {
    self.name = name
    self.remedy = remedy
  }

  /// Behind a byte order mark, white space and comments, in any case.
  private static func markup(_ bytes: [UInt8]) -> ForeignFile? {
    let start = bytes.prefix(1024)
    guard start.contains(UInt8(ascii: "<")), start.allSatisfy({ $0 >= 32 || (9...13).contains($0) })
    else { return nil }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if text.contains("<svg") {
      return ForeignFile(
        name: "an SVG", remedy: "export it as a PNG, twice as large as it is shown")
    }
    if text.contains("<!doctype html") || text.contains("<html") || text.contains("<head") {
      return ForeignFile(name: "an HTML page that was saved as a picture", remedy: redirected)
    }
    return text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.hasPrefix("<?xml")
      ? ForeignFile(name: "an XML file", remedy: convert) : nil
  }
}
