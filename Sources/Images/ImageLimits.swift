/// What a picture may cost; checked on its header, before memory is taken.
///
/// Together a decoding takes less than 600 MB, the file's own bytes with it.
public enum ImageLimits {
  /// What can be read row by row is decoded at a scale: phones have up to 200 megapixels.
  public static let pixels = 250_000_000

  /// What has to be held whole before there is a picture: JPEGs in scans, interlaced PNGs, WebPs
  /// without loss, GIFs, HEIC and AVIF. They take up to seven bytes a pixel.
  public static let wholePixels = 80_000_000

  /// A bitmap takes four bytes a pixel, and as much again while it is turned.
  public static let decodedPixels = 64_000_000

  /// A long side beyond this is a panorama or an attack; sums of a row's weights stay exact.
  public static let side = 30_000

  /// Above what a phone writes for 200 megapixels of JPEG.
  public static let bytes = 100_000_000
}

/// By how much a picture's sides are divided as it is decoded.
struct Reduction {
  let divisor: Int
  /// px, > 0.
  let width: Int
  let height: Int

  /// The largest of 1, 2, 4 and 8 after which the picture still covers what is asked for; larger when
  /// it would have more pixels than a bitmap may.
  ///
  /// - Parameter isOnlyForSize: a picture that a bitmap can hold is not reduced at all.
  init(
    of width: Int, _ height: Int, coveringWidth: Int, height coveringHeight: Int,
    mostPixels: Int = ImageLimits.decodedPixels, isOnlyForSize: Bool
  ) {
    func size(_ divisor: Int) -> (width: Int, height: Int) {
      ((width + divisor - 1) / divisor, (height + divisor - 1) / divisor)
    }
    func fits(_ divisor: Int) -> Bool { size(divisor).width * size(divisor).height <= mostPixels }
    func covers(_ divisor: Int) -> Bool {
      size(divisor).width >= coveringWidth && size(divisor).height >= coveringHeight
    }
    let divisors = [8, 4, 2, 1]
    let covering = isOnlyForSize && fits(1) ? 1 : divisors.first(where: covers) ?? 1
    divisor = fits(covering) ? covering : divisors.last(where: fits) ?? 8
    (self.width, self.height) = size(divisor)
  }
}
