/// The weights of a Gaussian blur, and how coarse a grid it may be computed on.
struct GaussianKernel {
  /// Px of the picture for each px of the grid, a power of two.
  let scale: Int
  /// From the middle outwards; the middle once and the others twice make 1. Empty: no blur at all.
  let weights: [Float]

  /// Beyond this, px of the grid, a coarser grid shows no difference (less than 1/255 anywhere).
  private static let largestSigma = 4.0
  /// No slide shows the difference between this blur and a larger one.
  private static let largestSigmaOnPicture = 4096.0

  /// - Parameter sigma: standard deviation in px of the picture; not a number or too small: no blur.
  init(sigma: Double) {
    let sigma = sigma > 0.05 ? min(sigma, Self.largestSigmaOnPicture) : 0
    var scale = 1
    while sigma / Double(scale) > Self.largestSigma { scale *= 2 }
    self.scale = scale
    guard sigma > 0 else {
      weights = []
      return
    }
    // Averaging over a grid cell and interpolating between cells blur a little too: their variances
    // are scale² / 12 and scale² / 6.
    let extra = scale > 1 ? Double(scale * scale) / 4 : 0
    let variance = (sigma * sigma - extra) / Double(scale * scale)
    let reach = Int((3 * variance.squareRoot()).rounded(.up))
    // exp(-i² / 2v) is the i²-th power of one number.
    let factor = exponential(-0.5 / variance)
    var values = [1.0]
    var value = 1.0
    var step = factor
    for _ in 0..<reach {
      value *= step
      step *= factor * factor
      values.append(value)
    }
    let total = values.dropFirst().reduce(values[0]) { $0 + 2 * $1 }
    weights = values.map { Float($0 / total) }
  }

  /// How far the blur reaches, px of the grid.
  var reach: Int { max(0, weights.count - 1) }
}

/// e to the power of a number of at most 0, by its series: the same on every machine.
private func exponential(_ exponent: Double) -> Double {
  // Halve until the series is short, then square as often.
  var small = max(exponent, -600)
  var halvings = 0
  while small < -0.5 {
    small /= 2
    halvings += 1
  }
  var term = 1.0
  var sum = 1.0
  for index in 1...18 {
    term *= small / Double(index)
    sum += term
  }
  for _ in 0..<halvings { sum *= sum }
  return sum
}
