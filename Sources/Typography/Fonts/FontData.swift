/// The bytes of a font file: one immutable allocation that FreeType and HarfBuzz share.
@safe final class FontData: @unchecked Sendable {
  // Sendable because nothing writes to the allocation after `init`.
  let bytes: UnsafeRawBufferPointer

  init(_ contents: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: contents.count, alignment: 16)
    unsafe copy.copyBytes(from: contents)
    unsafe bytes = UnsafeRawBufferPointer(copy)
  }

  deinit { unsafe bytes.deallocate() }
}
