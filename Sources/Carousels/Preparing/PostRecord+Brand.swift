import Diagnostics
import Files
import Library

extension PostRecord {
  /// The options that the post was drawn with, their files found again: where they were, or by name
  /// in a folder for photos.
  ///
  /// - Throws: when a file is in none of them.
  func brandOptions(imageFolders: [String]) throws(DiagnosticsError) -> BrandOptions {
    guard var options = brand?.options else { return BrandOptions() }
    func found(_ path: String) -> String? {
      ([path] + imageFolders.map { FilePath.join($0, FilePath.name(of: path)) })
        .first(where: FileSystem.fileExists)
    }
    if let logo = options.logo {
      guard let path = found(logo) else { throw DiagnosticsError(.brandFileIsGone("logo", logo)) }
      options.logo = path
    }
    // A family of the catalogue is no path.
    if let font = options.font, BrandSource.isFontFile(font) {
      guard let path = found(font) else { throw DiagnosticsError(.brandFileIsGone("font", font)) }
      options.font = path
    }
    return options
  }
}
