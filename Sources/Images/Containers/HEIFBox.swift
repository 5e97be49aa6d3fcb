/// A box of a HEIF file: a kind of four letters and what is in it.
///
/// Source: ISO/IEC 14496-12, section 4.2.
struct HEIFBox {
  let kind: String
  /// From its size on.
  let whole: Range<Int>
  /// Behind its kind.
  let content: Range<Int>

  /// The boxes one after the other in a part of the file; nil when one claims more than there is.
  ///
  /// - Parameter allowsCut: the last one may, and is left out then.
  static func boxes(
    in part: Range<Int>, of reading: ByteReading, allowsCut: Bool = false
  ) -> [HEIFBox]? {
    guard part.lowerBound >= 0 else { return nil }
    var boxes: [HEIFBox] = []
    var offset = part.lowerBound
    while offset + 8 <= part.upperBound {
      guard var size = reading.uint32(at: offset),
        let kind = reading.text(at: offset + 4, count: 4)
      else { return nil }
      var head = 8
      if size == 1 {
        guard let high = reading.uint32(at: offset + 8), high == 0,
          let low = reading.uint32(at: offset + 12)
        else { return nil }
        (size, head) = (low, 16)
      } else if size == 0 {
        size = part.upperBound - offset
      }
      if allowsCut, size > part.upperBound - offset { return boxes }
      guard size >= head, size <= part.upperBound - offset else { return nil }
      boxes.append(
        HEIFBox(
          kind: kind, whole: offset..<offset + size, content: offset + head..<offset + size))
      // As many as no camera writes: tiles of 250 megapixels have two boxes each.
      guard boxes.count <= 10_000 else { return nil }
      offset += size
    }
    return boxes
  }
}
