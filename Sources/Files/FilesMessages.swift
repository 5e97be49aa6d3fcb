public import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Diagnostic {
  static func missing(_ path: String, nearest: String?, at location: SourceLocation?) -> Self {
    let meant = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
    return .error("there is no file \"\(path)\"\(meant)", at: location)
  }

  static func missingFolder(
    _ path: String, nearest: String?, at location: SourceLocation?
  ) -> Self {
    let meant = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
    return .error("there is no folder \"\(path)\"\(meant)", at: location)
  }

  static func tooLarge(_ path: String, limit: Int, at location: SourceLocation?) -> Self {
    .error("\"\(path)\" is larger than the limit of \(inBytes(limit))", at: location)
  }

  static func outside(_ path: String, root: String, at location: SourceLocation?) -> Self {
    .error(
      "\"\(path)\" lies outside the folder \"\(root)\"", at: location,
      hints: ["copy the file into that folder; links that leave it are not followed"])
  }

  static func notAName(_ name: String, at location: SourceLocation?) -> Self {
    .error("\"\(name)\" cannot be the name of a file", at: location)
  }

  static func repeatedName(
    _ name: String, in folder: String, at location: SourceLocation?
  ) -> Self {
    .error("two files of \"\(folder)\" would be named \"\(name)\"", at: location)
  }

  static func unreadable(
    _ path: String, _ fault: SystemFault, at location: SourceLocation?
  ) -> Self {
    if fault == .unsupported {
      return .error("cannot read \"\(path)\": it is not a regular file", at: location)
    }
    var problem = Diagnostic.error(
      "cannot read \"\(path)\": \(fault.reason)", at: location,
      hints: fault == .notPermitted ? ["see who may read it with: ls -l"] : fault.hints)
    problem.isOfTheSystem = true
    return problem
  }

  static func unwritable(
    _ path: String, _ fault: SystemFault, at location: SourceLocation?
  ) -> Self {
    switch fault {
    case .missing:
      .error(
        "cannot write \"\(path)\": its folder does not exist", at: location,
        hints: ["create the folder first"])
    case .notPermitted, .readOnly:
      .error(
        "cannot write \"\(path)\": \(fault.reason)", at: location,
        hints: ["choose another folder, or see who may write there with: ls -ld"])
    default:
      .error("cannot write \"\(path)\": \(fault.reason)", at: location, hints: fault.hints)
    }
  }

  /// - Parameters:
  ///   - kept: where the folder is that was at `path`.
  ///   - new: where the one that was to replace it stays.
  static func notReplaced(
    _ path: String, _ fault: SystemFault, isIn kept: String, newIsIn new: String? = nil,
    at location: SourceLocation?
  ) -> Self {
    var problem = unwritable(path, fault, at: location)
    problem.hints.append("what was there is in \"\(kept)\"")
    if let new { problem.hints.append("what was to replace it is in \"\(new)\"") }
    return problem
  }

  private static func inBytes(_ count: Int) -> String {
    let million = 1_000_000
    if count >= million, count % million == 0 { return "\(count / million) MB" }
    return "\(count) bytes"
  }
}

/// The one table of what the system says: whoever meets an `errno` takes its words from here.
extension SystemFault {
  /// Follows a colon.
  package var reason: String {
    switch self {
    case .missing: "it does not exist"
    case .notAFolder: "a part of the path is a file, not a folder"
    case .isAFolder: "it is a folder"
    case .notPermitted: "permission denied"
    case .readOnly: "the file system is read-only"
    case .noSpace: "no space is left on the disk"
    case .overQuota: "your share of the disk is used up"
    case .exists: "a file of that name exists"
    case .notEmpty: "the folder is not empty"
    case .nameTooLong: "the name is too long"
    case .tooManyLinks: "its symbolic links lead in a circle"
    case .tooManyOpenFiles: "too many files are open"
    case .systemTooManyOpenFiles: "too many files are open by all programs together"
    case .tooLarge: "the file would be too large"
    case .acrossFileSystems: "it lies on another file system"
    case .unsupported: "the file system does not support it"
    case .damagedDisk: "the disk reported an error"
    case .lostDisk: "the disk or its server is gone"
    case .busy: "another program uses it"
    case .noLocks: "the file system cannot lock files"
    case .outOfMemory: "the system has no memory left"
    case .zeroByte: "the path holds a zero byte"
    // The C library's words, for what no file of ours should ever meet.
    case .other(let code):
      "system error \(code), \(unsafe String(cString: strerror(code)).lowercased())"
    }
  }

  /// What to do about it; empty where the reason says that.
  package var hints: [String] {
    switch self {
    case .noSpace: ["free some space, or choose another disk"]
    case .overQuota: ["see your share with: quota"]
    case .tooManyOpenFiles: ["raise the limit with: ulimit -n 4096"]
    case .systemTooManyOpenFiles: ["close other programs and try again"]
    case .tooLarge: ["see the limit with: ulimit -f"]
    case .damagedDisk: ["see whether the disk is failing with: dmesg"]
    case .lostDisk: ["see whether it is still mounted with: df"]
    case .busy: ["try again when it is done"]
    case .noLocks: ["choose a folder on a disk of this machine"]
    case .outOfMemory: ["close other programs and try again"]
    default: []
    }
  }
}

extension Diagnostic {
  /// A picture whose name is written in another way than its file's.
  public static func likelyFile(
    _ reference: String, found path: String, at location: SourceLocation?
  ) -> Diagnostic {
    .warning(
      "there is no file \"\(reference)\"; \"\(FilePath.name(of: path))\" is taken for it",
      at: location, hints: ["write the file's own name, or rename the file"])
  }
}
