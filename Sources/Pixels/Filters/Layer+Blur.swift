/// What a blur finds beyond the edges of a layer.
public enum BlurEdges: Sendable {
  /// Nothing, so that the edges fade.
  case transparent
  /// The picture again, mirrored.
  case mirrored
}

extension Layer {
  /// Px of the picture for each px of the coarse grid on which a blur may be drawn.
  public static func gridScale(ofBlur sigma: Double) -> Int { GaussianKernel(sigma: sigma).scale }

  /// The layer blurred by a Gaussian.
  ///
  /// A large blur is computed on a coarse grid; its cost hardly depends on its size.
  /// - Parameters:
  ///   - sigma: standard deviation, px.
  ///   - area: what lies outside may be left out.
  /// - Returns: nil when nothing lies in `area`.
  public func blurred(
    sigma: Double, within area: PixelRect, edges: BlurEdges = .transparent
  ) -> Layer? {
    let kernel = GaussianKernel(sigma: sigma)
    guard kernel.reach > 0 else { return self }
    let room = edges == .mirrored ? bounds : bounds.expanded(by: kernel.reach * kernel.scale)
    let target = room.intersection(area)
    if target.isEmpty { return nil }
    if kernel.scale == 1 { return convolved(with: kernel, to: target, edges) }
    let origin = edges == .mirrored ? (x: bounds.x, y: bounds.y) : (x: 0, y: 0)
    let grid = averaged(by: kernel.scale, origin: origin, edges)
    let wanted =
      edges == .mirrored
      ? grid.bounds
      : area.divided(by: kernel.scale).expanded(by: 1)
        .intersection(grid.bounds.expanded(by: kernel.reach))
    if wanted.isEmpty { return nil }
    return grid.convolved(with: kernel, to: wanted, edges)
      .interpolated(by: kernel.scale, origin: origin, to: target, edges)
  }

  /// This layer, drawn on the coarse grid of a blur, blurred and brought back to full size.
  ///
  /// - Parameters:
  ///   - sigma: px at full size; its `gridScale` is the grid's.
  ///   - area: of the result.
  public func blurredFromGrid(sigma: Double, within area: PixelRect) -> Layer? {
    let kernel = GaussianKernel(sigma: sigma)
    let wanted = bounds.expanded(by: kernel.reach)
      .intersection(area.divided(by: kernel.scale).expanded(by: 1))
    if wanted.isEmpty || area.isEmpty { return nil }
    return convolved(with: kernel, to: wanted, .transparent)
      .interpolated(by: kernel.scale, origin: (0, 0), to: area, .transparent)
  }

  /// Each cell of a grid as the mean of its pixels; the result's bounds count cells.
  private func averaged(by scale: Int, origin: (x: Int, y: Int), _ edges: BlurEdges) -> Layer {
    let moved = bounds.offset(x: -origin.x, y: -origin.y)
    let cells = moved.divided(by: scale)
    var result = Layer(bounds: cells)
    var sums = [SIMD4<Float>](repeating: .zero, count: cells.width)
    for cellY in cells.y..<cells.maxY {
      for index in sums.indices { sums[index] = .zero }
      let top = max(cellY * scale, moved.y) - moved.y
      let bottom = min((cellY + 1) * scale, moved.maxY) - moved.y
      unsafe picture.pixels.withUnsafeBytes { pixels in
        guard let base = pixels.baseAddress else { return }
        for y in top..<bottom {
          let row = unsafe base + y * moved.width * 4
          var x = 0
          for cell in 0..<cells.width {
            let end = min((cells.x + cell + 1) * scale - moved.x, moved.width)
            var sum = SIMD4<Float>()
            while x < end {
              unsafe sum += SIMD4(
                truncatingIfNeeded32: row.loadUnaligned(
                  fromByteOffset: x &* 4, as: SIMD4<UInt8>.self))
              x &+= 1
            }
            sums[cell] += sum
          }
        }
      }
      unsafe result.picture.pixels.withUnsafeMutableBytes { target in
        guard let base = target.baseAddress else { return }
        for cell in 0..<cells.width {
          var count = scale * scale
          if edges == .mirrored {
            let left = max((cells.x + cell) * scale, moved.x)
            let right = min((cells.x + cell + 1) * scale, moved.maxX)
            count = (right - left) * (bottom - top)
          }
          let mean = sums[cell] * (1 / Float(max(count, 1)))
          unsafe base.storeBytes(
            of: mean.roundedBytes,
            toByteOffset: ((cellY - cells.y) * cells.width + cell) * 4, as: SIMD4<UInt8>.self)
        }
      }
    }
    return result
  }

  /// The inverse of averaging: interpolated between the cells' middles.
  private func interpolated(
    by scale: Int, origin: (x: Int, y: Int), to area: PixelRect, _ edges: BlurEdges
  ) -> Layer {
    var result = Layer(bounds: area)
    let last = edges == .mirrored ? bounds.width - 1 : bounds.width
    /// A cell more on both sides; those outside are transparent or repeat the edge.
    var coarse = [SIMD4<Float>](repeating: .zero, count: bounds.width + 2)
    let step = 1 / Float(scale)
    for y in area.y..<area.maxY {
      let vertical = (Float(y - origin.y) + 0.5) * step - 0.5
      let upper = vertical.rounded(.down)
      for index in -1...bounds.width {
        let column = edges == .mirrored ? min(max(index, 0), last) : index
        coarse[index + 1] = mixed(
          column: column, upper: Int(upper) - bounds.y, share: vertical - upper, edges)
      }
      unsafe coarse.withUnsafeBufferPointer { coarse in
        unsafe result.picture.pixels.withUnsafeMutableBytes { target in
          guard let base = target.baseAddress, let coarse = coarse.baseAddress else { return }
          let row = unsafe base + (y - area.y) * area.width * 4
          for x in 0..<area.width {
            let place = (Float(area.x + x - origin.x) + 0.5) * step - 0.5 - Float(bounds.x)
            // Nothing beyond the cell on either side.
            let limited = min(max(place, -1), Float(bounds.width))
            let left = min(limited.rounded(.down), Float(bounds.width - 1))
            let index = Int(left) + 1
            let a = unsafe coarse[index]
            let b = unsafe coarse[index + 1]
            let color = a + (b - a) * (limited - left)
            unsafe row.storeBytes(
              of: color.roundedBytes, toByteOffset: x &* 4, as: SIMD4<UInt8>.self)
          }
        }
      }
    }
    return result
  }

  /// Between two rows of one column; rows and columns from the layer's corner.
  private func mixed(
    column: Int, upper: Int, share: Float, _ edges: BlurEdges
  ) -> SIMD4<Float> {
    func cell(_ row: Int) -> SIMD4<Float> {
      var row = row
      if edges == .mirrored {
        row = min(max(row, 0), bounds.height - 1)
      } else if row < 0 || row >= bounds.height || column < 0 || column >= bounds.width {
        return .zero
      }
      let start = (row * bounds.width + column) * 4
      return SIMD4(
        Float(picture.pixels[start]), Float(picture.pixels[start + 1]),
        Float(picture.pixels[start + 2]), Float(picture.pixels[start + 3]))
    }
    let above = cell(upper)
    return above + (cell(upper + 1) - above) * share
  }
}

extension Layer {
  /// Columns worked on at once, so that their rows stay in the cache.
  private static let stripWidth = 64

  /// Blurred along rows and columns, px by px.
  ///
  /// - Parameter target: the bounds of the result, not empty.
  private func convolved(
    with kernel: GaussianKernel, to target: PixelRect, _ edges: BlurEdges
  ) -> Layer {
    var result = Layer(bounds: target)
    let reach = kernel.reach
    let strip = min(Self.stripWidth, target.width)
    let rowCount = target.height + 2 * reach
    var line = [SIMD4<Float>](repeating: .zero, count: strip + 2 * reach)
    var soft = [SIMD4<Float>](repeating: .zero, count: strip * rowCount)
    var sums = [SIMD4<Float>](repeating: .zero, count: strip)
    let weights = kernel.weights
    for left in stride(from: target.x, to: target.maxX, by: strip) {
      let width = min(strip, target.maxX - left)
      unsafe soft.withUnsafeMutableBufferPointer { soft in
        unsafe line.withUnsafeMutableBufferPointer { line in
          unsafe sums.withUnsafeMutableBufferPointer { sums in
            guard let soft = soft.baseAddress, let line = line.baseAddress,
              let sums = sums.baseAddress
            else { return }
            for index in 0..<rowCount {
              let row = unsafe soft + index * strip
              let y = target.y + index - reach
              guard let source = sourceRow(y, edges) else {
                unsafe row.update(repeating: .zero, count: width)
                continue
              }
              unsafe read(
                row: source, from: left - reach, count: width + 2 * reach, into: line, edges)
              unsafe convolve(line + reach, into: row, weights, count: width)
            }
            unsafe result.picture.pixels.withUnsafeMutableBytes { pixels in
              guard let base = pixels.baseAddress else { return }
              for y in 0..<target.height {
                let middle = unsafe soft + (y + reach) * strip
                unsafe mix(middle, into: sums, weights, stride: strip, count: width)
                let row = unsafe base + (y * target.width + left - target.x) * 4
                for x in 0..<width {
                  unsafe row.storeBytes(
                    of: sums[x].roundedBytes, toByteOffset: x &* 4, as: SIMD4<UInt8>.self)
                }
              }
            }
          }
        }
      }
    }
    return result
  }

  /// Index of the row at `y`, brought inside; nil when it is transparent.
  private func sourceRow(_ y: Int, _ edges: BlurEdges) -> Int? {
    let row = y - bounds.y
    if edges == .mirrored { return mirrored(row, bounds.height) }
    return row >= 0 && row < bounds.height ? row : nil
  }

  private func read(
    row: Int, from x: Int, count: Int, into line: UnsafeMutablePointer<SIMD4<Float>>,
    _ edges: BlurEdges
  ) {
    unsafe picture.pixels.withUnsafeBytes { pixels in
      guard let base = pixels.baseAddress else { return }
      let source = unsafe base + row * bounds.width * 4
      for index in 0..<count {
        var column = x + index - bounds.x
        if edges == .mirrored {
          column = mirrored(column, bounds.width)
        } else if column < 0 || column >= bounds.width {
          unsafe line[index] = .zero
          continue
        }
        unsafe line[index] = SIMD4(
          truncatingIfNeeded32: source.loadUnaligned(
            fromByteOffset: column &* 4, as: SIMD4<UInt8>.self))
      }
    }
  }
}

/// An index beyond the ends of `count`, reflected into it.
private func mirrored(_ index: Int, _ count: Int) -> Int {
  if index >= 0, index < count { return index }
  let period = 2 * count
  let place = (index % period + period) % period
  return place < count ? place : period - 1 - place
}

/// - Parameter source: readable as far as the kernel reaches on both sides.
private func convolve(
  _ source: UnsafePointer<SIMD4<Float>>, into target: UnsafeMutablePointer<SIMD4<Float>>,
  _ weights: [Float], count: Int
) {
  unsafe mix(source, into: target, weights, stride: 1, count: count)
}

/// Sums of the neighbors at multiples of `stride` on both sides.
private func mix(
  _ source: UnsafePointer<SIMD4<Float>>, into target: UnsafeMutablePointer<SIMD4<Float>>,
  _ weights: [Float], stride: Int, count: Int
) {
  let middle = weights[0]
  for x in 0..<count { unsafe target[x] = source[x] * middle }
  for offset in 1..<weights.count {
    let weight = weights[offset]
    let before = unsafe source - offset * stride
    let after = unsafe source + offset * stride
    for x in 0..<count { unsafe target[x] += (before[x] + after[x]) * weight }
  }
}
