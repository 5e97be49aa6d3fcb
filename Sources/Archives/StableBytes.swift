/// Bytes that stay where they are for as long as this object lives, for C to point into.
@safe final class StableBytes {
  let buffer: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    unsafe buffer = .allocate(capacity: bytes.count)
    _ = unsafe buffer.initialize(fromContentsOf: bytes)
  }

  deinit { unsafe buffer.deallocate() }
}
