extension Bitmap {
  /// Draws `gradient` over the pixels of `rect`, dithered, where `mask` covers.
  ///
  /// A gradient without stops draws nothing.
  /// - Parameter mask: nil covers everything; 0 outside its bounds.
  public mutating func fill(_ rect: PixelRect, with gradient: ResolvedGradient, mask: Mask? = nil) {
    var area = rect.intersection(bounds)
    if let mask { area = area.intersection(mask.bounds) }
    guard !area.isEmpty, !gradient.stops.isEmpty else { return }
    let ramp = ColorRamp(gradient.stops)
    let indices = GradientIndices(gradient, ramp: ramp)
    if indices.isTooFine(ramp: ramp) {
      unsafe draw([ramp.mean], over: area, mask: mask) { _, _ in .alike }
      return
    }
    let isAlike = indices.isConstantAlongRows
    var offsets = [Float](repeating: 0, count: area.width)
    var isFilled = false
    unsafe draw(ramp.entries, over: area, mask: mask) { target, y in
      if isFilled && indices.isConstantAlongColumns { return .varied }
      isFilled = true
      unsafe offsets.withUnsafeMutableBufferPointer { offsets in
        guard let offsets = offsets.baseAddress else { return }
        unsafe indices.fill(
          target, offsets: offsets, x: area.x, y: y, count: isAlike ? 1 : area.width)
      }
      return isAlike ? .alike : .varied
    }
  }
}
