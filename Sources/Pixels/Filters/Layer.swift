/// A picture with transparency that stands somewhere on another.
public struct Layer: Equatable, Sendable {
  /// Where the picture lies; as large as it.
  public let bounds: PixelRect
  /// The pixels, premultiplied; of the bounds' size.
  public var picture: Bitmap

  /// A picture at a place.
  ///
  /// - Precondition: `bounds` is as large as the picture.
  public init(bounds: PixelRect, picture: Bitmap) {
    precondition(
      bounds.width == picture.width && bounds.height == picture.height,
      "a layer is as large as its picture")
    self.bounds = bounds
    self.picture = picture
  }

  /// Transparent.
  ///
  /// - Precondition: `bounds` is not empty.
  public init(bounds: PixelRect) {
    self.init(bounds: bounds, picture: Bitmap(width: bounds.width, height: bounds.height))
  }

  /// The same picture elsewhere, px to the right and down.
  public func offset(x: Int, y: Int) -> Layer {
    Layer(bounds: bounds.offset(x: x, y: y), picture: picture)
  }

  /// The layer's silhouette in one color.
  public func tinted(with color: Color) -> Layer {
    var result = Layer(bounds: bounds)
    result.picture.fill(alpha, with: color, within: result.picture.bounds)
    return result
  }

  /// The layer above another one.
  public func over(_ lower: Layer) -> Layer {
    let bounds = bounds.union(lower.bounds)
    var result = Layer(bounds: bounds)
    for layer in [lower, self] {
      result.picture.draw(
        layer.picture, x: layer.bounds.x - bounds.x, y: layer.bounds.y - bounds.y,
        within: result.picture.bounds)
    }
    return result
  }

  /// How much each pixel covers, from the layer's own corner.
  private var alpha: Mask { Mask(alphaOf: picture) }
}

extension Mask {
  /// What a picture covers, at the picture's place.
  public init(alphaOf layer: Layer) {
    self.init(alphaOf: layer.picture)
    bounds = layer.bounds
  }

  fileprivate init(alphaOf picture: Bitmap) {
    self.init(
      bounds: picture.bounds,
      bytes: (0..<picture.width * picture.height).map { picture.pixels[$0 * 4 + 3] })
  }
}
