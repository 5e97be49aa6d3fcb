import Diagnostics
import Feeds
import Files
import Templates

/// Notices when files change, by looking at them again and again.
///
/// Looking costs a system call a file, so a template's dozen files are no load, and it works on
/// every file system, where notifications of the kernel do not.
public struct FileWatch: Sendable {
  private let roots: [String]
  /// Real paths that are never looked at: what Flint writes itself.
  private let excluded: [String]
  private var stamps: [String: FileSystem.Stamp]

  /// A folder with more is no template.
  private static let mostFiles = 5_000
  private static let mostLevels = 8

  /// - Parameters:
  ///   - roots: files, and folders with all they hold.
  ///   - excluded: folders and files inside them to leave out.
  public init(roots: [String], excluding excluded: [String]) {
    self.roots = roots
    // What does not exist yet has no links to follow.
    self.excluded = excluded.map { (try? FileSystem.realPath(of: $0)) ?? $0 }
    stamps = [:]
    stamps = look()
  }

  /// The names of the files that changed, came or went since the last time, sorted.
  public mutating func changes() -> [String] {
    let now = look()
    let changed = Set(now.keys).union(stamps.keys).filter { now[$0] != stamps[$0] }
    stamps = now
    return changed.sorted()
  }

  private func look() -> [String: FileSystem.Stamp] {
    var found: [String: FileSystem.Stamp] = [:]
    for root in roots { look(at: root, level: 0, into: &found) }
    return found
  }

  private func look(at path: String, level: Int, into found: inout [String: FileSystem.Stamp]) {
    guard found.count < Self.mostFiles, level < Self.mostLevels else { return }
    guard FileSystem.folderExists(path) else {
      found[path] = FileSystem.stamp(of: path)
      return
    }
    if !excluded.isEmpty, let real = try? FileSystem.realPath(of: path), excluded.contains(real) {
      return
    }
    // A folder that vanished a moment ago holds nothing.
    for name in (try? FileSystem.names(in: path)) ?? [] where !name.hasPrefix(".") {
      let inner = FilePath.join(path, name)
      if excluded.contains((try? FileSystem.realPath(of: inner)) ?? inner) { continue }
      look(at: inner, level: level + 1, into: &found)
    }
  }
}

extension RenderRequest {
  /// What a drawing is made of, as far as the command line tells: the page's or template's folder,
  /// the file of values, the kit's folder and the folders of photos.
  public static func sources(
    subject: String, data: String?, kit: String?, images: [String], in workspace: Workspace
  ) -> [String] {
    var sources = images
    var template: String? = subject
    var kit = kit
    if subject.hasSuffix(".html") || subject.hasSuffix(".htm") {
      return sources + [FilePath.folder(of: subject)] + kitFolder(kit, in: workspace)
    }
    if subject.hasSuffix(".yaml") || subject.hasSuffix(".yml") {
      sources.append(subject)
      // A file that cannot be read now may be saved whole later.
      let post = try? postFile(subject)
      template = post?.template.map { $0.location.path(of: $0.text) }
      if let name = post?.template?.text,
        let folder = try? Template.find(name, in: workspace.templateFolders)
      {
        template = folder
      }
      kit = kit ?? post?.kit?.text
    }
    if let data { sources.append(data) }
    if let template {
      sources.append(
        (try? Template.find(template, in: workspace.templateFolders)) ?? template)
    }
    return sources + kitFolder(kit, in: workspace)
  }

  private static func kitFolder(_ name: String?, in workspace: Workspace) -> [String] {
    guard let name else { return [] }
    return [(try? BrandKit.find(name, in: workspace.kitFolders)) ?? name]
  }
}
