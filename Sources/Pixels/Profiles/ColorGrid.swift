/// Colors at the points of a cube, and between them by tetrahedra.
struct ColorGrid: Sendable {
  /// sRGB with its curve, 64 a level; beyond 0…255 where sRGB has no such color, so that what lies
  /// between such a point and one inside is right.
  let points: [SIMD4<Int32>]
  private let side: Int
  /// For each byte: the point below, and how far it is to the next, 0…256.
  let steps: [(index: Int32, weight: Int32)]

  /// - Parameter light: `side`³ colors' linear-light sRGB, the third channel running fastest.
  init(_ light: [SIMD3<Double>], side: Int) {
    precondition(light.count == side * side * side, "one for every point of the grid")
    self.side = side
    points = light.map { light in
      let clamped = light.clamped(
        lowerBound: SIMD3(repeating: -1), upperBound: SIMD3(repeating: 2))
      func number(_ value: Double) -> Int32 {
        Int32((ColorConversion.encoded(value) * 255 * 64).rounded())
      }
      return SIMD4(number(clamped.x), number(clamped.y), number(clamped.z), 0)
    }
    steps = Self.steps(side: side)
  }

  static func steps(side: Int) -> [(index: Int32, weight: Int32)] {
    (0..<256).map { byte in
      let place = (byte * (side - 1) * 257 + 128) >> 8
      let index = min(place >> 8, side - 2)
      return (Int32(index), Int32(place - index << 8))
    }
  }

  func color(_ color: SIMD4<UInt8>) -> SIMD4<UInt8> {
    bytes(of: sum(color), alpha: color.w)
  }

  /// For every pixel of a loop whose tables are at hand.
  @inline(__always)
  func withColors(_ body: ((SIMD4<UInt8>) -> SIMD4<UInt8>) -> Void) {
    let side = side
    unsafe points.withUnsafeBufferPointer { points in
      unsafe steps.withUnsafeBufferPointer { steps in
        body {
          bytes(of: unsafe Self.sum($0, points: points, steps: steps, side: side), alpha: $0.w)
        }
      }
    }
  }

  /// 64 × 256 a level.
  func sum(_ color: SIMD4<UInt8>) -> SIMD4<Int32> {
    unsafe points.withUnsafeBufferPointer { points in
      unsafe steps.withUnsafeBufferPointer { steps in
        unsafe Self.sum(color, points: points, steps: steps, side: side)
      }
    }
  }

  @inline(__always)
  private static func sum(
    _ color: SIMD4<UInt8>, points: UnsafeBufferPointer<SIMD4<Int32>>,
    steps: UnsafeBufferPointer<(index: Int32, weight: Int32)>, side: Int
  ) -> SIMD4<Int32> {
    let (x, y, z) = unsafe (steps[Int(color.x)], steps[Int(color.y)], steps[Int(color.z)])
    let (acrossX, acrossY) = (side * side, side)
    let origin = Int(x.index) * acrossX + Int(y.index) * acrossY + Int(z.index)
    // From the near corner to the far one along the largest fraction first: six tetrahedra.
    let (first, second, third): ((Int32, Int), (Int32, Int), (Int32, Int))
    if x.weight >= y.weight {
      if y.weight >= z.weight {
        (first, second, third) = ((x.weight, acrossX), (y.weight, acrossY), (z.weight, 1))
      } else if x.weight >= z.weight {
        (first, second, third) = ((x.weight, acrossX), (z.weight, 1), (y.weight, acrossY))
      } else {
        (first, second, third) = ((z.weight, 1), (x.weight, acrossX), (y.weight, acrossY))
      }
    } else if x.weight >= z.weight {
      (first, second, third) = ((y.weight, acrossY), (x.weight, acrossX), (z.weight, 1))
    } else if y.weight >= z.weight {
      (first, second, third) = ((y.weight, acrossY), (z.weight, 1), (x.weight, acrossX))
    } else {
      (first, second, third) = ((z.weight, 1), (y.weight, acrossY), (x.weight, acrossX))
    }
    var at = origin
    var sum = (unsafe points[at]) &* (256 - first.0)
    at += first.1
    sum = sum &+ (unsafe points[at]) &* (first.0 - second.0)
    at += second.1
    sum = sum &+ (unsafe points[at]) &* (second.0 - third.0)
    at += third.1
    return sum &+ (unsafe points[at]) &* third.0
  }
}

/// 64 × 256 a level to bytes, rounded.
@inline(__always)
private func bytes(of sum: SIMD4<Int32>, alpha: UInt8) -> SIMD4<UInt8> {
  let levels = (sum &+ (1 << 13)) &>> 14
  let clamped = levels.clamped(
    lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: 255))
  var result = SIMD4<UInt8>(truncatingIfNeeded: clamped)
  result.w = alpha
  return result
}

/// Grids of cyan, magenta and yellow, one for each step of black.
struct InkGrid: Sendable {
  /// At least two.
  let slabs: [ColorGrid]
  private let steps: [(index: Int32, weight: Int32)]

  init(slabs: [ColorGrid]) {
    self.slabs = slabs
    steps = ColorGrid.steps(side: slabs.count)
  }

  /// Opaque.
  @inline(__always)
  func color(_ inks: SIMD4<UInt8>) -> SIMD4<UInt8> {
    let black = steps[Int(inks.w)]
    let (below, above) = (slabs[Int(black.index)].sum(inks), slabs[Int(black.index) + 1].sum(inks))
    // In 1/64 of a level each, so that the sum stays in 32 bits.
    let sum = (below &>> 8) &* (256 - black.weight) &+ (above &>> 8) &* black.weight
    return bytes(of: sum, alpha: 255)
  }
}
