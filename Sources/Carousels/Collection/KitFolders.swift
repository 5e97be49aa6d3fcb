public import Diagnostics
import Files
import Images
import Pixels
import Templates

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
