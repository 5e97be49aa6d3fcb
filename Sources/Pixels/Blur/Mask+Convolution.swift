extension Mask {
  /// Blurred along rows, then along columns; what is outside the bounds counts as uncovered.
  ///
  /// Rows equal to the one above, of which boxes are made, cost next to nothing.
  func convolved(with kernel: GaussianKernel) -> Mask {
    let width = bounds.width
    let height = bounds.height
    let reach = kernel.reach
    guard reach > 0, width > 0, height > 0 else { return self }
    // Rows equal to the one above share its blurred row; how many are equal up to each.
    var softRows: [Int] = []
    var equalRows: [Int] = []
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let source = bytes.baseAddress else { return }
      for y in 0..<height {
        let row = unsafe source + y * width
        if y > 0, unsafe isEqual(row, row - width, count: width) {
          softRows.append(softRows[y - 1])
          equalRows.append(equalRows[y - 1] + 1)
        } else {
          softRows.append((softRows.last ?? -1) + 1)
          equalRows.append(1)
        }
      }
    }
    let soft = softened(rows: softRows, with: kernel)
    var sum = [Float](repeating: 0, count: width)
    let blurred = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { result, filled in
      unsafe soft.withUnsafeBufferPointer { soft in
        unsafe sum.withUnsafeMutableBufferPointer { sum in
          unsafe kernel.weights.withUnsafeBufferPointer { weights in
            guard let result = result.baseAddress, let soft = soft.baseAddress,
              let sum = sum.baseAddress, let weights = weights.baseAddress
            else { return }
            for y in 0..<height {
              let target = unsafe result + y * width
              let last = y + reach
              // The window of the row above saw the same rows.
              if y > reach, last < height, equalRows[last] > 2 * reach + 1 {
                unsafe target.update(from: target - width, count: width)
                continue
              }
              unsafe sum.update(repeating: 0, count: width)
              for offset in -reach...reach where y + offset >= 0 && y + offset < height {
                unsafe addRow(
                  soft + softRows[y + offset] * width, to: sum, weights[abs(offset)], count: width)
              }
              for x in 0..<width {
                // 0…255 and a rounding error; adding 2²³ leaves the nearest integer in the low bits.
                unsafe target[x] = UInt8(truncatingIfNeeded: (sum[x] + 8_388_608).bitPattern)
              }
            }
          }
        }
      }
      filled = width * height
    }
    return Mask(bounds: bounds, bytes: blurred)
  }

  /// The distinct rows, each blurred along itself.
  ///
  /// - Parameter rows: which of the distinct rows each row is, rising from 0.
  private func softened(rows: [Int], with kernel: GaussianKernel) -> [Float] {
    let width = bounds.width
    let reach = kernel.reach
    let count = ((rows.last ?? -1) + 1) * width
    var padded = [Float](repeating: 0, count: width + 2 * reach)
    return unsafe [Float](unsafeUninitializedCapacity: count) { soft, filled in
      unsafe bytes.withUnsafeBufferPointer { source in
        unsafe padded.withUnsafeMutableBufferPointer { padded in
          unsafe kernel.weights.withUnsafeBufferPointer { weights in
            guard let source = source.baseAddress, let soft = soft.baseAddress,
              let padded = padded.baseAddress, let weights = weights.baseAddress
            else { return }
            for y in 0..<rows.count where y == 0 || rows[y] != rows[y - 1] {
              let row = unsafe source + y * width
              for x in 0..<width {
                unsafe padded[reach &+ x] = Float(Int32(truncatingIfNeeded: row[x]))
              }
              unsafe convolveRow(
                padded + reach, into: soft + rows[y] * width, weights, reach, count: width)
            }
          }
        }
      }
      filled = count
    }
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
