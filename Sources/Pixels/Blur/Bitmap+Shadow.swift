extension Bitmap {
  /// Draws `color` where a blurred mask covers, dithered.
  ///
  /// - Parameters:
  ///   - shadow: nil covers nothing.
  ///   - isInverted: draws where it does not cover instead.
  ///   - area: nothing outside it changes.
  ///   - inside: draws only to the extent of this mask; nil: everywhere.
  ///   - outside: and only to the extent this mask does not cover.
  public mutating func fill(
    _ shadow: BlurredMask?, isInverted: Bool = false, with color: Color, within area: PixelRect,
    inside: Mask? = nil, outside: Mask? = nil
  ) {
    var area = area.intersection(bounds)
    if !isInverted { area = area.intersection(shadow?.bounds ?? PixelRect()) }
    if let inside { area = area.intersection(inside.bounds) }
    guard !area.isEmpty else { return }
    let ink = premultiplied(color)
    guard ink[3] > 0 else { return }
    let entries = (0...255).map { RampEntry(premultiplied: ink * (Double($0) / 255)) }
    var row = ShadowRow(
      width: area.width, flip: isInverted ? 255 : 0, shadow: shadow, inside: inside,
      outside: outside)
    unsafe draw(entries, over: area, mask: nil) { indices, y in
      unsafe row.fill(indices, x: area.x, y: y) ? .varied : .empty
    }
  }
}

/// Scratch memory for one row of a shadow.
private struct ShadowRow {
  let width: Int
  let flip: UInt8
  let shadow: BlurredMask?
  let inside: Mask?
  let outside: Mask?
  private var coverage: [UInt8]
  /// A row of the coarse grid, 256 × coverage.
  private var coarse: [Int32]

  init(width: Int, flip: UInt8, shadow: BlurredMask?, inside: Mask?, outside: Mask?) {
    self.width = width
    self.flip = flip
    self.shadow = shadow
    self.inside = inside
    self.outside = outside
    coverage = [UInt8](repeating: 0, count: width)
    coarse = [Int32](repeating: 0, count: width / (shadow?.scale ?? 1) + 4)
  }

  /// - Returns: false when nothing of the row is drawn.
  mutating func fill(_ indices: UnsafeMutablePointer<UInt16>, x: Int, y: Int) -> Bool {
    let (first, last) = hiddenRun(x: x, y: y)
    if first == 0, last == width { return false }
    unsafe coverage.withUnsafeMutableBufferPointer { coverage in
      unsafe coarse.withUnsafeMutableBufferPointer { coarse in
        guard let coverage = coverage.baseAddress, let coarse = coarse.baseAddress else { return }
        if let shadow {
          for (start, end) in [(0, first), (last, width)] where start < end {
            unsafe shadow.fillRow(
              coverage + start, coarse: coarse, x: x + start, y: y, count: end - start)
          }
        }
        let flip = flip
        for index in 0..<width {
          unsafe indices[index] = UInt16(truncatingIfNeeded: coverage[index] ^ flip)
        }
        unsafe (indices + first).update(repeating: 0, count: last - first)
      }
    }
    if let inside {
      unsafe inside.withRow(x: x, y: y, count: width) { start, end, row in
        unsafe indices.update(repeating: 0, count: start)
        for index in start..<end {
          unsafe indices[index] = multiplied(indices[index], UInt16(row[index]))
        }
        unsafe (indices + end).update(repeating: 0, count: width - end)
      }
    }
    if let outside {
      unsafe outside.withRow(x: x, y: y, count: width) { start, end, row in
        for index in start..<end {
          unsafe indices[index] = multiplied(indices[index], 255 - UInt16(row[index]))
        }
      }
    }
    return true
  }

  /// The pixels in the middle of the row that `outside` hides wholly, as first and past the last.
  private func hiddenRun(x: Int, y: Int) -> (Int, Int) {
    var result = (0, 0)
    guard let outside else { return result }
    unsafe outside.withRow(x: x, y: y, count: width) { start, end, row in
      var first = start
      while first < end, unsafe row[first] != 255 { first &+= 1 }
      var last = first
      while last &+ 8 <= end,
        unsafe UnsafeRawPointer(row + last).loadUnaligned(as: UInt64.self) == .max
      { last &+= 8 }
      while last < end, unsafe row[last] == 255 { last &+= 1 }
      result = (first, last)
    }
    return result
  }
}

@inline(__always)
private func multiplied(_ a: UInt16, _ b: UInt16) -> UInt16 {
  let raised = a &* b &+ 128
  return (raised &+ (raised &>> 8)) &>> 8
}

extension Mask {
  /// Calls `body` with the range of `count` pixels from `x`, `y` on that the mask's row reaches,
  /// and the row, so placed that index 0 is pixel `x`. The range may be empty.
  fileprivate func withRow(
    x: Int, y: Int, count: Int, _ body: (Int, Int, UnsafePointer<UInt8>) -> Void
  ) {
    let start = Swift.min(Swift.max(bounds.x - x, 0), count)
    let end = Swift.max(start, Swift.min(bounds.maxX - x, count))
    let isOutside = y < bounds.y || y >= bounds.maxY
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      if isOutside {
        unsafe body(0, 0, base)
      } else {
        unsafe body(start, end, base + ((y - bounds.y) * bounds.width + x - bounds.x))
      }
    }
  }
}

extension BlurredMask {
  /// Writes the coverage of `count` pixels of the picture from `x`, `y` on.
  ///
  /// - Parameter coarse: scratch, at least `count / scale + 4`.
  fileprivate func fillRow(
    _ target: UnsafeMutablePointer<UInt8>, coarse: UnsafeMutablePointer<Int32>, x: Int, y: Int,
    count: Int
  ) {
    if scale == 1 {
      unsafe target.update(repeating: 0, count: count)
      unsafe mask.withRow(x: x, y: y, count: count) { start, end, row in
        unsafe (target + start).update(from: row + start, count: end - start)
      }
      return
    }
    // Twice the distance, in px, from the center of the first cell that matters.
    let firstCell = floorDivide(2 * x + 1 - scale, 2 * scale)
    let cells = count / scale + 3
    let upperCell = floorDivide(2 * y + 1 - scale, 2 * scale)
    let below = Int32(2 * y + 1 - scale - upperCell * 2 * scale)
    let above = Int32(2 * scale) - below
    unsafe coarse.update(repeating: 0, count: cells)
    for (cell, weight) in [(upperCell, above), (upperCell + 1, below)] {
      unsafe mask.withRow(x: firstCell, y: cell, count: cells) { start, end, row in
        for index in start..<end { unsafe coarse[index] += Int32(row[index]) * weight }
      }
    }
    // Now interpolate along the row; everything is in units of 1 / (2 scale)² of coverage.
    let full = Int32(2 * scale)
    let shift = Int32((full * full).trailingZeroBitCount)
    let half = full * full / 2
    var cell = 0
    var position = Int32(2 * x + 1 - scale - firstCell * 2 * scale)
    var index = 0
    while index < count {
      let left = unsafe coarse[cell]
      let right = unsafe coarse[cell &+ 1]
      let run = Swift.min(count &- index, Int((full &- position &+ 1) / 2))
      if left == right {
        let value = UInt8(truncatingIfNeeded: (left &* full &+ half) &>> shift)
        unsafe (target + index).update(repeating: value, count: run)
      } else {
        var value = left &* (full &- position) &+ right &* position &+ half
        let step = (right &- left) &* 2
        for offset in 0..<run {
          unsafe target[index &+ offset] = UInt8(truncatingIfNeeded: value &>> shift)
          value &+= step
        }
      }
      index &+= run
      position &+= Int32(run &* 2)
      position &-= full
      cell &+= 1
    }
  }

  private func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
  }
}
