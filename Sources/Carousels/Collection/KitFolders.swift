public import Diagnostics
import Files
import Images
public import Library
import Pixels
import Templates
import Typography

/// Pictures of brand kits, and new ones.
public enum KitFolders {
  /// Draws the first slides of every template in the kit's look as one picture.
  ///
  /// - Returns: the picture as PNG, and what a template had against the kit.
  public static func picture(
    of kit: String, in workspace: Workspace
  ) throws(DiagnosticsError) -> (picture: [UInt8], problems: [Diagnostic]) {
    try CollectionPicture.make(kit: kit, size: nil, slidesEach: 2, columns: 4, in: workspace)
  }

  /// Creates a kit of a brand's color, font and logo; what is not given is derived, or left to the
  /// templates. Files are copied into it.
  ///
  /// - Parameters:
  ///   - paper: the ground, any CSS color; nil to derive it.
  ///   - ink: text on it; nil to derive it.
  /// - Returns: the new folder.
  public static func create(
    _ name: String, of options: BrandOptions, paper: String?, ink: String?, in parent: String,
    workspace: Workspace
  ) throws(DiagnosticsError) -> String {
    let source = try BrandSource(
      options, paper: paper, ink: ink, catalog: try FontCatalog(path: workspace.fontCatalog))
    do throws(Diagnostic) {
      return try FolderCopy.create(name, kind: "kit", in: parent) { folder throws(Diagnostic) in
        var fontPath: String?
        if case .file(let path, _, _, let bytes)? = source.font {
          let file = "fonts/\(plainName(of: path, or: "brand.ttf"))"
          try FileSystem.createFolder(FilePath.join(folder, "fonts"))
          try FileSystem.write(bytes, to: FilePath.join(folder, file))
          fontPath = file
        }
        var logoPath: String?
        if let logo = source.logo {
          let file = "logo.\(logo.image.header.format.rawValue.lowercased())"
          try FileSystem.write(logo.image.bytes, to: FilePath.join(folder, file))
          logoPath = file
        }
        let css = source.css(fontPath: fontPath, logoPath: logoPath)
        try FileSystem.write(
          Array("/* \(name): the brand's own; flint kit check \(name) */\n\(css)".utf8),
          to: FilePath.join(folder, BrandKit.styleSheetName))
      }
    } catch {
      throw DiagnosticsError(error)
    }
  }

  /// A file's name, where every system takes it.
  private static func plainName(of path: String, or other: String) -> String {
    let name = FilePath.name(of: path)
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isPlain && !name.hasPrefix(".") ? name : other
  }

  /// Creates a kit as a copy of another, to be changed.
  ///
  /// - Returns: the new folder.
  public static func create(
    _ name: String, from source: String, in parent: String, workspace: Workspace
  ) throws(DiagnosticsError) -> String {
    do throws(Diagnostic) {
      return try FolderCopy.create(
        name, kind: "kit", from: try BrandKit.find(source, in: workspace.kitFolders), in: parent)
    } catch {
      throw DiagnosticsError(error)
    }
  }
}
