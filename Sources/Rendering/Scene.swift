public import Pixels
import Styling
public import Typography

/// A slide, resolved: what to draw, in order, with every size, color and crop decided.
///
/// The hinge between layout and pixels. It can be dumped as text, compared and hashed. The painter
/// knows nothing of CSS.
public struct Scene: Equatable, Sendable {
  /// px of the slide.
  public var width: Int
  /// px of the slide.
  public var height: Int
  /// Opaque; what shows where nothing is drawn.
  public var background: Color
  /// What is drawn, each item over those before it.
  public var items: [SceneItem]

  public init(width: Int, height: Int, background: Color = .white, items: [SceneItem] = []) {
    self.width = width
    self.height = height
    self.background = background
    self.items = items
  }
}

/// One thing to draw, in px on the slide or in the coordinates of the group around it.
public indirect enum SceneItem: Equatable, Sendable {
  /// The inside of a path in one paint.
  case fill(Path, Paint)
  /// Letters, filled or outlined.
  case glyphs(SceneGlyphs)
  /// A part of a picture.
  case image(SceneImage)
  /// The shadow of a box or of letters.
  case shadow(SceneShadow)
  /// Items that are moved, clipped, faded or filtered as one.
  case group(SceneGroup)
  /// A shade that is measured only when it is painted.
  case scrim(SceneScrim)
}

/// What an area is filled with.
public enum Paint: Equatable, Sendable {
  /// One color, straight (not premultiplied).
  case color(Color)
  /// A gradient in the coordinates of the path it fills.
  case gradient(SceneGradient)
}

/// A gradient with every position resolved, which is all that a scene needs.
public typealias SceneGradient = ResolvedGradient

/// Glyphs of one font in one color; of the color of a font of pictures only the alpha counts.
public struct SceneGlyphs: Equatable, Sendable {
  /// The font that draws them all.
  public var font: Font
  /// px an em.
  public var sizeInPx: Double
  /// The glyphs with their places, in the order in which they are drawn.
  public var glyphs: [SceneGlyph]
  /// The color of all of them, straight (not premultiplied).
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

/// A glyph where it stands on the slide.
public struct SceneGlyph: Hashable, Sendable {
  /// The glyph's index in its font.
  public var id: UInt32
  /// Where the glyph's origin, on the baseline, is on the slide.
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
  /// Where the crop is drawn, scaled to fit, px.
  public var destination: Rect

  public init(source: String, crop: Rect, destination: Rect) {
    self.source = source
    self.crop = crop
    self.destination = destination
  }
}

/// A blurred silhouette.
public struct SceneShadow: Equatable, Sendable {
  /// What casts the shadow.
  public enum Shape: Equatable, Sendable {
    /// The inside of a path.
    case path(Path)
    /// Letters, filled or outlined.
    case glyphs(SceneGlyphs)
  }

  /// Already offset and spread.
  public var shape: Shape
  /// Standard deviation of the Gaussian, px.
  public var sigma: Double
  /// The shadow's color, straight (not premultiplied).
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
  /// 0…1, of everything in it together.
  public var opacity: Double
  /// Nothing of the group shows outside this path; in the group's coordinates.
  public var clip: Path?
  /// What is drawn, each item over those before it.
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
