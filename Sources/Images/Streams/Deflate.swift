import CISAL

/// A zlib stream (RFC 1950) in the making, compressed by ISA-L many times faster than by zlib.
///
/// Which bytes come out depends on the processor's instructions; what they unpack to does not. On one
/// machine the same pieces always give the same bytes.
@safe final class Deflate {
  private let stream: UnsafeMutablePointer<isal_zstream>
  private let levelBuffer: UnsafeMutablePointer<UInt8>
  /// `ISAL_DEF_LVL1_DEFAULT` of `igzip_lib.h`: two hash tables' worth, and 64 Ki tokens.
  private static let levelBufferSize = 4 * 1024 + 2 * 8 * 1024 + 4 * 64 * 1024
  /// `ISAL_LOOK_AHEAD`: what level 1 holds back of a piece that others follow.
  private static let lookAhead = 288
  private var isFresh = true

  /// `isal_deflate_init`, at level 1: the higher ones gain nothing on filtered pictures.
  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe levelBuffer = .allocate(capacity: Self.levelBufferSize)
    unsafe isal_deflate_init(stream)
    unsafe stream.pointee.level = 1
    unsafe stream.pointee.level_buf = levelBuffer
    unsafe stream.pointee.level_buf_size = UInt32(Self.levelBufferSize)
    unsafe stream.pointee.gzip_flag = UInt16(IGZIP_ZLIB)
    unsafe stream.pointee.flush = UInt16(NO_FLUSH)
    // Looks back 1 KiB only: residuals repeat by chance, and the nearer, the fewer bits a match
    // takes. Files are 3 % smaller than with 32 KiB, and no slower.
    unsafe stream.pointee.hist_bits = 10
  }

  deinit {
    unsafe stream.deallocate()
    unsafe levelBuffer.deallocate()
  }

  /// Appends what is ready of the stream; all of it when this is the last piece.
  func compress(_ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { input in
      let count = isFresh ? unsafe begin(input, into: &output) : 0
      unsafe deflate(.init(rebasing: input[count...]), isLast: isLast, into: &output)
    }
  }

  /// Keeps a fault of ISA-L's level 1 away from the stream's first bytes.
  ///
  /// Having written the first byte, `isal_deflate_icf_body` enters the third into its hash table
  /// under a hash of this stream's address, because it takes a register for one that holds input
  /// (`.write_first_byte` in `igzip_icf_body_h1_gr_bt.asm`, 2.30). Where the operating system puts
  /// each process elsewhere, about one slide in a thousand then came out in other bytes. A first
  /// call that leaves room for one byte alone ends before that entry counts; the next computes its
  /// hashes anew. Input too short for this goes through level 0, which has no such fault.
  /// - Returns: how many bytes are done.
  private func begin(
    _ input: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> Int {
    isFresh = false
    let first = Self.lookAhead + 1
    guard input.count > first else {
      unsafe stream.pointee.level = 0
      unsafe isal_deflate_set_hufftables(stream, nil, CInt(IGZIP_HUFFTABLE_STATIC))
      return 0
    }
    unsafe deflate(.init(rebasing: input[..<first]), isLast: false, into: &output)
    return first
  }

  /// `isal_deflate`, as often as it fills the room for its output.
  private func deflate(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) {
    unsafe stream.pointee.end_of_stream = isLast ? 1 : 0
    // Not const in its type, but only read from.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(input.count)
    var isFull = true
    while isFull {
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
        unsafe stream.pointee.next_out = room.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room.count)
        let result = unsafe isal_deflate(stream)
        clear_upper_halves()
        precondition(result == COMP_OK, "deflating with valid settings does not fail")
        isFull = unsafe stream.pointee.avail_out == 0
        count = unsafe room.count - Int(stream.pointee.avail_out)
      }
      output += piece
    }
  }
}

/// `crc32_gzip_refl`: the CRC-32 of PNG and gzip.
func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  defer { clear_upper_halves() }
  return unsafe bytes.withUnsafeBufferPointer {
    unsafe crc32_gzip_refl(0, $0.baseAddress, UInt64($0.count))
  }
}
