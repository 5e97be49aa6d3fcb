public import Diagnostics
import Files
import Foundation
import Library
package import Templates
import Typography

/// Where Flint finds what it comes with: templates, fonts and brand kits.
public struct Workspace: Sendable {
  /// Where templates lie, searched in order; the user's own come first.
  public var templateFolders: [String]
  /// Where brand kits lie, searched in order; the user's own come first.
  public var kitFolders: [String]
  /// `fonts.yaml`.
  public var fontCatalog: String
  /// `safe-zones.yaml`.
  var safeZones: String
  /// Other data that Flint comes with.
  public var dataFolder: String

  /// Looks for a folder with `fonts/fonts.yaml`: `FLINT_HOME`, the current folder, then upwards from
  /// the program itself (a build folder, or `PREFIX/bin` with `PREFIX/share/flint`).
  public static func locate(
    environment: [String: String]
  ) throws(DiagnosticsError) -> Workspace {
    let home = environment["FLINT_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let candidates = home.map { [$0] } ?? ["."] + foldersAboveProgram()
    for folder in candidates {
      let catalog = FilePath.join(folder, "fonts/fonts.yaml")
      if FileSystem.fileExists(catalog) {
        return Workspace(root: folder, fontCatalog: catalog)
      }
    }
    throw DiagnosticsError(.noHome(searched: candidates, isFromEnvironment: home != nil))
  }

  package init(root: String, fontCatalog: String) {
    func searched(_ name: String) -> [String] {
      let own = root == "." ? name : FilePath.join(root, name)
      return root == "." ? [own] : [name, own]
    }
    templateFolders = searched("templates")
    kitFolders = searched("kits")
    self.fontCatalog = fontCatalog
    dataFolder = FilePath.join(root, "data")
    safeZones = FilePath.join(dataFolder, "safe-zones.yaml")
  }

  private static func foldersAboveProgram() -> [String] {
    guard let program = Bundle.main.executablePath,
      let real = try? FileSystem.realPath(of: program)
    else { return [] }
    var folders: [String] = []
    var folder = FilePath.folder(of: real)
    while folder != "/", folders.count < 16 {
      folders.append(folder)
      folders.append(FilePath.join(folder, "share/flint"))
      folder = FilePath.folder(of: folder)
    }
    return folders
  }

  /// What restyles a template: a kit, a run's options, these over that, or nothing.
  package func kit(of settings: DrawSettings) throws(DiagnosticsError) -> BrandKit? {
    let kit = try settings.kit.map { name throws(DiagnosticsError) in try self.kit(named: name) }
    if settings.brand.isEmpty { return kit }
    let source = try BrandSource(
      settings.brand, over: kit, catalog: try FontCatalog(path: fontCatalog))
    var changed = (kit ?? BrandKit()).adding(try source.addition())
    if let logo = source.logo { changed.logoRatio = logo.ratio }
    return changed
  }

  package func kit(named name: String) throws(DiagnosticsError) -> BrandKit {
    do {
      var kit = try BrandKit.load(try BrandKit.find(name, in: kitFolders))
      if let logo = kit.logo {
        kit.logoRatio = try BrandLogo.ratio(ofFile: logo.path, at: logo.location)
      }
      return kit
    } catch let error as DiagnosticsError {
      throw error
    } catch let diagnostic as Diagnostic {
      throw DiagnosticsError(diagnostic)
    } catch {
      preconditionFailure("finding and loading a kit throws diagnostics only")
    }
  }

  func fontCatalogDigest() throws(DiagnosticsError) -> String {
    do throws(Diagnostic) {
      return sha256Hex(try FileSystem.read(fontCatalog, limit: 4 << 20))
    } catch {
      throw DiagnosticsError(error)
    }
  }
}
