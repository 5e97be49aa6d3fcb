/// A linear map of straight (not premultiplied) colors with an offset, channels 0…1; results are
/// limited to 0…1 (Filter Effects 1 §9.6, `feColorMatrix`).
public struct ColorMatrix: Hashable, Sendable {
  /// What a full channel of red adds, in the order R G B A.
  public var red: SIMD4<Float>
  /// What a full channel of green adds, in the order R G B A.
  public var green: SIMD4<Float>
  /// What a full channel of blue adds, in the order R G B A.
  public var blue: SIMD4<Float>
  /// What a full alpha adds, in the order R G B A.
  public var alpha: SIMD4<Float>
  /// What is added to every color, in the order R G B A.
  public var offset: SIMD4<Float>

  /// A map of its columns; by default it leaves alpha as it is and adds nothing.
  public init(
    red: SIMD4<Float>, green: SIMD4<Float>, blue: SIMD4<Float>,
    alpha: SIMD4<Float> = SIMD4(0, 0, 0, 1), offset: SIMD4<Float> = .zero
  ) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
    self.offset = offset
  }

  /// Each of the three colors alike: `slope × channel + intercept`.
  public init(slope: Double, intercept: Double = 0) {
    let (slope, intercept) = (Float(slope), Float(intercept))
    self.init(
      red: SIMD4(slope, 0, 0, 0), green: SIMD4(0, slope, 0, 0), blue: SIMD4(0, 0, slope, 0),
      offset: SIMD4(intercept, intercept, intercept, 0))
  }

  /// `amount` of the alpha stays.
  public init(opacity amount: Double) {
    self.init(
      red: SIMD4(1, 0, 0, 0), green: SIMD4(0, 1, 0, 0), blue: SIMD4(0, 0, 1, 0),
      alpha: SIMD4(0, 0, 0, Float(amount)))
  }

  /// Rows as the specification writes them: what of R, G and B makes each new channel.
  private init(_ rows: [[Double]]) {
    func column(_ index: Int) -> SIMD4<Float> {
      SIMD4(Float(rows[0][index]), Float(rows[1][index]), Float(rows[2][index]), 0)
    }
    self.init(red: column(0), green: column(1), blue: column(2))
  }

  /// 0 is gray, 1 changes nothing.
  public init(saturation s: Double) {
    self.init([
      [0.213 + 0.787 * s, 0.715 - 0.715 * s, 0.072 - 0.072 * s],
      [0.213 - 0.213 * s, 0.715 + 0.285 * s, 0.072 - 0.072 * s],
      [0.213 - 0.213 * s, 0.715 - 0.715 * s, 0.072 + 0.928 * s],
    ])
  }

  /// 1 is gray, 0 changes nothing.
  public init(grayscale amount: Double) {
    let s = 1 - amount
    self.init([
      [0.2126 + 0.7874 * s, 0.7152 - 0.7152 * s, 0.0722 - 0.0722 * s],
      [0.2126 - 0.2126 * s, 0.7152 + 0.2848 * s, 0.0722 - 0.0722 * s],
      [0.2126 - 0.2126 * s, 0.7152 - 0.7152 * s, 0.0722 + 0.9278 * s],
    ])
  }

  /// 1 is brown, 0 changes nothing.
  public init(sepia amount: Double) {
    let s = 1 - amount
    self.init([
      [0.393 + 0.607 * s, 0.769 - 0.769 * s, 0.189 - 0.189 * s],
      [0.349 - 0.349 * s, 0.686 + 0.314 * s, 0.168 - 0.168 * s],
      [0.272 - 0.272 * s, 0.534 - 0.534 * s, 0.131 + 0.869 * s],
    ])
  }

  /// Turns the hue.
  public init(hueRotation degrees: Double) {
    let up = UnitVector.clockwiseFromUp(degrees: degrees)
    let (cosine, sine) = (-up.y, up.x)
    let base = [[0.213, 0.715, 0.072], [0.213, 0.715, 0.072], [0.213, 0.715, 0.072]]
    let even = [[0.787, -0.715, -0.072], [-0.213, 0.285, -0.072], [-0.213, -0.715, 0.928]]
    let odd = [[-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072]]
    self.init(
      (0..<3).map { row in
        (0..<3).map { base[row][$0] + cosine * even[row][$0] + sine * odd[row][$0] }
      })
  }

  /// The changed color of a straight, not premultiplied, one.
  @inline(__always)
  func applied(to color: SIMD4<Float>) -> SIMD4<Float> {
    let result = red * color.x + green * color.y + blue * color.z + alpha * color.w + offset
    return result.clamped(lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: 1))
  }
}
