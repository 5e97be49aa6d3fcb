extension Bitmap {
  /// A part of the picture at another size, antialiased.
  ///
  /// `ResamplingWeights` names the kernel. Cost: about 3 ns a target pixel when growing.
  /// - Parameters:
  ///   - crop: in px of this picture, may be fractional. What lies outside repeats its edge. Without
  ///     area, the result is transparent.
  ///   - width: px, > 0.
  ///   - height: px, > 0.
  public func resampled(crop: Rect, width: Int, height: Int) -> Bitmap {
    precondition(width > 0 && height > 0, "a bitmap has at least one pixel")
    let edges = [crop.minX, crop.minY, crop.maxX, crop.maxY]
    guard !crop.isEmpty, edges.allSatisfy(\.isFinite) else {
      return Bitmap(width: width, height: height)
    }
    if let copy = copied(crop: crop, width: width, height: height) { return copy }
    let columns = ResamplingWeights(
      origin: crop.x, length: crop.width, targetCount: width, sourceCount: self.width)
    let rows = ResamplingWeights(
      origin: crop.y, length: crop.height, targetCount: height, sourceCount: self.height)
    return resampled(columns: columns, rows: rows)
  }

  /// The part as it is, when nothing has to be resampled.
  private func copied(crop: Rect, width: Int, height: Int) -> Bitmap? {
    guard crop.width == Double(width), crop.height == Double(height), crop.x >= 0, crop.y >= 0,
      crop.maxX <= Double(self.width), crop.maxY <= Double(self.height),
      let left = Int(exactly: crop.x), let top = Int(exactly: crop.y)
    else { return nil }
    if width == self.width, height == self.height { return self }
    var part: [UInt8] = []
    part.reserveCapacity(width * height * 4)
    for y in top..<top + height {
      let start = (y * self.width + left) * 4
      part += pixels[start..<start + width * 4]
    }
    return Bitmap(width: width, height: height, pixels: part)
  }

  /// Row by row: those source rows that a target row needs are resampled to its width and kept as
  /// long as the next ones need them, so that nothing but the result leaves the cache.
  private func resampled(columns: ResamplingWeights, rows: ResamplingWeights) -> Bitmap {
    let width = columns.starts.count
    let height = rows.starts.count
    let rowLength = width * 4
    var line = [Float](repeating: 0, count: self.width * 4)
    var kept = [Float](repeating: 0, count: rows.tapCount * rowLength)
    var sums = [Float](repeating: 0, count: rowLength)
    var nextRow = 0
    let result = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 4) { output, count in
      unsafe kept.withUnsafeMutableBufferPointer { kept in
        unsafe sums.withUnsafeMutableBufferPointer { sums in
          for y in 0..<height {
            let start = rows.starts[y]
            nextRow = max(nextRow, start)
            while nextRow < start + rows.tapCount {
              let slot = nextRow % rows.tapCount
              unsafe resampleRow(
                nextRow, columns, line: &line, into: kept.baseAddress! + slot * rowLength)
              nextRow += 1
            }
            let target = unsafe output.baseAddress! + y * rowLength
            unsafe mixRows(
              UnsafePointer(kept.baseAddress!), rowLength: rowLength, firstRow: start, rows,
              weightsAt: y * rows.tapCount, sums: sums.baseAddress!, into: target)
            unsafe limitToAlpha(target, byteCount: rowLength)
          }
        }
      }
      count = width * height * 4
    }
    return Bitmap(width: width, height: height, pixels: result)
  }

  /// One source row at the target's width, four floats a pixel.
  private func resampleRow(
    _ y: Int, _ columns: ResamplingWeights, line: inout [Float],
    into target: UnsafeMutablePointer<Float>
  ) {
    let used = columns.starts[0] * 4..<(columns.starts.last! + columns.tapCount) * 4
    let tapCount = columns.tapCount
    unsafe line.withUnsafeMutableBufferPointer { line in
      unsafe pixels.withUnsafeBufferPointer { pixels in
        let row = unsafe pixels.baseAddress! + y * width * 4
        let floats = line.baseAddress!
        for i in used { unsafe floats[i] = Float(row[i]) }
      }
      let source = UnsafeRawPointer(line.baseAddress!)
      let output = UnsafeMutableRawPointer(target)
      unsafe columns.weights.withUnsafeBufferPointer { weights in
        unsafe columns.starts.withUnsafeBufferPointer { starts in
          if tapCount == 4 {
            for x in 0..<starts.count {
              let first = unsafe source + starts[x] * 16
              let weight = unsafe weights.baseAddress! + x * 4
              let ab =
                unsafe first.load(as: SIMD4<Float>.self) * weight[0]
                + first.load(fromByteOffset: 16, as: SIMD4<Float>.self) * weight[1]
              let cd =
                unsafe first.load(fromByteOffset: 32, as: SIMD4<Float>.self) * weight[2]
                + first.load(fromByteOffset: 48, as: SIMD4<Float>.self) * weight[3]
              unsafe output.storeBytes(of: ab + cd, toByteOffset: x * 16, as: SIMD4<Float>.self)
            }
            return
          }
          for x in 0..<starts.count {
            let first = unsafe source + starts[x] * 16
            let weight = unsafe weights.baseAddress! + x * tapCount
            var sum = SIMD4<Float>()
            for tap in 0..<tapCount {
              unsafe sum +=
                first.load(fromByteOffset: tap * 16, as: SIMD4<Float>.self) * weight[tap]
            }
            unsafe output.storeBytes(of: sum, toByteOffset: x * 16, as: SIMD4<Float>.self)
          }
        }
      }
    }
  }
}

/// One target row out of `rows.tapCount` kept ones, as bytes.
///
/// - Parameters:
///   - kept: row r stands in place `r % tapCount`.
///   - sums: room for `rowLength` floats.
private func mixRows(
  _ kept: UnsafePointer<Float>, rowLength: Int, firstRow: Int, _ rows: ResamplingWeights,
  weightsAt weightStart: Int, sums: UnsafeMutablePointer<Float>,
  into target: UnsafeMutablePointer<UInt8>
) {
  let tapCount = rows.tapCount
  unsafe rows.weights.withUnsafeBufferPointer { weights in
    let weight = unsafe weights.baseAddress! + weightStart
    func row(_ tap: Int) -> UnsafePointer<Float> {
      unsafe kept + (firstRow + tap) % tapCount * rowLength
    }
    if tapCount == 4 {
      let (a, b, c, d) = unsafe (row(0), row(1), row(2), row(3))
      let (wa, wb, wc, wd) = unsafe (weight[0], weight[1], weight[2], weight[3])
      for i in 0..<rowLength {
        unsafe target[i] = byte(a[i] * wa + b[i] * wb + c[i] * wc + d[i] * wd)
      }
      return
    }
    unsafe sums.update(repeating: 0, count: rowLength)
    for tap in 0..<tapCount {
      let (a, wa) = unsafe (row(tap), weight[tap])
      for i in 0..<rowLength { unsafe sums[i] += a[i] * wa }
    }
    for i in 0..<rowLength { unsafe target[i] = byte(sums[i]) }
  }
}

/// Rounded and limited to 0…255.
@inline(__always)
private func byte(_ value: Float) -> UInt8 {
  let limited = value < 0 ? 0 : value > 255 ? 255 : value
  // Adding 2^23 leaves the rounded integer in the lowest bits of the float's pattern; unlike a
  // conversion it cannot trap, so that the loop becomes vectors.
  return UInt8(truncatingIfNeeded: (limited + 8_388_608).bitPattern)
}

/// Lowers colors above their alpha, which the kernel's overshoot may leave.
private func limitToAlpha(_ bytes: UnsafeMutablePointer<UInt8>, byteCount: Int) {
  let pixels = unsafe UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt32.self)
  var all: UInt32 = .max
  for i in 0..<byteCount / 4 { unsafe all &= pixels[i] }
  if UInt32(littleEndian: all) >> 24 == 255 { return }
  for i in stride(from: 0, to: byteCount, by: 4) {
    let alpha = unsafe bytes[i + 3]
    for channel in i..<i + 3 { unsafe bytes[channel] = min(bytes[channel], alpha) }
  }
}
