extension Bitmap {
  /// Some rows as they stand in an RGB PNG before compression, all with the Paeth filter; alpha is
  /// dropped.
  ///
  /// One filter for all: choosing one a row costs far more time than it saves bytes (1 %).
  ///
  /// `count == rows.count * (1 + width * 3)`: for each row the byte 4, then its residuals.
  /// Source: PNG (Third Edition), section 9.
  public func paethFilteredRGB(rows: Range<Int>) -> [UInt8] {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= height, "rows of the picture")
    let stride = width * 4
    let count = rows.count * (1 + width * 3)
    let zeros = [UInt8](repeating: 0, count: stride)
    // The residuals of one row stay in the cache; eight bytes are read for the last pixel.
    var residuals = [UInt8](repeating: 0, count: stride + 4)
    // Eight bytes are stored for six that count, so the last store runs over the end.
    return unsafe [UInt8](unsafeUninitializedCapacity: count + 8) { output, written in
      unsafe pixels.withUnsafeBytes { pixels in
        unsafe zeros.withUnsafeBytes { zeros in
          unsafe residuals.withUnsafeMutableBytes { residuals in
            var out = UnsafeMutableRawPointer(output.baseAddress!)
            for y in rows {
              let current = unsafe pixels.baseAddress! + y * stride
              let above = unsafe y == 0 ? zeros.baseAddress! : current - stride
              unsafe filterRow(current, above, into: residuals.baseAddress!, byteCount: stride)
              unsafe out.storeBytes(of: 4, as: UInt8.self)
              unsafe packRGB(residuals.baseAddress!, into: out + 1, pixelCount: width)
              unsafe out += 1 + width * 3
            }
          }
        }
      }
      written = count
    }
  }

  /// The colors alone: `count == width * height * 3`, rows top to bottom.
  public func packedRGB() -> [UInt8] {
    let count = width * height * 3
    // `packRGB` reads whole pairs of pixels, and stores past the end.
    let input = pixels.count % 8 == 0 ? pixels : pixels + [0, 0, 0, 0]
    return unsafe [UInt8](unsafeUninitializedCapacity: count + 8) { output, written in
      unsafe input.withUnsafeBytes {
        unsafe packRGB($0.baseAddress!, into: output.baseAddress!, pixelCount: width * height)
      }
      written = count
    }
  }
}

private typealias Bytes = SIMD16<UInt8>

/// The residuals of one RGBA row. What lies left of the first pixel is 0.
private func filterRow(
  _ current: UnsafeRawPointer, _ above: UnsafeRawPointer,
  into residuals: UnsafeMutableRawPointer, byteCount: Int
) {
  // With nothing to the left, the pixel above is always the nearest.
  for i in 0..<4 {
    let residual =
      unsafe current.load(fromByteOffset: i, as: UInt8.self)
      &- above.load(fromByteOffset: i, as: UInt8.self)
    unsafe residuals.storeBytes(of: residual, toByteOffset: i, as: UInt8.self)
  }
  var i = 4
  while i + 16 <= byteCount {
    let left = unsafe current.loadUnaligned(fromByteOffset: i - 4, as: Bytes.self)
    let up = unsafe above.loadUnaligned(fromByteOffset: i, as: Bytes.self)
    let corner = unsafe above.loadUnaligned(fromByteOffset: i - 4, as: Bytes.self)
    let here = unsafe current.loadUnaligned(fromByteOffset: i, as: Bytes.self)
    unsafe residuals.storeBytes(
      of: here &- paeth(left, up, corner), toByteOffset: i, as: Bytes.self)
    i += 16
  }
  // At most three pixels.
  while i < byteCount {
    let left = unsafe Bytes(repeating: current.load(fromByteOffset: i - 4, as: UInt8.self))
    let up = unsafe Bytes(repeating: above.load(fromByteOffset: i, as: UInt8.self))
    let corner = unsafe Bytes(repeating: above.load(fromByteOffset: i - 4, as: UInt8.self))
    let here = unsafe current.load(fromByteOffset: i, as: UInt8.self)
    unsafe residuals.storeBytes(
      of: here &- paeth(left, up, corner)[0], toByteOffset: i, as: UInt8.self)
    i += 1
  }
}

/// The neighbor nearest to left + above - corner; ties prefer left, then above.
///
/// In 8 bits: with p = a + b - c, |p - a| = |b - c| and |p - b| = |a - c|; |p - c| is their difference
/// when b - c and a - c differ in sign, else their sum, which is never the least (255 stands for it).
@inline(__always)
private func paeth(_ a: Bytes, _ b: Bytes, _ c: Bytes) -> Bytes {
  let largerOfBAndC = larger(b, c)
  let largerOfAAndC = larger(a, c)
  let toA = largerOfBAndC &- smaller(b, c)
  let toB = largerOfAAndC &- smaller(a, c)
  let nearer = smaller(toA, toB)
  let haveOneSign = (largerOfBAndC .== b) .== (largerOfAAndC .== a)
  let toC = (larger(toA, toB) &- nearer).replacing(with: 255, where: haveOneSign)
  let nearest = smaller(nearer, toC)
  return c.replacing(with: b, where: toB .== nearest).replacing(with: a, where: toA .== nearest)
}

@inline(__always)
private func larger(_ a: Bytes, _ b: Bytes) -> Bytes { a.replacing(with: b, where: a .< b) }

@inline(__always)
private func smaller(_ a: Bytes, _ b: Bytes) -> Bytes { a.replacing(with: b, where: b .< a) }

/// Drops every fourth byte. Reads up to four bytes past the end, and stores up to two past it.
private func packRGB(
  _ source: UnsafeRawPointer, into target: UnsafeMutableRawPointer, pixelCount: Int
) {
  var i = 0
  while i < pixelCount {
    // Two pixels in eight bytes; the fourth and the eighth go.
    let pair = unsafe UInt64(
      littleEndian: source.loadUnaligned(fromByteOffset: i * 4, as: UInt64.self))
    let packed = pair & 0xff_ffff | (pair >> 8 & 0xffff_ff00_0000)
    unsafe target.storeBytes(of: packed.littleEndian, toByteOffset: i * 3, as: UInt64.self)
    i += 2
  }
}
