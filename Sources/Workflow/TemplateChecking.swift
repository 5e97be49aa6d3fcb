public import Diagnostics
import Feeds
import Files
import Images
public import Templates

/// What `flint template check` finds: every sample row at every size.
public struct TemplateCheck: Sendable {
  public struct Drawing: Sendable {
    public var sample: String
    public var size: SlideSize
    public var slides: Int
    /// Errors and warnings.
    public var problems: [Diagnostic]
  }

  public var template: String
  public var drawings: [Drawing]
  /// About the template as a whole; with an error among them there are no drawings.
  public var problems: [Diagnostic] = []

  public var hasErrors: Bool {
    (problems + drawings.flatMap(\.problems)).contains { $0.severity == .error }
  }

  /// Lays out and paints each sample row at each of the template's sizes; writes nothing.
  public init(of name: String, kit: String?, in workspace: Workspace) {
    template = name
    drawings = []
    do throws(DiagnosticsError) {
      let first = try Studio(
        template: name, settings: DrawSettings(kit: kit), binding: BindOptions(), in: workspace)
      guard !first.template.samples.isEmpty else {
        throw DiagnosticsError(.noSuchSample("", template: name, known: []))
      }
      template = first.template.name
      for size in first.template.sizes {
        let studio = try Studio(
          template: first.template, settings: DrawSettings(size: size, kit: kit),
          binding: BindOptions(), in: workspace)
        drawings += studio.checkedSamples
      }
      problems = first.warnings
    } catch {
      drawings = []
      problems = error.diagnostics
    }
  }
}

extension Studio {
  /// Every sample row, drawn.
  fileprivate var checkedSamples: [TemplateCheck.Drawing] {
    let artist = makeArtist()
    return template.samples.map { sample, post in
      var drawing = TemplateCheck.Drawing(sample: sample, size: size, slides: 0, problems: [])
      do throws(DiagnosticsError) {
        let carousel = try carousel(of: post.row)
        let drawn = try artist.draw(self.drawing(of: carousel))
        drawing.slides = drawn.slides.count
        drawing.problems = carousel.bound.warnings + drawn.warnings
      } catch {
        drawing.problems = error.diagnostics
      }
      return drawing
    }
  }
}

/// Pictures of templates, and new ones made from them.
public enum TemplateFolders {
  /// Draws a template's first sample row as one overview picture.
  public static func overview(
    of name: String, size: SlideSize?, kit: String?, in workspace: Workspace
  ) throws(DiagnosticsError) -> (picture: [UInt8], template: Template, warnings: [Diagnostic]) {
    let studio = try Studio(
      template: name, settings: DrawSettings(size: size, kit: kit), binding: BindOptions(),
      in: workspace)
    guard let sample = studio.template.samples.first else {
      throw DiagnosticsError(.noSuchSample("", template: name, known: []))
    }
    let carousel = try studio.carousel(of: sample.post.row)
    let drawn = try studio.makeArtist().draw(studio.drawing(of: carousel))
    return (drawn.overview, studio.template, studio.warnings + drawn.warnings)
  }

  public static func write(_ picture: [UInt8], to path: String) throws(DiagnosticsError) {
    do throws(Diagnostic) {
      try FileSystem.createFolder(FilePath.folder(of: path))
      try FileSystem.write(picture, to: path)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private static let assetLimit = 64 << 20

  /// Copies a template under a new name, to be changed.
  ///
  /// - Parameter parent: the folder to create it in.
  /// - Returns: the new folder.
  public static func create(
    _ name: String, from source: String, in parent: String, workspace: Workspace
  ) throws(DiagnosticsError) -> String {
    do throws(Diagnostic) {
      let plain = !name.isEmpty && name.utf8.allSatisfy { isNameByte($0) }
      guard plain else { throw .notATemplateName(name) }
      let origin = try Template.find(source, in: workspace.templateFolders)
      let target = FilePath.join(parent, name)
      guard !FileSystem.folderExists(target), !FileSystem.fileExists(target) else {
        throw .alreadyThere(target)
      }
      try copy(origin, to: target, as: name)
      return target
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func copy(
    _ origin: String, to target: String, as name: String
  ) throws(Diagnostic) {
    try FileSystem.createFolder(target)
    for entry in try FileSystem.names(in: origin) where !entry.hasPrefix(".") {
      let path = FilePath.join(origin, entry)
      if FileSystem.folderExists(path) {
        try copy(path, to: FilePath.join(target, entry), as: name)
        continue
      }
      var bytes = try FileSystem.read(path, limit: assetLimit)
      if entry == "template.yaml" { bytes = renamed(bytes, to: name) }
      try FileSystem.write(bytes, to: FilePath.join(target, entry))
    }
  }

  /// `template.yaml` with its `name:` line changed.
  private static func renamed(_ yaml: [UInt8], to name: String) -> [UInt8] {
    let lines = String(decoding: yaml, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { $0.hasPrefix("name:") ? "name: \(name)" : String($0) }
    return Array(changed.joined(separator: "\n").utf8)
  }
}

extension Diagnostic {
  fileprivate static func notATemplateName(_ name: String) -> Diagnostic {
    .error(
      "\"\(name)\" is not a name for a template",
      hints: ["use small letters, digits and hyphens, such as summer-sale"])
  }

  fileprivate static func alreadyThere(_ path: String) -> Diagnostic {
    .error("\"\(path)\" is there already", hints: ["choose another name, or remove it first"])
  }
}
