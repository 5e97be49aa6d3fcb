public import Pixels
import Styling
public import Typography

/// A slide, resolved: what to draw, in order, with every size, color and crop decided.
///
/// The hinge between layout and pixels. It can be dumped as text, compared and hashed. The painter
/// knows nothing of CSS.
public struct Scene: Equatable, Sendable {
  public var width: Int
  public var height: Int
  /// Opaque; what shows where nothing is drawn.
  public var background: Color
  public var items: [SceneItem]

  public init(width: Int, height: Int, background: Color = .white, items: [SceneItem] = []) {
    self.width = width
    self.height = height
    self.background = background
    self.items = items
  }
}

public indirect enum SceneItem: Equatable, Sendable {
  case fill(Path, Paint)
  case glyphs(SceneGlyphs)
  case image(SceneImage)
  case shadow(SceneShadow)
  case group(SceneGroup)
  case scrim(SceneScrim)
}

public enum Paint: Equatable, Sendable {
  case color(Color)
  case gradient(SceneGradient)
}

public typealias SceneGradient = ResolvedGradient

/// Glyphs of one font in one color; of the color of a font of pictures only the alpha counts.
public struct SceneGlyphs: Equatable, Sendable {
  public var font: Font
  public var sizeInPx: Double
  public var glyphs: [SceneGlyph]
  public var color: Color
  /// A line along the outlines instead of filling them.
  public var stroke: Stroke?

  public init(
    font: Font, sizeInPx: Double, glyphs: [SceneGlyph], color: Color, stroke: Stroke? = nil
  ) {
    self.font = font
    self.sizeInPx = sizeInPx
    self.glyphs = glyphs
    self.color = color
    self.stroke = stroke
  }
}

public struct SceneGlyph: Hashable, Sendable {
  public var id: UInt32
  /// Of the glyph's origin on the slide.
  public var origin: Point

  public init(id: UInt32, origin: Point) {
    self.id = id
    self.origin = origin
  }
}

/// A part of a picture, scaled into a rectangle.
public struct SceneImage: Hashable, Sendable {
  /// Name for the painter's image source.
  public var source: String
  /// In the picture's own px (EXIF orientation applied); may be fractional.
  public var crop: Rect
  public var destination: Rect

  public init(source: String, crop: Rect, destination: Rect) {
    self.source = source
    self.crop = crop
    self.destination = destination
  }
}

/// A blurred silhouette.
public struct SceneShadow: Equatable, Sendable {
  public enum Shape: Equatable, Sendable {
    case path(Path)
    case glyphs(SceneGlyphs)
  }

  /// Already offset and spread.
  public var shape: Shape
  /// Standard deviation of the Gaussian, px.
  public var sigma: Double
  public var color: Color
  /// Draw only inside this path (inset shadows) …
  public var clip: Path?
  /// … or only outside it (outer box shadows).
  public var exclusion: Path?
  /// Fill what lies outside the shape instead (inset shadows).
  public var isInverted: Bool

  public init(
    shape: Shape, sigma: Double, color: Color, clip: Path? = nil, exclusion: Path? = nil,
    isInverted: Bool = false
  ) {
    self.shape = shape
    self.sigma = sigma
    self.color = color
    self.clip = clip
    self.exclusion = exclusion
    self.isInverted = isInverted
  }
}

/// Items drawn together, then filtered, clipped, masked, faded and blended as one, in this order.
public struct SceneGroup: Equatable, Sendable {
  /// From the group's coordinates, in which everything in it stands, to those around it.
  public var transform: AffineTransform
  public var opacity: Double
  public var clip: Path?
  public var items: [SceneItem]
  /// What needs a layer of its own; nil for groups that only move, clip and fade.
  public var effects: SceneEffects?

  public init(
    transform: AffineTransform = .identity, opacity: Double = 1, clip: Path? = nil,
    items: [SceneItem], effects: SceneEffects? = nil
  ) {
    self.transform = transform
    self.opacity = opacity
    self.clip = clip
    self.items = items
    self.effects = effects
  }
}
