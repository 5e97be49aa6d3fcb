/// Where a worker's time went; for benchmarks and `--timings`, never for a pixel.
public struct StageTimes: Equatable, Sendable {
  /// From a bound document to a scene.
  public var layout = Duration.zero
  /// Looking at letters; makes the masks that painting takes then.
  public var ink = Duration.zero
  /// Reading and decoding photos.
  public var decode = Duration.zero
  /// From a scene to pixels, photos aside.
  public var paint = Duration.zero
  /// From pixels to files.
  public var encode = Duration.zero

  public init() {}

  public static func += (total: inout StageTimes, part: StageTimes) {
    total.layout += part.layout
    total.ink += part.ink
    total.decode += part.decode
    total.paint += part.paint
    total.encode += part.encode
  }

  /// All stages together.
  public var total: Duration { layout + ink + decode + paint + encode }
}
