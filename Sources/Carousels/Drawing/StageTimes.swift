/// Where a worker's time went; for benchmarks and `--timings`, never for a pixel.
public struct StageTimes: Sendable {
  public var layout = Duration.zero
  public var decode = Duration.zero
  public var paint = Duration.zero
  public var encode = Duration.zero

  public init() {}

  public static func += (total: inout StageTimes, part: StageTimes) {
    total.layout += part.layout
    total.decode += part.decode
    total.paint += part.paint
    total.encode += part.encode
  }

  public var total: Duration { layout + decode + paint + encode }
}
