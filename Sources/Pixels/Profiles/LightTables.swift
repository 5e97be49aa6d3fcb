/// Three tables of light whose sum is a color.
struct LightTables: Sendable {
  /// Of red, then of green, then of blue: 256 each, in 1/256 of `SRGBCurve.lightSteps`.
  private let lights: [SIMD4<Int32>]

  init(red: [SIMD3<Double>], green: [SIMD3<Double>], blue: [SIMD3<Double>]) {
    precondition(
      [red, green, blue].allSatisfy { $0.count == 256 }, "one for every value of a byte")
    let scale = Double(SRGBCurve.lightSteps << 8)
    lights = (red + green + blue).map { light in
      // Far outside of sRGB is as good as outside.
      let steps =
        (light.clamped(
          lowerBound: SIMD3(repeating: -16), upperBound: SIMD3(repeating: 16)) * scale).rounded(
          .toNearestOrEven)
      return SIMD4(Int32(steps.x), Int32(steps.y), Int32(steps.z), 0)
    }
  }

  @inline(__always)
  func color(_ color: SIMD4<UInt8>) -> SIMD4<UInt8> {
    unsafe lights.withUnsafeBufferPointer { lights in
      unsafe SRGBCurve.bytes.withUnsafeBufferPointer { bytes in
        unsafe Self.color(color, lights, bytes)
      }
    }
  }

  /// For every pixel of a loop whose tables are at hand.
  @inline(__always)
  func withColors(_ body: ((SIMD4<UInt8>) -> SIMD4<UInt8>) -> Void) {
    unsafe lights.withUnsafeBufferPointer { lights in
      unsafe SRGBCurve.bytes.withUnsafeBufferPointer { bytes in
        body { unsafe Self.color($0, lights, bytes) }
      }
    }
  }

  @inline(__always)
  private static func color(
    _ color: SIMD4<UInt8>, _ lights: UnsafeBufferPointer<SIMD4<Int32>>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> SIMD4<UInt8> {
    let sum =
      unsafe lights[Int(color.x)] &+ lights[256 + Int(color.y)] &+ lights[512 + Int(color.z)]
    let rounded = (sum &+ 128) &>> 8
    let steps = rounded.clamped(
      lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: Int32(SRGBCurve.lightSteps)))
    return unsafe SIMD4(
      bytes[Int(steps.x)], bytes[Int(steps.y)], bytes[Int(steps.z)], color.w)
  }
}
