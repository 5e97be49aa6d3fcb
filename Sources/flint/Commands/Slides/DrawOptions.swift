public import ArgumentParser
import Carousels
import Console
import Diagnostics
import Feeds
import Images
import Library
import Posts
import Templates

/// What every drawing command takes.
struct DrawOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Of the slides, in px, or 9:16, 3:4, 4:5, 1:1; the template's first when not given.",
      valueName: "WxH"),
    transform: parseSize)
  var size: SlideSize?

  @OptionGroup var destination: TargetOption

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case png, jpeg, webp

    /// Takes `jpg` too, and any letter case.
    init?(argument: String) {
      let name = argument.lowercased()
      self.init(rawValue: name == "jpg" ? "jpeg" : name)
    }
  }

  @Option(help: "TikTok's app and ads take png and jpeg, its posting API jpeg and webp.")
  var format = Format.png

  enum Compression: String, ExpressibleByArgument, CaseIterable { case fast, small }

  @Option(help: "Of PNGs: the same pixels, sooner or in fewer bytes.")
  var compress = Compression.fast

  @Option(help: ArgumentHelp("Of JPEG and WebP, 1 to 100.", valueName: "n"))
  var quality: Int?

  @OptionGroup var brand: BrandChoice

  @Option(
    help: ArgumentHelp("Where photos are looked up.", valueName: "folder"),
    completion: .directory)
  var images: [String] = []

  @Option(help: "Of prices that name none (ISO 4217).")
  var currency = "USD"

  @Option(
    help: ArgumentHelp(
      "Of rows that name none, such as de, ar or pt-BR; told by their letters when not given.",
      valueName: "tag"),
    transform: Language.init(option:))
  var language: Language?

  @Flag(help: "Draw a placeholder for characters that no font has, and warn.")
  var allowMissingGlyphs = false

  func validate() throws {
    if let quality, !(1...100).contains(quality) {
      throw ValidationError("the quality is \(quality); it goes from 1 to 100")
    }
    if quality != nil, format == .png {
      throw ValidationError("a PNG has no quality; use --compress fast or small")
    }
  }

  var settings: DrawSettings {
    DrawSettings(
      size: size, target: destination.target, encoding: encoding, kit: brand.kit,
      brand: brand.options, allowsMissingGlyphs: allowMissingGlyphs)
  }

  func binding(allowsUnknownFields: Bool = false) -> BindOptions {
    BindOptions(
      defaultCurrency: currency.uppercased(), language: language, imageFolders: images,
      allowsUnknownFields: allowsUnknownFields)
  }

  private var encoding: ImageEncoding {
    switch format {
    case .png: .png(compress == .small ? .small : .fast)
    case .jpeg: quality.map { .jpeg(quality: $0) } ?? .jpeg
    case .webp: quality.map { .webp(quality: $0) } ?? .webp
    }
  }
}

extension Language {
  /// - Parameter text: what `--language` says.
  init(option text: String) throws {
    do {
      self = try Language.parse(text, at: Row.commandLine)
    } catch {
      throw ValidationError(([error.message] + error.hints).joined(separator: "; "))
    }
  }
}

/// In whose look slides are drawn.
struct BrandChoice: ParsableArguments {
  @Option(help: "A brand kit: a name, or a folder with a kit.css.")
  var kit: String?

  @Option(
    help: ArgumentHelp(
      "The brand's color, over the kit's; other colors are derived of it.", valueName: "color"))
  var color: String?

  @Option(
    help: ArgumentHelp(
      "A font, over the kit's: a family, or a TTF or OTF file.", valueName: "family|file"),
    completion: .file(extensions: ["ttf", "otf", "ttc"]))
  var font: String?

  @Option(
    help: ArgumentHelp("A logo, over the kit's: a PNG, JPEG or WebP.", valueName: "file"),
    completion: .file(extensions: ["png", "jpg", "jpeg", "webp"]))
  var logo: String?

  var options: BrandOptions { BrandOptions(color: color, font: font, logo: logo) }
  /// What may be a file of these; a family's name is none.
  var files: [String] { [logo, font].compactMap(\.self) }
}

/// Where slides are to go, for commands that draw or check them.
struct TargetOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where the post is to go: a Spark ad, the app, an ad of its own, the posting API, another "
        + "platform.", valueName: PostTarget.allCases.map(\.rawValue).joined(separator: "|")))
  var target = PostTarget.spark
}

extension PostTarget: ExpressibleByArgument {}

/// The values that fill a template.
struct RowOptions: ParsableArguments {
  @Option(help: "A YAML file with the values of the template's fields.", completion: .file())
  var data: String?

  @Option(help: ArgumentHelp("A value of a field; repeat it for more.", valueName: "field=value"))
  var set: [String] = []

  @Flag(help: "Use the template's first sample row.")
  var sample = false

  @Option(help: ArgumentHelp("Use the sample row of this name.", valueName: "name"))
  var sampleRow: String?

  func validate() throws {
    try checkAssignments(set, option: "--set", form: "field=value")
  }

  func request(for subject: String, in workspace: Workspace) throws -> RenderRequest {
    try RenderRequest.parse(
      subject: subject, data: data, sample: sampleRow ?? (sample ? "" : nil), assignments: set,
      in: workspace)
  }
}

/// Which library, for commands that keep posts.
struct LibraryOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The library's folder; FLINT_LIBRARY or \"output\" when not given.", valueName: "folder"),
    completion: .directory)
  var library: String?

  var folder: String { Self.folder(library) }

  /// - Parameter option: what `--library` says.
  static func folder(_ option: String?) -> String {
    LibraryPlace.folder(option)
  }
}
