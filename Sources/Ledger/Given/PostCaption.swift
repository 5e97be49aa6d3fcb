public import Diagnostics
import Files

/// A caption as a user gives it: the words themselves, `@FILE`, or `-` for standard input.
public enum PostCaption {
  /// Far above TikTok's 4,000 UTF-16 units.
  public static let mostBytes = 64 << 10

  public static func read(_ option: String) throws(Diagnostic) -> String {
    if option == "-" {
      return try clean(
        try FileSystem.read("/dev/stdin", limit: mostBytes), named: "<standard input>")
    }
    guard option.hasPrefix("@") else { return try clean(Array(option.utf8), named: option) }
    let path = String(option.dropFirst())
    do {
      return try clean(try FileSystem.read(path, limit: mostBytes), named: path)
    } catch {
      throw .captionFile(error)
    }
  }

  /// Line ends become `\n`; those at the end are left out.
  private static func clean(_ bytes: [UInt8], named name: String) throws(Diagnostic) -> String {
    guard bytes.count <= mostBytes else {
      throw .captionIsTooLong(bytes.count, limit: mostBytes)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .captionIsNotUTF8(name) }
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .control && !["\n", "\r", "\t"].contains(scalar)
    }
    if let control = text.unicodeScalars.first(where: isControl) {
      throw .captionHasControls(control)
    }
    var caption = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    caption = String(caption.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    while caption.hasSuffix("\n") { caption.removeLast() }
    return caption
  }
}
