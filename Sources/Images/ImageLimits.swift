/// What a picture may cost; checked on its header, before memory is taken.
public enum ImageLimits {
  /// A bitmap takes four bytes a pixel: 256 MB here. Above the 50 megapixels of today's phones.
  public static let pixels = 64_000_000

  /// A long side beyond this is a panorama or an attack; sums of a row's weights stay exact.
  public static let side = 30_000

  /// Above what a camera writes for 64 megapixels of JPEG.
  public static let bytes = 50_000_000
}
