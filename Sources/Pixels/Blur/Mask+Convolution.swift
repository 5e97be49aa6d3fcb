extension Mask {
  /// Blurred along rows, then along columns; what is outside the bounds counts as uncovered.
  ///
  /// Rows equal to the one above, of which boxes are made, cost next to nothing.
  func convolved(with kernel: GaussianKernel) -> Mask {
    let width = bounds.width
    let height = bounds.height
    let reach = kernel.reach
    guard reach > 0, width > 0, height > 0 else { return self }
    var result = Mask(bounds: bounds)
    // Each row, once blurred along itself.
    var soft = [Float](repeating: 0, count: width * height)
    var padded = [Float](repeating: 0, count: width + 2 * reach)
    var sum = [Float](repeating: 0, count: width)
    // How many rows, this one included, are equal up to here.
    var equalRows = [Int](repeating: 1, count: height)

    unsafe bytes.withUnsafeBufferPointer { source in
      unsafe soft.withUnsafeMutableBufferPointer { soft in
        unsafe padded.withUnsafeMutableBufferPointer { padded in
          unsafe kernel.weights.withUnsafeBufferPointer { weights in
            guard let source = source.baseAddress, let soft = soft.baseAddress,
              let padded = padded.baseAddress, let weights = weights.baseAddress
            else { return }
            for y in 0..<height {
              let row = unsafe source + y * width
              let target = unsafe soft + y * width
              if y > 0, unsafe isEqual(row, row - width, count: width) {
                equalRows[y] = equalRows[y - 1] + 1
                unsafe target.update(from: target - width, count: width)
                continue
              }
              for x in 0..<width {
                unsafe padded[reach &+ x] = Float(Int32(truncatingIfNeeded: row[x]))
              }
              unsafe convolveRow(padded + reach, into: target, weights, reach, count: width)
            }
          }
        }
      }
    }
    unsafe result.bytes.withUnsafeMutableBufferPointer { result in
      unsafe soft.withUnsafeBufferPointer { soft in
        unsafe sum.withUnsafeMutableBufferPointer { sum in
          unsafe kernel.weights.withUnsafeBufferPointer { weights in
            guard let result = result.baseAddress, let soft = soft.baseAddress,
              let sum = sum.baseAddress, let weights = weights.baseAddress
            else { return }
            for y in 0..<height {
              let target = unsafe result + y * width
              let last = y + reach
              // The window above saw the same rows.
              if y > reach, last < height, equalRows[last] > 2 * reach + 1 {
                unsafe target.update(from: target - width, count: width)
                continue
              }
              unsafe sum.update(repeating: 0, count: width)
              for offset in 0...reach {
                let upper = y - offset
                let lower = y + offset
                let weight = unsafe weights[offset]
                if upper >= 0 {
                  unsafe addRow(soft + upper * width, to: sum, weight, count: width)
                }
                if offset > 0, lower < height {
                  unsafe addRow(soft + lower * width, to: sum, weight, count: width)
                }
              }
              for x in 0..<width {
                // 0…255 and a rounding error; adding 2²³ leaves the nearest integer in the low bits.
                unsafe target[x] = UInt8(truncatingIfNeeded: (sum[x] + 8_388_608).bitPattern)
              }
            }
          }
        }
      }
    }
    return result
  }
}

private func isEqual(
  _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, count: Int
) -> Bool {
  var x = 0
  while x &+ 8 <= count {
    let left = unsafe UnsafeRawPointer(a).loadUnaligned(fromByteOffset: x, as: UInt64.self)
    let right = unsafe UnsafeRawPointer(b).loadUnaligned(fromByteOffset: x, as: UInt64.self)
    if left != right { return false }
    x &+= 8
  }
  while x < count {
    if unsafe a[x] != b[x] { return false }
    x &+= 1
  }
  return true
}

/// - Parameter source: readable from `-reach` to `count + reach`.
private func convolveRow(
  _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
  _ weights: UnsafePointer<Float>, _ reach: Int, count: Int
) {
  let middle = unsafe weights[0]
  for x in 0..<count { unsafe target[x] = source[x] * middle }
  for offset in 1...reach {
    let weight = unsafe weights[offset]
    let left = unsafe source - offset
    let right = unsafe source + offset
    for x in 0..<count { unsafe target[x] += (left[x] + right[x]) * weight }
  }
}

private func addRow(
  _ row: UnsafePointer<Float>, to sum: UnsafeMutablePointer<Float>, _ weight: Float, count: Int
) {
  for x in 0..<count { unsafe sum[x] += row[x] * weight }
}
