import CPNG
import Pixels

/// Writes opaque RGB PNGs.
enum PNGWriter {
  static func bytes(
    _ bitmap: Bitmap, compression: PNGCompression
  ) throws(ImageFault) -> [UInt8] {
    switch compression {
    case .fast: fastBytes(bitmap)
    case .small: try smallBytes(bitmap)
    }
  }

  /// Chunks of our own around a stream by ISA-L.
  ///
  /// Source: PNG (Third Edition), sections 5 and 11.
  private static func fastBytes(_ bitmap: Bitmap) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    // Half a byte a pixel is what a slide with a photo takes.
    file.reserveCapacity(1024 + bitmap.width * bitmap.height / 2)
    appendChunk("IHDR", to: &file) { file in
      file += PNGChunks.bigEndian(bitmap.width) + PNGChunks.bigEndian(bitmap.height)
      // 8 bits a channel, RGB, deflate, the standard filters, not interlaced.
      file += [8, 2, 0, 0, 0]
    }
    // Perceptual intent.
    appendChunk("sRGB", to: &file) { $0.append(0) }
    appendChunk("IDAT", to: &file) { file in
      let deflate = Deflate()
      // A band stays in the cache, and below the size for which memory is mapped afresh each time.
      let bandHeight = max(1, 96 * 1024 / (bitmap.width * 3))
      for top in stride(from: 0, to: bitmap.height, by: bandHeight) {
        let bottom = min(top + bandHeight, bitmap.height)
        deflate.compress(
          bitmap.paethFilteredRGB(rows: top..<bottom), isLast: bottom == bitmap.height,
          into: &file)
      }
    }
    appendChunk("IEND", to: &file) { _ in }
    return file
  }

  private static func appendChunk(
    _ type: String, to file: inout [UInt8], data: (inout [UInt8]) -> Void
  ) {
    let start = file.count
    file += [0, 0, 0, 0]
    file += type.utf8
    data(&file)
    file.replaceSubrange(start..<start + 4, with: PNGChunks.bigEndian(file.count - start - 8))
    file += PNGChunks.bigEndian(Int(crc32(file[(start + 4)...])))
  }

  /// `png_image_write_to_memory`: libpng's own choice of filters, and zlib's default level.
  private static func smallBytes(_ bitmap: Bitmap) throws(ImageFault) -> [UInt8] {
    var image = unsafe png_image()
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    unsafe image.width = png_uint_32(bitmap.width)
    unsafe image.height = png_uint_32(bitmap.height)
    unsafe image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    defer { unsafe png_image_free(&image) }
    let colors = bitmap.packedRGB()
    var result: CInt = 0
    // Incompressible rows grow by a filter byte each, and zlib's blocks by far less than a tenth.
    let room = colors.count + colors.count / 10 + bitmap.height + 4096
    let file = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var size = png_alloc_size_t(buffer.count)
      result = unsafe png_image_write_to_memory(
        &image, buffer.baseAddress, &size, 0, colors, png_int_32(bitmap.width * 3), nil)
      count = result == 0 ? 0 : Int(size)
    }
    guard result != 0 else { throw .unwritable(.png, "its encoder failed") }
    return file
  }
}
