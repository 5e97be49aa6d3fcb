import Diagnostics
import Files
import GRDB
import Posts

extension Diagnostic {
  static func libraryIsAFile(_ folder: String) -> Self {
    .error(
      "the library \"\(folder)\" is a file, not a folder",
      hints: ["name a folder with --library or FLINT_LIBRARY"])
  }

  static func libraryIsEmpty(_ path: String) -> Self {
    .error(
      "\"\(path)\" is an empty file, not a library's database",
      hints: [
        "if nothing was kept there, remove it: a new one is created",
        "else bring back a backup with: flint restore FILE",
      ])
  }

  static func notADatabase(_ path: String) -> Self {
    .error(
      "\"\(path)\" is not a database",
      hints: [
        "something else was written in its place; look at it with: file",
        "a backup is brought back with: flint restore FILE",
      ])
  }

  static func notALibrary(_ path: String) -> Self {
    .error(
      "\"\(path)\" is the database of another program",
      hints: ["choose another folder with --library or FLINT_LIBRARY"])
  }

  static func libraryIsNewer(_ path: String, _ version: Int, newest: Int) -> Self {
    .error(
      "\"\(path)\" was written by a newer Flint (schema \(version); this one knows \(newest))",
      hints: ["update Flint; nothing was changed"])
  }

  static func libraryIsOlder(_ path: String) -> Self {
    .error(
      "\"\(path)\" was written by an older Flint and cannot be brought up to date: it is read-only",
      hints: ["copy the library's folder to where you may write, and read it there"])
  }

  static func libraryIsReadOnly(_ path: String) -> Self {
    .error(
      "cannot write to \"\(path)\": the file or its folder is read-only",
      hints: ["see who may write there with: ls -ld", "what only reads works there all the same"])
  }

  static func libraryHasNoSpace(_ path: String) -> Self {
    .error(
      "cannot write to \"\(path)\": no space is left on the disk",
      hints: ["free some space and try again; what failed changed nothing"])
  }

  static func libraryIsDamaged(_ path: String) -> Self {
    .error(
      "\"\(path)\" is damaged",
      hints: [
        "bring back a backup with: flint restore FILE --replace",
        "the posts' slides are files of their own and not touched by this",
      ])
  }

  static func recordIsMissing(_ path: String) -> Self {
    .error(
      "\"\(path)\" is damaged: something is not there that other records name",
      hints: [
        "see what with: flint verify", "bring back a backup with: flint restore FILE --replace",
      ])
  }

  /// A file that follows its record and could not be put in its place.
  static func isRecordedAllTheSame(_ fault: Self) -> Self {
    var problem = fault
    problem.hints.append(
      "it is recorded as handed on all the same; the same command again writes the file")
    return problem
  }

  /// A fault after which files could not be put back; nil when all were.
  static func naming(_ error: any Error, notPutBack places: [String]) -> Self? {
    if places.isEmpty { return nil }
    var problem = error as? Self ?? .error("\(error)")
    problem.hints += places.map {
      "what was there is in \"\($0)\"; the next command that changes the library puts it back"
    }
    return problem
  }

  /// What a fault of the database means to the user; nil for what is none.
  static func naming(_ error: any Error, path: String) -> Self? {
    switch error {
    case let fault as DatabaseFault: .database(fault, path: path)
    case let error as DatabaseError: .database(DatabaseFault(error), path: path)
    // Its description shows the row, which may be of the vault.
    case is RowDecodingError: .libraryIsDamaged(path)
    case is LibraryDamage: .recordIsMissing(path)
    default: nil
    }
  }

  /// What SQLite reported, in the user's words; what the system said, in those of `Files`.
  static func database(_ fault: DatabaseFault, path: String) -> Self {
    let error = fault.error
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
      return .error(
        "another program has been writing to \"\(path)\" for two minutes",
        hints: ["nothing was changed; try again when it is done"])
    case .SQLITE_FULL: return .libraryHasNoSpace(path)
    case .SQLITE_CORRUPT:
      return fault.system.map { .libraryIsOutOfReach(path, $0) } ?? .libraryIsDamaged(path)
    case .SQLITE_NOTADB, .SQLITE_FORMAT: return .libraryIsDamaged(path)
    case .SQLITE_READONLY, .SQLITE_PERM: return .libraryIsReadOnly(path)
    case .SQLITE_CANTOPEN, .SQLITE_AUTH:
      switch fault.system {
      // A log without its index, where that cannot be created, is missing.
      case .notPermitted, .readOnly, .missing: return .libraryIsForbidden(path)
      case .noSpace: return .libraryHasNoSpace(path)
      case nil: return .libraryDidNotOpen(path)
      case let system?: return .libraryIsUnopened(path, system)
      }
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_NOMEM,
      .SQLITE_NOMEM:
      return .error("not enough memory to read \"\(path)\"")
    case .SQLITE_IOERR:
      switch fault.system {
      case .noSpace: return .libraryHasNoSpace(path)
      case nil where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
        return .libraryHasNoSpace(path)
      case nil: return .libraryFailed(path, code: error.extendedResultCode.rawValue)
      case let system?: return .libraryIsOutOfReach(path, system)
      }
    default:
      return .error(
        "\"\(path)\": unexpected fault \(error.extendedResultCode.rawValue) of the database: \(error.message ?? "no more is known")",
        hints: ["nothing was changed; see whether it is sound with: flint verify"])
    }
  }

  private static func libraryIsForbidden(_ path: String) -> Self {
    .error(
      "cannot open \"\(path)\": permission denied, or its folder is read-only and it was not closed",
      hints: ["copy the library's folder to where you may write, and read it there"])
  }

  private static func libraryIsUnopened(_ path: String, _ system: SystemFault) -> Self {
    .error("cannot open \"\(path)\": \(system.reason)", hints: system.hints)
  }

  /// It opens by the time one looks for the reason.
  private static func libraryDidNotOpen(_ path: String) -> Self {
    .error(
      "cannot open \"\(path)\": the system refused it for a moment", hints: ["try again"])
  }

  /// Nothing is known of what it holds, so nothing is said of damage.
  private static func libraryIsOutOfReach(_ path: String, _ system: SystemFault) -> Self {
    .error("cannot read or write \"\(path)\": \(system.reason)", hints: system.hints)
  }

  private static func libraryFailed(_ path: String, code: Int32) -> Self {
    .error(
      "cannot read or write \"\(path)\": SQLite reported an input or output error (\(code))",
      hints: ["see whether the disk is full or failing with: df -h, dmesg"])
  }
}
