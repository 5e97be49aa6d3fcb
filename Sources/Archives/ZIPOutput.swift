import CZip

/// An archive that libzip packs into memory.
@safe final class ZIPOutput {
  /// libzip reads the entries when the archive is closed.
  private var contents: [StableBytes] = []
  private let source: OpaquePointer
  /// nil once it is closed.
  private var archive: OpaquePointer?

  /// `zip_source_buffer_create`, `zip_open_from_source`.
  init() throws(ZIPDamage) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let source = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
      throw unsafe .library(String(cString: zip_error_strerror(&error)))
    }
    // Closing the archive releases it, and the bytes are wanted afterwards.
    unsafe zip_source_keep(source)
    unsafe self.source = source
    unsafe archive = zip_open_from_source(source, ZIP_TRUNCATE, &error)
    if unsafe archive == nil {
      // The reference that the archive would have taken; ours goes in `deinit`.
      unsafe zip_source_free(source)
      throw unsafe .library(String(cString: zip_error_strerror(&error)))
    }
  }

  deinit {
    if let archive = unsafe archive { unsafe zip_discard(archive) }
    unsafe zip_source_free(source)
  }

  /// `zip_file_add`, `zip_set_file_compression`, `zip_file_set_dostime`,
  /// `zip_file_set_external_attributes`.
  func add(_ entry: FileEntry, isDeflated: Bool) throws(ZIPDamage) {
    guard let archive = unsafe archive else { preconditionFailure("the archive is closed") }
    let content = StableBytes(entry.bytes)
    contents.append(content)
    guard
      let bytes = unsafe zip_source_buffer(
        archive, content.buffer.baseAddress, UInt64(content.buffer.count), 0)
    else { throw unsafe .library(String(cString: zip_strerror(archive))) }
    let added = unsafe zip_file_add(archive, entry.path, bytes, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard let index = UInt64(exactly: added) else {
      unsafe zip_source_free(bytes)
      throw unsafe .library(String(cString: zip_strerror(archive)))
    }
    let method = isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    // 1 January 1980: the year counts from 1980 in bits 9…15, the month in 5…8, the day in 0…4.
    let firstDay: UInt16 = 1 << 5 | 1
    let attributes: UInt32 = 0o100644 << 16
    guard unsafe zip_set_file_compression(archive, index, method, isDeflated ? 9 : 0) == 0,
      unsafe zip_file_set_dostime(archive, index, 0, firstDay, 0) == 0,
      unsafe zip_file_set_external_attributes(
        archive, index, 0, UInt8(ZIP_OPSYS_UNIX), attributes) == 0
    else { throw unsafe .library(String(cString: zip_strerror(archive))) }
  }

  /// `zip_close`, `zip_source_read`: the archive's bytes; nothing can be added any more.
  func finish() throws(ZIPDamage) -> [UInt8] {
    guard let archive = unsafe archive else { preconditionFailure("the archive is closed") }
    guard unsafe zip_close(archive) == 0 else {
      throw unsafe .library(String(cString: zip_strerror(archive)))
    }
    unsafe self.archive = nil
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_source_open(source) == 0 else { throw unsafe fault(of: source) }
    defer { unsafe zip_source_close(source) }
    guard unsafe zip_source_stat(source, &status) == 0,
      unsafe status.valid & UInt64(ZIP_STAT_SIZE) != 0, let size = unsafe Int(exactly: status.size)
    else { throw unsafe fault(of: source) }
    var isWhole = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { room, count in
      while count < size {
        let rest = unsafe room.baseAddress! + count
        let result = unsafe zip_source_read(source, rest, UInt64(size - count))
        if result <= 0 { break }
        count += Int(result)
      }
      isWhole = count == size
    }
    guard isWhole else { throw unsafe fault(of: source) }
    return bytes
  }

  private func fault(of source: OpaquePointer) -> ZIPDamage {
    unsafe .library(String(cString: zip_error_strerror(zip_source_error(source))))
  }
}
