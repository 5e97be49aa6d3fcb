/// How a stored picture must be turned to stand upright; the raw values are EXIF's.
///
/// Source: Exif 2.32, tag 0x0112.
public enum Orientation: UInt8, Hashable, Sendable, CaseIterable {
  /// It is upright as it is.
  case up = 1
  /// Left and right are swapped.
  case mirrored = 2
  /// A half turn makes it upright.
  case upsideDown = 3
  /// Top and bottom are swapped.
  case flipped = 4
  /// Rows and columns are swapped: mirrored about the diagonal from the top left.
  case transposed = 5
  /// A quarter turn clockwise makes it upright.
  case turnedLeft = 6
  /// Mirrored about the diagonal from the top right.
  case transversed = 7
  /// A quarter turn counterclockwise makes it upright.
  case turnedRight = 8

  /// Whether the upright picture is as wide as the stored one is high.
  public var swapsSides: Bool { rawValue >= 5 }
}

extension Bitmap {
  /// The picture upright.
  public func upright(from orientation: Orientation) -> Bitmap {
    if orientation == .up { return self }
    let (right, below) = (width - 1, (height - 1) * width)
    // Where the upright picture's first pixel is stored, and how far its right and lower neighbor.
    let (start, stepX, stepY) =
      switch orientation {
      case .up: (0, 1, width)
      case .mirrored: (right, -1, width)
      case .upsideDown: (below + right, -1, -width)
      case .flipped: (below, 1, -width)
      case .transposed: (0, width, 1)
      case .turnedLeft: (below, -width, 1)
      case .transversed: (below + right, -width, -1)
      case .turnedRight: (right, width, -1)
      }
    let newWidth = orientation.swapsSides ? height : width
    let newHeight = orientation.swapsSides ? width : height
    let turned = unsafe [UInt8](unsafeUninitializedCapacity: pixels.count) { output, written in
      unsafe pixels.withUnsafeBytes { input in
        let source = input.baseAddress!
        let target = UnsafeMutableRawPointer(output.baseAddress!)
        // In tiles, since a column of a large picture does not stay in the cache.
        let tile = 32
        for tileY in stride(from: 0, to: newHeight, by: tile) {
          for tileX in stride(from: 0, to: newWidth, by: tile) {
            for y in tileY..<min(tileY + tile, newHeight) {
              for x in tileX..<min(tileX + tile, newWidth) {
                let pixel = unsafe source.loadUnaligned(
                  fromByteOffset: (start + x * stepX + y * stepY) * 4, as: UInt32.self)
                unsafe target.storeBytes(
                  of: pixel, toByteOffset: (y * newWidth + x) * 4, as: UInt32.self)
              }
            }
          }
        }
      }
      written = pixels.count
    }
    return Bitmap(width: newWidth, height: newHeight, pixels: turned)
  }
}
