public import Diagnostics
import Files

/// The files of an archive from anywhere; nothing is ever written to disk.
///
/// Opening reads and checks the list of entries; a file is unpacked when it is asked for, and its
/// checksum compared. Every size is counted while unpacking, whatever the headers say.
public struct ZIPReader {
  /// The archive's name for diagnostics.
  public let file: String
  private let records: [ZIPDirectory.Record]
  private let indexByPath: [String: Int]
  private let input: ZIPInput
  private let budget: ZIPBudget

  /// - Parameter file: the archive's name for diagnostics.
  /// - Throws: every entry that is refused, or what is wrong with the archive as a whole.
  public init(
    _ bytes: [UInt8], file: String, budget: ZIPBudget = .bundle
  ) throws(DiagnosticsError) {
    let place = SourceLocation(file: file)
    guard bytes.count <= budget.archiveBytes else {
      throw DiagnosticsError(
        .damaged(.tooLarge(bytes.count, limit: budget.archiveBytes), at: place))
    }
    let directory = try ZIPDirectory(bytes, file: file, budget: budget)
    do throws(ZIPDamage) {
      input = try ZIPInput(bytes, names: directory.records.map(\.name))
    } catch {
      throw DiagnosticsError(.damaged(error, at: place))
    }
    self.file = file
    self.budget = budget
    records = directory.records
    indexByPath = Dictionary(
      uniqueKeysWithValues: directory.records.enumerated().map { ($0.element.path, $0.offset) })
  }

  /// - Throws: also when the file cannot be read, or is larger than the budget allows.
  public init(path: String, budget: ZIPBudget = .bundle) throws(DiagnosticsError) {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: budget.archiveBytes)
    } catch {
      throw DiagnosticsError(error)
    }
    try self.init(bytes, file: path, budget: budget)
  }

  /// The files' paths in the archive's order; folders are left out.
  public var paths: [String] { records.filter { !$0.isFolder }.map(\.path) }

  /// One file; nil when there is none of this path.
  ///
  /// Each call unpacks again, and counts against the budget's total.
  public func entry(_ path: String) throws(Diagnostic) -> FileEntry? {
    guard let index = indexByPath[path], !records[index].isFolder else { return nil }
    return try unpacked(index)
  }

  /// All files, in the archive's order.
  ///
  /// - Throws: the first file that is damaged or too large: behind one that is, nothing is worth
  ///   the time.
  public func entries() throws(Diagnostic) -> [FileEntry] {
    var entries: [FileEntry] = []
    for index in records.indices where !records[index].isFolder {
      entries.append(try unpacked(index))
    }
    return entries
  }

  private func unpacked(_ index: Int) throws(Diagnostic) -> FileEntry {
    let record = records[index]
    do throws(ZIPEntryFault) {
      let bytes = try input.bytes(of: index, packedBytes: record.packedBytes, budget: budget)
      // libzip compares the checksum only.
      guard bytes.count == record.bytes else { throw .headersDiffer }
      return FileEntry(path: record.path, bytes: bytes)
    } catch {
      throw .refused(error, record.path, at: SourceLocation(file: file))
    }
  }
}
