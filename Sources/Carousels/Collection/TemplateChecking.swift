public import Diagnostics
import Feeds
import Files
import Images
public import Templates

/// What `flint template check` finds: every sample row at every size.
public struct TemplateCheck: Sendable {
  /// One sample row at one size.
  public struct Drawing: Sendable {
    /// The sample's name in `sample.yaml`.
    public var sample: String
    /// The size it was drawn at.
    public var size: SlideSize
    /// How many slides came of it.
    public var slides: Int
    /// Errors and warnings.
    public var problems: [Diagnostic]
  }

  /// The template as it was named.
  public var template: String
  /// Each sample row at each size.
  public var drawings: [Drawing]
  /// About the template as a whole; with an error among them there are no drawings.
  public var problems: [Diagnostic] = []

  /// Whether one of the problems, of the template or a drawing, is an error.
  public var hasErrors: Bool {
    (problems + drawings.flatMap(\.problems)).contains { $0.severity == .error }
  }

  /// Lays out and paints each sample row at each of the template's sizes; writes nothing.
  public init(of name: String, settings: DrawSettings, in workspace: Workspace) {
    template = name
    drawings = []
    do throws(DiagnosticsError) {
      let first = try PreparedTemplate(
        template: name, settings: settings, binding: BindOptions(), in: workspace)
      template = first.template.name
      let artist = SlideArtist(roots: first.pictureRoots)
      drawings = try first.samples().map { artist.checked($0) }
      problems = first.warnings
    } catch {
      drawings = []
      problems = error.diagnostics
    }
  }
}

extension SlideArtist {
  /// Draws a sample row.
  fileprivate func checked(_ sample: SampleDrawing) -> TemplateCheck.Drawing {
    let prepared = sample.prepared
    var drawing = TemplateCheck.Drawing(
      sample: sample.name, size: prepared.size, slides: 0, problems: [])
    do throws(DiagnosticsError) {
      let carousel = try prepared.carousel(of: sample.row, pictures: pictures.files)
      let drawn = try draw(prepared.drawing(of: carousel))
      drawing.slides = drawn.slides.count
      // What may be as meant in one carousel is a fault of a template.
      let ink = Set(drawn.inkWarnings)
      drawing.problems =
        carousel.bound.warnings
        + drawn.warnings.map { warning in
          ink.contains(warning)
            ? .error(warning.message, at: warning.location, hints: warning.hints) : warning
        }
    } catch {
      drawing.problems = error.diagnostics
    }
    return drawing
  }
}

/// Pictures of templates, and new ones made from them.
public enum TemplateFolders {
  /// Draws a template's first sample row as one overview picture.
  public static func overview(
    of name: String, size: SlideSize?, kit: String?, in workspace: Workspace
  ) throws(DiagnosticsError) -> (picture: [UInt8], template: Template, warnings: [Diagnostic]) {
    let prepared = try PreparedTemplate(
      template: name, settings: DrawSettings(size: size, kit: kit), binding: BindOptions(),
      in: workspace)
    let sample = try prepared.samples()[0]
    let artist = SlideArtist(roots: prepared.pictureRoots)
    let carousel = try prepared.carousel(of: sample.row, pictures: artist.pictures.files)
    let drawn = try artist.draw(prepared.drawing(of: carousel))
    return (drawn.overview, prepared.template, prepared.warnings + drawn.warnings)
  }

  /// Draws the first slides of every template as one picture.
  ///
  /// - Returns: the picture as PNG, and the problems of templates that could not be drawn.
  public static func collection(
    size: SlideSize?, kit: String?, in workspace: Workspace
  ) throws(DiagnosticsError) -> (picture: [UInt8], problems: [Diagnostic]) {
    try CollectionPicture.make(kit: kit, size: size, slidesEach: 3, columns: 3, in: workspace)
  }

  public static func write(_ picture: [UInt8], to path: String) throws(DiagnosticsError) {
    do throws(Diagnostic) {
      try FileSystem.createFolder(FilePath.folder(of: path))
      try FileSystem.write(picture, to: path)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  /// Copies a template under a new name, to be changed.
  ///
  /// - Parameter parent: the folder to create it in.
  /// - Returns: the new folder.
  public static func create(
    _ name: String, from source: String, in parent: String, workspace: Workspace
  ) throws(DiagnosticsError) -> String {
    do throws(Diagnostic) {
      return try FolderCopy.create(
        name, kind: "template", from: try Template.find(source, in: workspace.templateFolders),
        in: parent)
    } catch {
      throw DiagnosticsError(error)
    }
  }
}
