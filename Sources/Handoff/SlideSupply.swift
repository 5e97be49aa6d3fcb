import Carousels
import Diagnostics
import Files
import Images
import Library
import Pixels
import Posts
import Templates

/// A carousel as JPEGs that a platform takes.
///
/// Slides that are taken are handed on as they are. PNGs become JPEGs: of the same pixels, so nothing
/// is drawn again for the format alone. A shape or size that is not taken is drawn again from the
/// post's template and row; where that cannot be, slides are made smaller, never larger.
struct SlideSupply {
  struct Picture {
    /// With its extension.
    package var file: String
    package var size: SlideSize
    package var bytes: [UInt8]
  }

  let demand: SlideDemand
  package let imageFolders: [String]
  package let workspace: Workspace
  private(set) var warnings: [Diagnostic] = []

  /// The first is taken where it is small enough; the last is the worst to look at.
  private static let qualities = [92, 85, 75, 60]

  package init(_ demand: SlideDemand, imageFolders: [String], workspace: Workspace) {
    self.demand = demand
    self.imageFolders = imageFolders
    self.workspace = workspace
  }

  package mutating func pictures(of stored: StoredPost) throws(DiagnosticsError) -> [Picture] {
    let key = stored.post.key
    guard demand.counts.contains(stored.slides.count) else {
      throw DiagnosticsError(
        .tooManySlides(
          stored.slides.count, of: key, most: demand.counts.upperBound, platform: demand.platform))
    }
    let sizes = stored.slides.map { slide in
      SlideSize(width: slide.image.header.width, height: slide.image.header.height)
    }
    let fitting = sizes.map(demand.fitting)
    let isTaken =
      zip(sizes, fitting).allSatisfy { $0 == $1 } && (!demand.isUniform || Set(sizes).count == 1)
    let isLossy = stored.slides.contains { $0.image.header.format == .webp }
    var bitmaps: [Bitmap?] = stored.slides.map { _ in nil }
    if !isTaken || isLossy {
      let wanted = fitting[0].flatMap { $0.isLarge ? $0 : nil } ?? demand.size
      do {
        bitmaps = try Redrawing.slides(
          of: stored.record, size: isTaken ? sizes[0] : wanted,
          target: demand.target ?? stored.record?.drawnFor ?? .none,
          imageFolders: imageFolders, in: workspace)
      } catch {
        // What is stored will do when it only has to be smaller, or another format.
        let isEnough =
          fitting.allSatisfy { $0 != nil } && (!demand.isUniform || Set(fitting).count == 1)
        guard isEnough else {
          throw DiagnosticsError(
            error.diagnostics.map { diagnostic in
              guard diagnostic.severity == .error else { return diagnostic }
              return .cannotDrawAgain(
                diagnostic, post: key, size: demand.size, platform: demand.platform)
            })
        }
        if !isTaken { warnings.append(.madeSmaller(key, platform: demand.platform)) }
      }
    }
    do {
      var pictures: [Picture] = []
      for (index, slide) in stored.slides.enumerated() {
        pictures.append(try picture(slide, drawn: bitmaps[index], fitting: fitting[index]))
      }
      return pictures
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private func picture(
    _ slide: StoredPost.Slide, drawn: Bitmap?, fitting: SlideSize?
  ) throws(Diagnostic) -> Picture {
    let file = "\(slide.recorded.file.withoutExtension).\(ImageEncoding.jpeg.fileExtension)"
    let header = slide.image.header
    let own = SlideSize(width: header.width, height: header.height)
    if drawn == nil, header.format == .jpeg, fitting == own,
      slide.image.bytes.count <= demand.mostBytes
    {
      return Picture(file: file, size: own, bytes: slide.image.bytes)
    }
    var bitmap: Bitmap
    if let drawn {
      bitmap = drawn
    } else {
      bitmap = try slide.image.decoded()
      if let fitting, fitting != own {
        bitmap = bitmap.resampled(
          crop: Rect(width: Double(bitmap.width), height: Double(bitmap.height)),
          width: fitting.width, height: fitting.height)
      }
    }
    return Picture(
      file: file, size: SlideSize(width: bitmap.width, height: bitmap.height),
      bytes: try Self.jpeg(bitmap, mostBytes: demand.mostBytes, named: file))
  }

  /// A JPEG of at most so many bytes, or the worst there is.
  package static func jpeg(
    _ bitmap: Bitmap, mostBytes: Int = .max, named name: String
  ) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    for quality in qualities where bytes.isEmpty || bytes.count > mostBytes {
      bytes = try bitmap.encoded(as: .jpeg(quality: quality), named: name)
    }
    guard bytes.count <= mostBytes else { throw .pictureIsTooLarge(name, bytes.count, mostBytes) }
    return bytes
  }
}

extension SlideSize {
  /// Worth being drawn at: what was drawn small is not drawn small again.
  fileprivate var isLarge: Bool { min(width, height) >= 1000 }
}

extension String {
  /// `01-hook` of `01-hook.png`.
  var withoutExtension: String {
    guard let dot = lastIndex(of: "."), dot > startIndex else { return self }
    return String(self[..<dot])
  }
}
