public import Diagnostics

/// What `post.json` says of a finished carousel: where it came from and what its files are.
///
/// It holds no time and no machine's name, so that the same input gives the same file.
public struct PostRecord: Codable, Equatable, Sendable {
  /// A template or kit as it was when the carousel was drawn.
  public struct Template: Codable, Equatable, Sendable {
    /// The folder's name.
    public var name: String
    /// SHA-256 over the template folder's files.
    public var digest: String

    public init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// A run's own color, font and logo.
  public struct Brand: Codable, Equatable, Sendable {
    /// As they were given; files as they were named then.
    public var options: BrandOptions
    /// SHA-256 over what they came to, the contents of files included.
    public var digest: String

    public init(_ options: BrandOptions, digest: String) {
      self.options = options
      self.digest = digest
    }
  }

  /// A bound value as it stood in the row.
  public enum Value: Codable, Equatable, Sendable {
    /// One text, as it was bound.
    case text(String)
    /// Several texts in the row's order.
    case list([String])

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([String].self) {
        self = .list(list)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .list(let items): try container.encode(items)
      }
    }
  }

  /// The row that the carousel was made of.
  public struct Row: Codable, Equatable, Sendable {
    /// Where it stood, as the user named the file; in `post.json` a text such as `feed.csv:2`.
    public var location: SourceLocation
    /// The values by the names of their fields.
    public var fields: [String: Value]
    /// SHA-256 of the row's photos that were shown, by the names of their files; nil for a post that
    /// was drawn before they were kept.
    public var photos: [String: String]?

    public init(
      location: SourceLocation, fields: [String: Value], photos: [String: String]? = nil
    ) {
      self.location = location
      self.fields = fields
      self.photos = photos
    }

    private enum CodingKeys: CodingKey { case location, fields, photos }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      location = SourceLocation(written: try container.decode(String.self, forKey: .location))
      fields = try container.decode([String: Value].self, forKey: .fields)
      photos = try container.decodeIfPresent([String: String].self, forKey: .photos)
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode("\(location)", forKey: .location)
      try container.encode(fields, forKey: .fields)
      try container.encodeIfPresent(photos, forKey: .photos)
    }
  }

  /// A font whose glyphs are on the slides.
  public struct Font: Codable, Equatable, Sendable {
    /// The family's name in the catalogue, kit or page.
    public var family: String
    /// The CSS weight, 1…1000.
    public var weight: Int
    /// `normal`, `italic` or `oblique`.
    public var style: String
    /// The file's digest, 64 hexadecimal digits.
    public var sha256: String

    public init(family: String, weight: Int, style: String, sha256: String) {
      self.family = family
      self.weight = weight
      self.style = style
      self.sha256 = sha256
    }
  }

  /// A finished slide.
  public struct Slide: Codable, Equatable, Sendable {
    /// The file's name in the post's folder.
    public var file: String
    /// The slide's name in the carousel.
    public var name: String
    /// px.
    public var width: Int
    /// px.
    public var height: Int
    /// The file's size.
    public var bytes: Int
    /// The file's digest, 64 hexadecimal digits.
    public var sha256: String
    /// What the slide's pictures show, for screen readers and for search.
    public var alt: [String]
    /// The words on the slide, for screen readers and for search.
    public var text: String

    public init(
      file: String, name: String, width: Int, height: Int, bytes: Int, sha256: String,
      alt: [String], text: String
    ) {
      self.file = file
      self.name = name
      self.width = width
      self.height = height
      self.bytes = bytes
      self.sha256 = sha256
      self.alt = alt
      self.text = text
    }
  }

  /// The version of the file's form that this Flint writes.
  public static let currentSchema = 1

  /// The version of the file's form.
  public var schema = PostRecord.currentSchema
  /// The post's key, as its folder is called.
  public var key: String
  /// nil for a bare page.
  public var template: Template?
  /// nil when no brand kit was used.
  public var kit: Template?
  /// What the run gave in place of a kit or over it; nil when it gave nothing.
  public var brand: Brand?
  /// Where it was drawn to go, whose safe area its slides keep: `spark`; nil for a post that was drawn
  /// before there were safe areas, and so without.
  public var target: String?
  /// nil for a bare page.
  public var row: Row?
  /// Width and height in px.
  public var size: [Int]
  /// The slides' file extension, without a dot.
  public var format: String
  /// Sorted by family, weight and style.
  public var fonts: [Font]
  /// As it stood in the template or post file, hashtags included; perhaps empty.
  public var caption: String
  /// The title above the caption on TikTok; nil when the post has none.
  public var title: String?
  /// What the post discloses: `your brand`, `branded content`, `none`; nil when it does not say.
  public var disclosure: String?
  /// In the carousel's order.
  public var slides: [Slide]
  /// SHA-256 over everything that reaches a pixel; the same origin needs no new rendering.
  public var origin: String

  public init(
    key: String, template: Template?, kit: Template?, brand: Brand? = nil, target: String? = nil,
    row: Row?, size: [Int], format: String, fonts: [Font], caption: String, title: String? = nil,
    disclosure: String? = nil,
    slides: [Slide], origin: String
  ) {
    self.key = key
    self.template = template
    self.kit = kit
    self.brand = brand
    self.target = target
    self.row = row
    self.size = size
    self.format = format
    self.fonts = fonts
    self.caption = caption
    self.title = title
    self.disclosure = disclosure
    self.slides = slides
    self.origin = origin
  }
}
