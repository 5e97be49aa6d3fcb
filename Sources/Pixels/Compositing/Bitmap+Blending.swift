extension Bitmap {
  /// Draws a layer with a blend mode (Compositing and Blending 1 §5.8.1), where `mask` covers.
  ///
  /// - Parameters:
  ///   - clip: nothing outside it changes.
  ///   - mask: nil covers everything.
  public mutating func draw(
    _ layer: Layer, blendMode: BlendMode, within clip: PixelRect, mask: Mask? = nil
  ) {
    if blendMode == .normal {
      draw(layer.picture, x: layer.bounds.x, y: layer.bounds.y, within: clip, mask: mask)
      return
    }
    var area = layer.bounds.intersection(clip).intersection(bounds)
    if let mask { area = area.intersection(mask.bounds) }
    guard !area.isEmpty else { return }
    let width = width
    unsafe pixels.withUnsafeMutableBytes { buffer in
      unsafe layer.picture.pixels.withUnsafeBytes { source in
        guard let base = buffer.baseAddress, let source = source.baseAddress else { return }
        for y in area.y..<area.maxY {
          let row = unsafe base + (y * width + area.x) * 4
          let upper =
            unsafe source
            + ((y - layer.bounds.y) * layer.bounds.width + area.x - layer.bounds.x) * 4
          for x in 0..<area.width {
            let ink = unsafe upper.loadUnaligned(fromByteOffset: x &* 4, as: SIMD4<UInt8>.self)
            if ink.w == 0 { continue }
            var color = SIMD4<Float>(truncatingIfNeeded32: ink) * (1 / 255)
            if let mask {
              color *= Float(mask.coverage(x: area.x + x, y: y)) * (1 / 255)
              if color.w == 0 { continue }
            }
            let under =
              unsafe SIMD4<Float>(
                truncatingIfNeeded32: row.loadUnaligned(
                  fromByteOffset: x &* 4, as: SIMD4<UInt8>.self)) * (1 / 255)
            let mixed = blended(color, over: under, blendMode)
            unsafe row.storeBytes(
              of: (mixed * 255).roundedBytes, toByteOffset: x &* 4, as: SIMD4<UInt8>.self)
          }
        }
      }
    }
  }
}

/// Both premultiplied, 0…1; so is the result.
@inline(__always)
private func blended(
  _ source: SIMD4<Float>, over backdrop: SIMD4<Float>, _ mode: BlendMode
) -> SIMD4<Float> {
  if mode == .plusLighter { return source + backdrop }
  let (sourceAlpha, backdropAlpha) = (source.w, backdrop.w)
  if backdropAlpha == 0 { return source }
  let mix = BlendFunctions.mixed(
    backdrop * (1 / backdropAlpha), source * (1 / sourceAlpha), mode)
  var result =
    source * (1 - backdropAlpha) + backdrop * (1 - sourceAlpha)
    + mix * (sourceAlpha * backdropAlpha)
  result.w = sourceAlpha + backdropAlpha - sourceAlpha * backdropAlpha
  return result
}
