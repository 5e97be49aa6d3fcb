/// A mask that is being blurred, on a grid as coarse as the blur allows.
///
/// A large blur leaves nothing finer than itself to see, so a mask drawn at a fraction of its size is
/// enough; it is interpolated row by row when it is composited. The cost hardly depends on the blur.
public struct BlurredMask: Sendable {
  /// On the grid: pixel `x`, `y` of it covers `scale` × `scale` px of the picture.
  private(set) var mask: Mask
  /// Px of the picture for each px of the grid.
  public let scale: Int

  /// - Parameters:
  ///   - area: of the picture, where the result is wanted.
  ///   - sigma: standard deviation, px of the picture.
  ///   - draw: gives the mask of the unblurred shape, scaled down by `scale`, within a rectangle of
  ///     the grid; nil when nothing is there.
  public init?(
    covering area: PixelRect, sigma: Double, draw: (_ scale: Int, _ grid: PixelRect) -> Mask?
  ) {
    let kernel = GaussianKernel(sigma: sigma)
    scale = kernel.scale
    let grid = area.divided(by: scale).expanded(by: (scale > 1 ? 1 : 0) + kernel.reach)
    guard let sharp = draw(scale, grid) else { return nil }
    // Room for the blur to spread, as far as it will be seen.
    let room = sharp.bounds.expanded(by: kernel.reach).intersection(grid)
    mask = sharp.enlarged(to: room).convolved(with: kernel)
  }

  /// The part of the picture outside of which nothing is covered.
  public var bounds: PixelRect {
    let margin = scale > 1 ? 1 : 0
    let grid = mask.bounds.expanded(by: margin)
    return PixelRect(
      x: grid.x * scale, y: grid.y * scale, width: grid.width * scale,
      height: grid.height * scale)
  }
}

extension PixelRect {
  /// The cells of a grid that cover the rectangle.
  public func divided(by scale: Int) -> PixelRect {
    func floor(_ value: Int) -> Int {
      value >= 0 ? value / scale : -((scale - 1 - value) / scale)
    }
    return PixelRect(
      left: floor(x), top: floor(y), right: floor(maxX + scale - 1),
      bottom: floor(maxY + scale - 1))
  }
}

extension Mask {
  /// The same mask with uncovered pixels around it, cut off outside `room`.
  func enlarged(to room: PixelRect) -> Mask {
    if room == bounds { return self }
    var result = Mask(bounds: room)
    let common = bounds.intersection(room)
    guard !common.isEmpty else { return result }
    for y in common.y..<common.maxY {
      let from = (y - bounds.y) * bounds.width + common.x - bounds.x
      let to = (y - room.y) * room.width + common.x - room.x
      result.bytes.replaceSubrange(
        to..<to + common.width, with: bytes[from..<from + common.width])
    }
    return result
  }
}
