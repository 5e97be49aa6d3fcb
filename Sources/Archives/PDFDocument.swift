public import Diagnostics

/// Makes PDFs of pictures, such as the document posts of LinkedIn.
public enum PDFDocument {
  /// One page a JPEG, which fills it; the same bytes for the same pages and title.
  ///
  /// The JPEGs are taken as they are, without being decoded. No date is written.
  /// - Parameters:
  ///   - pages: JPEGs, all of one size in pixels; their paths are for diagnostics only.
  ///   - title: what a viewer shows. Characters beyond U+FFFF (emoji), which the library cannot
  ///     write, are left out.
  ///   - pixelsPerInch: how large a page is; 144 makes 1080 px a page of 7.5 in (540 pt).
  /// - Throws: no page, one that is no usable JPEG, or that has another size than the first.
  public static func bytes(
    pages: [FileEntry], title: String, pixelsPerInch: Int = 144
  ) throws(Diagnostic) -> [UInt8] {
    precondition(pixelsPerInch > 0, "a resolution is positive")
    guard let first = pages.first else { throw .noPages }
    guard pages.count <= maximumPages else { throw .tooManyPages(pages.count) }
    let output = try PDFOutput()
    try output.setTitle(writable(title))
    var size: (width: Int, height: Int)?
    for page in pages {
      guard page.bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { throw .pageIsNoJPEG(page.path) }
      let found: (width: Int, height: Int)
      do throws(PDFOutput.Fault) {
        found = try output.load(page.bytes)
      } catch {
        throw .pageIsDamaged(page.path, code: error.code)
      }
      if let size, size != found {
        throw .pageOfOtherSize(page.path, found, first: first.path, size)
      }
      size = found
      let points = (
        width: points(found.width, pixelsPerInch), height: points(found.height, pixelsPerInch)
      )
      guard sides.contains(points.width), sides.contains(points.height) else {
        throw .pageOfUnusableSize(page.path, found, pixelsPerInch: pixelsPerInch)
      }
      try output.addPage(width: points.width, height: points.height)
    }
    return try output.finish()
  }

  /// A carousel has 35 slides at most, a LinkedIn document 300 pages.
  static let maximumPages = 300

  /// pt; what PDF 1.3 allows a page's side, and libharu with it.
  private static let sides: ClosedRange<Float> = 3...14_400

  private static func points(_ pixels: Int, _ pixelsPerInch: Int) -> Float {
    Float(pixels) * 72 / Float(pixelsPerInch)
  }

  /// Without control characters and what needs two UTF-16 units.
  private static func writable(_ title: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in title.unicodeScalars.prefix(500)
    where scalar.value <= 0xFFFF && !EntryPath.isInvisible(scalar) {
      view.append(scalar)
    }
    let words = String(view).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}
