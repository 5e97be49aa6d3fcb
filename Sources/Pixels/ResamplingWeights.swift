/// How much of which source pixels makes each pixel along one axis.
///
/// The kernel is Catmull and Rom's cubic ("A class of local interpolating splines", 1974): between
/// pixels when growing, stretched over all that fall together when shrinking. It is sharp, rings
/// little, needs the fewest pixels of its quality, and is a polynomial: the same on every machine.
struct ResamplingWeights {
  /// Source pixels a target pixel has, > 0.
  let tapCount: Int
  /// The first source pixel of each target pixel; ascending; `start + tapCount` is in the source.
  private(set) var starts: [Int]
  /// `count == starts.count * tapCount`; each target pixel's sum to 1.
  private(set) var weights: [Float]

  /// - Parameters:
  ///   - origin: where the part begins, in source pixels; finite.
  ///   - length: how long it is, in source pixels; finite, > 0.
  ///   - targetCount: pixels to make of it, > 0.
  ///   - sourceCount: pixels there are, > 0; beyond them the outermost repeat.
  init(origin: Double, length: Double, targetCount: Int, sourceCount: Int) {
    let step = length / Double(targetCount)
    // More than the whole source at once adds only repetitions of its edges.
    let stretch = min(max(step, 1), Double(sourceCount))
    let radius = 2 * stretch
    // Strictly within the radius: at its end the kernel is 0.
    let reach = Int((2 * radius).rounded(.up))
    tapCount = min(reach, sourceCount)
    starts = []
    starts.reserveCapacity(targetCount)
    weights = [Float](repeating: 0, count: targetCount * tapCount)
    var row = [Double](repeating: 0, count: tapCount)
    for target in 0..<targetCount {
      let exact = origin + (Double(target) + 0.5) * step
      let center = min(max(exact, -radius), Double(sourceCount) + radius)
      let first = Int((center - radius - 0.5).rounded(.down)) + 1
      let start = min(max(first, 0), sourceCount - tapCount)
      for tap in 0..<tapCount { row[tap] = 0 }
      var sum = 0.0
      for pixel in first..<first + reach {
        let weight = catmullRom((Double(pixel) + 0.5 - center) / stretch)
        if weight == 0 { continue }
        sum += weight
        row[min(max(pixel, 0), sourceCount - 1) - start] += weight
      }
      starts.append(start)
      for tap in 0..<tapCount { weights[target * tapCount + tap] = Float(row[tap] / sum) }
    }
  }
}

/// The cubic through its points, with slopes of their neighbors' line; 0 from ±2 on.
private func catmullRom(_ distance: Double) -> Double {
  let x = abs(distance)
  if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
  if x < 2 { return ((-0.5 * x + 2.5) * x - 4) * x + 2 }
  return 0
}
