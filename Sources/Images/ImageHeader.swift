public import Diagnostics
public import Pixels

/// What a picture says about itself; within `ImageLimits`.
public struct ImageHeader: Hashable, Sendable {
  /// The format by the file's first bytes.
  public let format: ImageFormat
  /// px of the upright picture, > 0.
  public let width: Int
  /// px of the upright picture, > 0.
  public let height: Int
  /// How the pixels are stored; `width` and `height` have it applied.
  public let orientation: Orientation

  /// Reads the header; no memory is taken for pixels.
  ///
  /// - Parameter name: the file, for diagnostics.
  public init(
    _ bytes: [UInt8], named name: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    do throws(ImageFault) {
      try self.init(bytes)
    } catch {
      throw .image(name, error, at: location)
    }
  }

  init(_ bytes: [UInt8]) throws(ImageFault) {
    guard bytes.count <= ImageLimits.bytes else { throw .tooManyBytes(bytes.count) }
    guard !bytes.isEmpty else { throw .empty }
    guard let format = ImageFormat(bytes) else {
      throw .unknownFormat(looksLike: ImageFormat.foreignName(bytes))
    }
    let stored: (width: Int, height: Int)
    let exif: [UInt8]?
    switch format {
    case .png:
      let chunks = try PNGChunks(bytes)
      stored = (chunks.width, chunks.height)
      exif = chunks.exif
    case .jpeg:
      let facts = try JPEGReader.facts(bytes)
      stored = (facts.width, facts.height)
      exif = JPEGSegments(bytes).exif
    case .webp:
      stored = try WebPReader.size(bytes)
      exif = WebPChunks.exif(bytes)
    }
    guard stored.width > 0, stored.height > 0 else {
      throw .damaged(format, "its size is \(stored.width) × \(stored.height) px")
    }
    guard max(stored.width, stored.height) <= ImageLimits.side,
      stored.width * stored.height <= ImageLimits.pixels
    else { throw .tooManyPixels(format, width: stored.width, height: stored.height) }
    let orientation = exif.map(Exif.orientation) ?? .up
    self.format = format
    self.orientation = orientation
    width = orientation.swapsSides ? stored.height : stored.width
    height = orientation.swapsSides ? stored.width : stored.height
  }
}
