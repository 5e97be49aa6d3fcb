/// How a picture's stored colors become sRGB: tables, made once a profile and used for every pixel.
///
/// Integers only, so that the same tables give the same pixels on every machine.
public struct ProfileConversion: Sendable {
  enum Table: Sendable {
    /// One channel: 256 bytes.
    case gray([UInt8])
    /// Each channel's share of the light, which is their sum: 256 each.
    case additive(LightTables)
    /// Any other: a grid of red, green and blue.
    case grid(ColorGrid)
    /// Cyan, magenta, yellow: a grid for each step of black.
    case inks(InkGrid)
  }

  let table: Table

  /// Of one channel.
  ///
  /// - Parameter light: of the values 0…255; linear, 1 for white.
  public init(grayLight light: [Double]) {
    precondition(light.count == 256, "one for every value of a byte")
    table = .gray(light.map { SRGBCurve.byte(of: $0) })
  }

  /// Of channels whose light adds up, as with every profile of curves and a matrix.
  ///
  /// - Parameters: each channel's light alone, for 0…255: linear-light sRGB, 1 for white; may be
  ///   negative, and above 1.
  public init(redLight: [SIMD3<Double>], greenLight: [SIMD3<Double>], blueLight: [SIMD3<Double>]) {
    table = .additive(LightTables(red: redLight, green: greenLight, blue: blueLight))
  }

  /// Values of red, green and blue at which a grid wants to know the light.
  public static let gridSide = 33
  /// The same for each ink.
  public static let inkGridSide = 17

  /// Of any three channels.
  ///
  /// - Parameter light: `gridSide`³ colors' linear-light sRGB, blue running fastest, then green.
  public init(gridLight light: [SIMD3<Double>]) {
    table = .grid(ColorGrid(light, side: Self.gridSide))
  }

  /// Of four inks.
  ///
  /// - Parameter light: `inkGridSide`⁴ colors' linear-light sRGB, yellow running fastest, then
  ///   magenta, cyan and black; each from no ink to all of it.
  public init(inkLight light: [SIMD3<Double>]) {
    let side = Self.inkGridSide
    let slab = side * side * side
    precondition(light.count == slab * side, "one for every point of the grid")
    table = .inks(
      InkGrid(
        slabs: (0..<side).map { ColorGrid(Array(light[$0 * slab..<($0 + 1) * slab]), side: side) }))
  }

  /// Whether it is for inks: `Bitmap(inks:)` takes them.
  public var isForInks: Bool { if case .inks = table { true } else { false } }

  /// Whether it has one channel, which is read from red.
  public var isForGray: Bool { if case .gray = table { true } else { false } }

  /// sRGB of one color.
  ///
  /// - Parameter color: of a gray profile, three times the same; of inks, how much there is, of black
  ///   in the last.
  public func color(_ color: SIMD4<UInt8>) -> SIMD4<UInt8> {
    switch table {
    case .gray(let bytes):
      let gray = bytes[Int(color.x)]
      return SIMD4(gray, gray, gray, color.w)
    case .additive(let tables): return tables.color(color)
    case .grid(let grid): return grid.color(color)
    case .inks(let grid): return grid.color(color)
    }
  }
}
