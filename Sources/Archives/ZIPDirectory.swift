import Diagnostics

/// What an archive says it holds, checked before anything is unpacked.
///
/// libzip unpacks; but it does not tell where entries lie, and it forgives what no honest writer
/// makes. So the directory is read here first, strictly: entries that overlap, that the two copies
/// of a header describe differently, or that lie outside the file are refused.
/// Source: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3 and 4.4.
struct ZIPDirectory {
  struct Record: Equatable {
    /// Ends with a slash when it is a folder.
    var path: String
    /// As in the archive, to be compared with what libzip finds.
    var name: [UInt8]
    var packedBytes: Int
    /// What the header promises; not to be trusted.
    var bytes: Int
    /// From the local header to the end of the packed bytes.
    var range: Range<Int>

    var isFolder: Bool { path.utf8.last == UInt8(ascii: "/") }
  }

  /// Folders too, in the directory's order, which is libzip's.
  let records: [Record]

  /// More problems than this say nothing new.
  private static let maximumProblems = 20

  init(_ bytes: [UInt8], file: String, budget: ZIPBudget) throws(DiagnosticsError) {
    let place = SourceLocation(file: file)
    let end: ZIPEnd
    do throws(ZIPDamage) {
      end = try ZIPEnd(bytes)
      guard end.count <= budget.entries else {
        throw .tooManyEntries(end.count, limit: budget.entries)
      }
    } catch {
      throw DiagnosticsError(.damaged(error, at: place))
    }
    var log = DiagnosticLog()
    var records: [Record] = []
    var position = end.directory.lowerBound
    for number in 1...max(1, end.count) where end.count > 0 {
      guard let header = ZIPCentralHeader(bytes, at: position, within: end.directory) else {
        throw DiagnosticsError(.damaged(.directory, at: place))
      }
      position = header.range.upperBound
      do throws(ZIPEntryFault) {
        records.append(try Self.record(header, bytes, end: end))
      } catch {
        log.add(.refused(error, Self.shown(header.name, number: number), at: place))
        if log.diagnostics.count >= Self.maximumProblems { break }
      }
    }
    try log.throwIfErrors()
    guard position == end.directory.upperBound else {
      throw DiagnosticsError(.damaged(.directory, at: place))
    }
    if let clash = EntryPath.firstClash(records.map(\.path)) {
      throw DiagnosticsError(.clash(clash.first, clash.second, at: place))
    }
    let ordered = records.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for (first, second) in zip(ordered, ordered.dropFirst())
    where first.range.upperBound > second.range.lowerBound {
      throw DiagnosticsError(.overlap(first.path, second.path, at: place))
    }
    self.records = records
  }

  private static func record(
    _ header: ZIPCentralHeader, _ bytes: [UInt8], end: ZIPEnd
  ) throws(ZIPEntryFault) -> Record {
    let path: String
    do {
      path = try EntryPath.checked(header.name)
    } catch {
      throw .path(error)
    }
    if header.isEncrypted { throw .encrypted }
    try checkKind(header, isFolder: path.utf8.last == UInt8(ascii: "/"))
    guard header.method == 0 || header.method == 8 else { throw .method(header.method) }
    guard let local = ZIPLocalHeader(bytes, at: header.offset), local.name == header.name,
      local.method == header.method, !local.isEncrypted
    else { throw .headersDiffer }
    let start = local.range.upperBound
    guard header.packedBytes <= end.directory.lowerBound - start else { throw .outside }
    if header.method == 0, header.packedBytes != header.bytes { throw .headersDiffer }
    if path.utf8.last == UInt8(ascii: "/"), header.bytes != 0 { throw .folderWithBytes }
    return Record(
      path: path, name: header.name, packedBytes: header.packedBytes, bytes: header.bytes,
      range: header.offset..<(start + header.packedBytes))
  }

  /// Only plain files and folders: a link's "content" is where it leads.
  private static func checkKind(
    _ header: ZIPCentralHeader, isFolder: Bool
  ) throws(ZIPEntryFault) {
    // Unix's file type (stat.h), whatever system the archive claims to come from.
    switch header.attributes >> 28 {
    case 0o00, 0o10: break
    case 0o04: if !isFolder { throw .special }
    case 0o12: throw .link
    default: throw .special
    }
    // Windows' attributes: volume label, folder, reparse point.
    let isUnix = header.system == 3 || header.system == 19
    if !isUnix {
      if header.attributes & 0x400 != 0 { throw .link }
      if header.attributes & 0x08 != 0 { throw .special }
    }
    if header.attributes & 0x10 != 0, !isFolder { throw .special }
  }

  /// A name that may hold anything, made fit for a message.
  static func shown(_ name: [UInt8], number: Int) -> String {
    if name.isEmpty { return "number \(number)" }
    var text = ""
    for scalar in String(decoding: name.prefix(200), as: UTF8.self).unicodeScalars {
      text +=
        EntryPath.isInvisible(scalar)
        ? "\\u{\(String(scalar.value, radix: 16))}" : String(Character(scalar))
    }
    return text.count > 100 ? text.prefix(100) + "…" : text
  }
}

/// Why an entry is refused.
enum ZIPEntryFault: Error, Equatable {
  case path(EntryPath.Fault)
  case link
  /// A device, a pipe, a socket, a folder's attributes on a file.
  case special
  case encrypted
  /// Not stored and not deflated.
  case method(Int)
  /// The directory and the header before the bytes disagree.
  case headersDiffer
  /// Its bytes reach beyond the place for them.
  case outside
  case folderWithBytes
  /// It became larger than the budget allows, or than its ratio does.
  case tooLarge(limit: Int)
  case bomb(ratio: Int)
  case totalTooLarge(limit: Int)
  /// libzip's words.
  case damaged(String)
}

/// Why a file as a whole is refused.
enum ZIPDamage: Error, Equatable {
  case notAZIP
  case severalDisks
  /// The list of entries cannot be read.
  case directory
  case tooManyEntries(Int, limit: Int)
  case tooLarge(Int, limit: Int)
  case library(String)
}
