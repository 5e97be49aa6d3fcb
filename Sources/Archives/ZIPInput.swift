import CZip

/// An archive that libzip unpacks from memory.
@safe final class ZIPInput {
  /// libzip keeps pointing into it.
  private let content: StableBytes
  private let archive: OpaquePointer
  /// Bytes unpacked so far, those of refused entries too.
  private var unpackedBytes = 0

  /// `zip_source_buffer_create`, `zip_open_from_source`, `zip_get_name`.
  ///
  /// - Parameter names: what our own reading of the directory found; libzip must find the same.
  init(_ bytes: [UInt8], names: [[UInt8]]) throws(ZIPDamage) {
    content = StableBytes(bytes)
    unsafe archive = try Self.open(content)
    guard unsafe zip_get_num_entries(archive, 0) == Int64(names.count) else { throw .directory }
    for (index, name) in names.enumerated() {
      let flags = zip_flags_t(ZIP_FL_ENC_RAW)
      guard let found = unsafe zip_get_name(archive, UInt64(index), flags),
        unsafe Array(String(cString: found).utf8) == name
      else { throw .directory }
    }
  }

  deinit {
    unsafe zip_discard(archive)
  }

  private static func open(
    _ content: StableBytes
  ) throws(ZIPDamage) -> OpaquePointer {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(
        content.buffer.baseAddress, UInt64(content.buffer.count), 0, &error)
    else { throw unsafe .library(String(cString: zip_error_strerror(&error))) }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw unsafe .library(String(cString: zip_error_strerror(&error)))
    }
    return unsafe archive
  }

  /// `zip_fopen_index`, `zip_fread`: an entry's bytes, its checksum compared.
  ///
  /// - Parameter packedBytes: from the directory, already known to lie in the archive.
  func bytes(
    of index: Int, packedBytes: Int, budget: ZIPBudget
  ) throws(ZIPEntryFault) -> [UInt8] {
    guard let file = unsafe zip_fopen_index(archive, UInt64(index), 0) else {
      throw unsafe .damaged(String(cString: zip_strerror(archive)))
    }
    defer { unsafe zip_fclose(file) }
    let ratioLimit = budget.limit(packedBytes: packedBytes)
    var bytes: [UInt8] = []
    let pieceSize = 1 << 18
    while true {
      var result: Int64 = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: pieceSize) { room, count in
        result = unsafe zip_fread(file, room.baseAddress!, UInt64(room.count))
        count = Int(max(0, result))
      }
      guard result >= 0 else {
        throw unsafe .damaged(String(cString: zip_file_strerror(file)))
      }
      if piece.isEmpty { return bytes }
      unpackedBytes += piece.count
      bytes += piece
      if bytes.count > budget.entryBytes { throw .tooLarge(limit: budget.entryBytes) }
      if bytes.count > ratioLimit { throw .bomb(ratio: budget.ratio) }
      if unpackedBytes > budget.totalBytes { throw .totalTooLarge(limit: budget.totalBytes) }
    }
  }
}
