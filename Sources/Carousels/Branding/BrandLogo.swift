package import Diagnostics
import Files
package import Images
package import Pixels

/// A logo's file, read and looked at.
package struct BrandLogo: Sendable {
  /// Where it was read from.
  package let path: String
  /// Its bytes and header.
  package let image: EncodedImage
  /// Its pixels, opaque or not, as large as needed to judge them.
  private let pixels: Bitmap

  /// Longer ones would be a line in any box that a slide can spare.
  static let mostRatio = 5.0
  /// px; enough to tell the colors of a logo.
  private static let side = 160
  /// Of a logo's pixels: as many must stand out for it to be seen.
  static let seenShare = 0.5
  /// WCAG 2.2, 1.4.11, for graphics.
  private static let seenContrast = 3.0

  /// - Throws: when it is no picture, is too long or shows nothing.
  package init(path: String, at location: SourceLocation?) throws(Diagnostic) {
    self.path = path
    image = try Self.image(path, at: location)
    let whole = try image.decoded(coveringWidth: Self.side, height: Self.side).inSRGB()
    let scale = Double(Self.side) / Double(max(whole.width, whole.height))
    pixels =
      scale >= 1
      ? whole
      : whole.resampled(
        crop: whole.bounds.rect, width: max(1, Int(Double(whole.width) * scale)),
        height: max(1, Int(Double(whole.height) * scale)))
    guard ink > 0 else { throw .logoShowsNothing(path, at: location) }
  }

  /// The file with its header read, which tells all but whether it shows anything.
  private static func image(
    _ path: String, at location: SourceLocation?
  ) throws(Diagnostic) -> EncodedImage {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileSystem.read(path, limit: ImageLimits.bytes, at: location)
    } catch {
      throw .withRemedy(error, "a logo is a PNG, JPEG or WebP")
    }
    let image: EncodedImage
    do throws(Diagnostic) {
      image = try EncodedImage(bytes, named: path, at: location)
    } catch {
      let isDrawing = String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<svg")
      throw isDrawing ? .logoIsDrawing(path, at: location) : error
    }
    let (width, height) = (image.header.width, image.header.height)
    guard Double(max(width, height)) <= mostRatio * 1.02 * Double(min(width, height)) else {
      throw .logoTooLong(path, width, height, at: location)
    }
    return image
  }

  /// Width by height.
  package var ratio: Double { Self.ratio(image) }

  /// Width by height, of a file whose header alone is read.
  static func ratio(
    ofFile path: String, at location: SourceLocation?
  ) throws(Diagnostic) -> Double {
    ratio(try image(path, at: location))
  }

  private static func ratio(_ image: EncodedImage) -> Double {
    Double(image.header.width) / Double(image.header.height)
  }

  /// How many of its pixels are more than half opaque.
  private var ink: Int { stride(from: 3, to: pixels.pixels.count, by: 4).count { isInk($0) } }

  private func isInk(_ alphaIndex: Int) -> Bool { pixels.pixels[alphaIndex] >= 128 }

  /// Whether nothing is seen through it, so that it brings a ground of its own.
  package var isOpaque: Bool { ink == pixels.width * pixels.height }

  /// The share of its pixels that stand out from a ground by 3 : 1, 0…1; 1 for an opaque one.
  package func shareSeen(on ground: Color) -> Double {
    if isOpaque { return 1 }
    let back = RelativeLuminance.of(ground)
    var seen = 0
    for index in stride(from: 3, to: pixels.pixels.count, by: 4) where isInk(index) {
      let color = color(before: index)
      if RelativeLuminance.contrast(RelativeLuminance.of(color), back) >= Self.seenContrast {
        seen += 1
      }
    }
    return Double(seen) / Double(max(ink, 1))
  }

  /// A plate's color on which it is seen: its own border's, the first preferred one that will do, or
  /// the best of them, black and white.
  package func ground(preferring colors: [Color]) -> Color {
    if isOpaque { return color(before: 3) }
    if let first = colors.first, shareSeen(on: first) >= Self.seenShare { return first }
    let all = colors + [.white, Color(rgb: 0x111111)]
    let shares = all.map { shareSeen(on: $0) }
    let most = shares.max() ?? 0
    return zip(all, shares).first { $1 >= most }?.0 ?? .white
  }

  /// Of the pixel whose alpha stands there, its alpha undone.
  private func color(before alphaIndex: Int) -> Color {
    let alpha = Double(max(pixels.pixels[alphaIndex], 1))
    func channel(_ offset: Int) -> Double {
      min(1, Double(pixels.pixels[alphaIndex - 3 + offset]) / alpha)
    }
    return Color(red: channel(0), green: channel(1), blue: channel(2))
  }
}
