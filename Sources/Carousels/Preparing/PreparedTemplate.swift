public import Diagnostics
public import Feeds
import Files
import Images
import Library
import Markup
import Pixels
import Posts
public import Templates
import Typography

/// A template made ready to draw many rows: read, checked, its rules parsed and its fonts known.
public struct PreparedTemplate: Sendable {
  /// The template as it was read.
  public let template: Template
  /// What the user chose.
  public private(set) var settings: DrawSettings
  /// The slides' size: the user's choice, or the template's first.
  public private(set) var size: SlideSize
  /// About the template and kit; told once, not once a row.
  public let warnings: [Diagnostic]
  package let kit: BrandKit?
  package let style: PageStyle
  package let binding: BindOptions
  private var zones: SafeZones
  private let fontCatalogDigest: String

  /// Changes with whatever changes pixels, so that posts are drawn anew after an update.
  static let drawingVersion = 2

  public init(
    template name: String, settings: DrawSettings, binding: BindOptions, in workspace: Workspace,
    at location: SourceLocation? = nil
  ) throws(DiagnosticsError) {
    let folder: String
    do {
      folder = try Template.find(name, in: workspace.templateFolders, at: location)
    } catch {
      throw DiagnosticsError(error)
    }
    try self.init(
      template: try Template.load(folder), settings: settings, binding: binding, in: workspace)
  }

  package init(
    template: Template, settings: DrawSettings, binding: BindOptions, in workspace: Workspace
  ) throws(DiagnosticsError) {
    self.template = template
    self.settings = settings
    self.binding = binding
    size = settings.size ?? template.sizes[0]
    for folder in binding.imageFolders where !FileSystem.folderExists(folder) {
      throw DiagnosticsError(.notAnImageFolder(folder, isFile: FileSystem.fileExists(folder)))
    }
    kit = try workspace.kit(of: settings)
    style = try PageStyle(
      sheets: template.styleSheets, root: template.folder, kit: kit,
      catalog: try FontCatalog(path: workspace.fontCatalog))
    zones = try SafeZones(of: settings.target, in: workspace)
    var warnings = template.warnings + style.warnings
    if !template.sizes.contains(size) {
      warnings.append(.undeclaredSize(size, template: template))
    }
    self.warnings = warnings
    fontCatalogDigest = try workspace.fontCatalogDigest()
  }

  /// The same template, drawn at another size.
  func at(_ size: SlideSize) -> PreparedTemplate {
    var other = self
    other.settings.size = size
    other.size = size
    return other
  }

  /// The same template, drawn at another size for another target.
  func at(
    _ size: SlideSize, for target: PostTarget, in workspace: Workspace
  ) throws(DiagnosticsError) -> PreparedTemplate {
    var other = at(size)
    other.settings.target = target
    other.zones = try SafeZones(of: target, in: workspace)
    return other
  }

  /// What, besides the row, decides about every pixel.
  private var fingerprint: String {
    var parts = [
      "drawing \(Self.drawingVersion)", "template \(template.digest)",
      "kit \(kit?.digest ?? "none")", "size \(size)", "encoding \(settings.encoding)",
      "placeholders \(settings.allowsMissingGlyphs)", "fonts \(fontCatalogDigest)",
    ]
    if let addition = kit?.addition { parts.append("brand \(addition.digest)") }
    // Without insets it is what it was before there were any, so posts of then are still current.
    if settings.target != .none {
      let area = safeArea
      parts.append(
        "target \(settings.target.rawValue) \(area.top) \(area.right) \(area.bottom) \(area.left)")
    }
    return parts.joined(separator: "\n")
  }

  /// How far the slides' safe area lies inside of each edge, px.
  private var safeArea: Edges<Double> { zones.insets(of: size) }

  /// Folders that pictures may come from: the template's, the kit's, and those named for photos.
  /// Photos of a row were found inside the last when it was bound.
  var pictureRoots: [String] {
    [template.folder] + (kit?.roots ?? []) + binding.imageFolders
  }

  /// Binds a row and reads its pictures; nothing is laid out or decoded yet.
  func carousel(
    of row: Row, words: PostWords = PostWords(), pictures files: PictureFiles
  ) throws(DiagnosticsError) -> BoundCarousel {
    let row = row.inLanguage(binding.language)
    let values = try template.values(of: row, options: binding)
    var bound = try template.bind(values)
    kit?.mark(&bound.document)
    let pictures = bound.document.root.pictures
    let digests: [String: String]
    do {
      digests = try files.digests(of: pictures)
    } catch {
      throw DiagnosticsError(error)
    }
    var origin = fingerprint
    for picture in pictures { origin += "\npicture \(digests[picture.path] ?? "")" }
    let caption = words.caption(standard: bound.caption)
    bound.document.root.describe(into: &origin)
    origin += "\ncaption \(caption)"
    return BoundCarousel(
      bound: bound, caption: caption, words: words, origin: sha256Hex(Array(origin.utf8)), row: row,
      pictureDigests: digests, photos: Self.photos(values.photoPaths, digests))
  }

  /// - Returns: digests by the names of the files, of those that are shown.
  private static func photos(
    _ paths: [String], _ digests: [String: String]
  ) -> [String: String] {
    let shown = paths.compactMap { path in digests[path].map { (FilePath.name(of: path), $0) } }
    return Dictionary(shown, uniquingKeysWith: { first, _ in first })
  }

  func drawing(of carousel: BoundCarousel) -> CarouselDrawing {
    CarouselDrawing(
      document: carousel.bound.document, slideNames: carousel.bound.slides.map(\.name),
      hasSections: true, style: style, size: size, target: settings.target,
      safeArea: safeArea, encoding: settings.encoding,
      allowsMissingGlyphs: settings.allowsMissingGlyphs,
      pictureDigests: carousel.pictureDigests)
  }

  /// The readable name of a row's post.
  public func key(of row: Row) -> String {
    let name = row.key ?? Self.nameFields.lazy.compactMap { row[$0]?.text }.first
    var parts = [name ?? "", template.name]
    if size != template.sizes[0] { parts.append("\(size)") }
    return PostKey.make(from: parts)
  }

  /// What a row is called when it has no key of its own; the first that it has.
  private static let nameFields = ["title", "name", "hook", "quote"]
}

/// A row in its template, not yet drawn.
struct BoundCarousel {
  var bound: BoundTemplate
  package var caption: String
  package var words: PostWords
  /// SHA-256 over everything that reaches a pixel.
  package var origin: String
  package var row: Row
  /// SHA-256 of the pictures that its `img` elements show, by path.
  var pictureDigests: [String: String]
  /// SHA-256 of those that came with the row, by the names of their files.
  var photos: [String: String]
}

extension Row {
  /// The row with a language, so that its record has it; itself when it names one.
  fileprivate func inLanguage(_ language: Language?) -> Row {
    guard let language, self[Row.languageField] == nil else { return self }
    var row = self
    row.cells.append(
      (name: Row.languageField, cell: Row.Cell(.text(language.tag), at: Row.commandLine)))
    return row
  }
}

extension Row.Cell {
  fileprivate var text: String? {
    if case .text(let text) = value, !text.isEmpty { text } else { nil }
  }
}

extension Element {
  /// The pictures that `img` elements show, in document order.
  fileprivate var pictures: [(path: String, location: SourceLocation)] {
    var found: [(path: String, location: SourceLocation)] = []
    if name == "img", let source = attributes.first(where: { $0.name == "src" }) {
      found.append((source.valueLocation.path(of: source.value), source.valueLocation))
    }
    return found + childElements.flatMap(\.pictures)
  }

  /// Appends what the element is, without the paths of pictures, which differ between machines.
  fileprivate func describe(into text: inout String) {
    text += "\n<\(name)"
    for attribute in attributes where name != "img" || attribute.name != "src" {
      text += " \(attribute.name)=\(attribute.value.debugDescription)"
    }
    for child in children {
      switch child {
      case .element(let element): element.describe(into: &text)
      case .text(let own): text += "\n\(own.content.debugDescription)"
      }
    }
    text += "\n>"
  }
}
