public import Diagnostics
public import Pixels

/// A picture file in memory, its header read and within the limits; decoded on request.
///
/// Of the metadata only the orientation and the color profile are read, and none is kept.
public struct EncodedImage: Sendable {
  /// The file as it was read.
  public let bytes: [UInt8]
  /// What the file says about itself before it is decoded.
  public let header: ImageHeader
  /// The file, for diagnostics.
  public let name: String
  /// Where the picture is asked for.
  public let location: SourceLocation?

  /// Reads the header alone; the pixels may still be damaged.
  ///
  /// - Parameter name: the file, for diagnostics.
  /// - Throws: for a format that is not read, a header that is cut off, and what is beyond
  ///   `ImageLimits`.
  public init(
    _ bytes: [UInt8], named name: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    header = try ImageHeader(bytes, named: name, at: location)
    self.bytes = bytes
    self.name = name
    self.location = location
  }

  /// The whole picture, upright, in sRGB, of the header's size; what is odd about it is left out.
  public func decoded() throws(Diagnostic) -> Bitmap {
    try decoded(coveringWidth: header.width, height: header.height).inSRGB()
  }

  /// The whole picture, upright, perhaps smaller than the header says, but on both sides at least as
  /// large as asked for, if it was.
  ///
  /// JPEGs are decoded at 1, 1/2, 1/4 or 1/8 of their size (rounded up), which is much faster; other
  /// formats in full, unless they have more pixels than a bitmap may. Then even a JPEG may be smaller
  /// than asked for. A crop in the header's px must be scaled by the sizes' ratio.
  /// - Throws: when any pixel is damaged or missing.
  public func decoded(coveringWidth width: Int, height: Int) throws(Diagnostic) -> DecodedImage {
    do throws(ImageFault) {
      let covering = header.orientation.swapsSides ? (height, width) : (width, height)
      let stored =
        switch header.format {
        case .png: try PNGReader.bitmap(bytes, covering: covering)
        case .webp: try WebPReader.bitmap(bytes, covering: covering)
        case .gif: try GIFReader.bitmap(bytes)
        case .heic, .avif:
          try HEIFReader.bitmap(bytes, format: header.format, covering: covering)
        case .jpeg: try JPEGReader.bitmap(bytes, covering: covering)
        }
      return DecodedImage(stored, orientation: header.orientation)
    } catch {
      throw .image(name, error, at: location)
    }
  }
}
