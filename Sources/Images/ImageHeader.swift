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
      throw .unknownFormat(looksLike: ForeignFile(bytes))
    }
    let stored: (width: Int, height: Int)
    // Read row by row, or held whole before there is a picture.
    var mostPixels = ImageLimits.pixels
    let exif: [UInt8]?
    switch format {
    case .png:
      let chunks = try PNGChunks(bytes)
      stored = (chunks.width, chunks.height)
      if chunks.isInterlaced { mostPixels = ImageLimits.wholePixels }
      exif = chunks.exif
    case .jpeg:
      let facts = try JPEGReader.facts(bytes)
      stored = (facts.width, facts.height)
      if facts.isInScans { mostPixels = ImageLimits.wholePixels }
      exif = JPEGSegments(bytes).exif
    case .webp:
      let facts = try WebPReader.facts(bytes)
      stored = (facts.width, facts.height)
      if facts.isHeldWhole { mostPixels = ImageLimits.wholePixels }
      exif = WebPChunks.exif(bytes)
    case .gif:
      stored = try GIFReader.size(bytes)
      mostPixels = ImageLimits.decodedPixels
      exif = nil
    case .heic, .avif:
      let picture = try HEIFPicture(bytes, format: format)
      stored = (picture.width, picture.height)
      mostPixels = ImageLimits.wholePixels
      // The container turns the picture; Exif says the same once more.
      exif = nil
    }
    guard stored.width > 0, stored.height > 0 else {
      throw .damaged(format, "its size is \(stored.width) × \(stored.height) px")
    }
    guard max(stored.width, stored.height) <= ImageLimits.side,
      stored.width * stored.height <= mostPixels
    else {
      throw .tooManyPixels(format, width: stored.width, height: stored.height, limit: mostPixels)
    }
    let orientation = exif.map(Exif.orientation) ?? .up
    self.format = format
    self.orientation = orientation
    width = orientation.swapsSides ? stored.height : stored.width
    height = orientation.swapsSides ? stored.width : stored.height
  }
}
