public import Diagnostics

/// New folders in the place of old ones: whatever stops or fails, one whole folder has the name.
///
/// The rule: a name that a clean-up removes never holds the only copy, on the disk neither.
extension FileSystem {
  /// Puts a finished temporary folder in the place of another, which gets the name `old`.
  ///
  /// The new one gets that name first; then both are swapped in one step where the file system can.
  /// Elsewhere there is a moment in which `path` is not there and `old` is.
  /// - Throws: a diagnostic that says where the folder is that was at `path`.
  public static func exchange(
    _ temporary: String, with path: String, keepingOldAs old: String,
    at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    let folder = FilePath.folder(of: path)
    do throws(SystemFault) {
      try SystemCalls.renameToFreeName(temporary, old)
    } catch {
      throw .notReplaced(path, error, isIn: path, at: location)
    }
    do throws(SystemFault) {
      try SystemCalls.flush(folder)
      try SystemCalls.exchange(old, path)
    } catch {
      let fault = error
      do throws(SystemFault) {
        // Still the new one.
        try SystemCalls.rename(old, to: temporary)
      } catch {
        throw .notReplaced(path, fault, isIn: path, newIsIn: old, at: location)
      }
      guard fault == .unsupported else {
        throw .notReplaced(path, fault, isIn: path, at: location)
      }
      try moveAside(path, to: old, for: temporary, at: location)
    }
    do throws(SystemFault) {
      try SystemCalls.flush(folder)
    } catch {
      throw giveBack(path, from: old, to: temporary, error, location)
    }
  }

  /// The old folder from `old` to `path` again, and the new one to its temporary name.
  private static func giveBack(
    _ path: String, from old: String, to temporary: String, _ fault: SystemFault,
    _ location: SourceLocation?
  ) -> Diagnostic {
    var (kept, new): (String, String?) = (old, path)
    do throws(SystemFault) {
      do throws(SystemFault) {
        try SystemCalls.exchange(old, path)
        (kept, new) = (path, old)
        try SystemCalls.rename(old, to: temporary)
      } catch .unsupported {
        try SystemCalls.rename(path, to: temporary)
        try SystemCalls.rename(old, to: path)
        kept = path
      }
      new = nil
    } catch {
      // As far as it went: what is told below.
    }
    return .notReplaced(path, fault, isIn: kept, newIsIn: new, at: location)
  }

  /// As `exchange`, in two steps.
  private static func moveAside(
    _ path: String, to old: String, for temporary: String, at location: SourceLocation?
  ) throws(Diagnostic) {
    do throws(SystemFault) {
      try SystemCalls.renameToFreeName(path, old)
    } catch {
      throw .notReplaced(path, error, isIn: path, at: location)
    }
    do throws(SystemFault) {
      try SystemCalls.flush(FilePath.folder(of: path))
      try SystemCalls.rename(temporary, to: path)
    } catch {
      let isBack = (try? SystemCalls.rename(old, to: path)) != nil
      throw .notReplaced(path, error, isIn: isBack ? path : old, at: location)
    }
  }

  /// Puts a finished temporary folder at `path` and removes what was there.
  static func swapIn(
    _ temporary: String, at path: String, _ location: SourceLocation?
  ) throws(Diagnostic) {
    let folder = FilePath.folder(of: path)
    do throws(SystemFault) {
      do throws(SystemFault) {
        if fileExists(path) { throw .exists }
        try SystemCalls.exchange(temporary, path)
      } catch .missing {
        try SystemCalls.rename(temporary, to: path)
        do throws(SystemFault) {
          try SystemCalls.flush(folder)
        } catch {
          try? SystemCalls.rename(path, to: temporary)
          throw error
        }
        return
      }
    } catch .unsupported {
      return try swapInTwoSteps(temporary, at: path, location)
    } catch {
      removeQuietly(temporary)
      throw .unwritable(path, error, at: location)
    }
    do throws(SystemFault) {
      try SystemCalls.flush(folder)
    } catch {
      // Back; if not even that works, both stay, for nobody knows which one the disk has.
      if (try? SystemCalls.exchange(temporary, path)) != nil { removeQuietly(temporary) }
      throw .unwritable(path, error, at: location)
    }
    // Only now: a disk that has not heard of the new folder still has the old one. The name itself
    // is not used again, so nobody else writes there.
    removeQuietly(temporary)
  }

  /// Where the file system has no exchange of two names.
  ///
  /// The old folder waits under its own name in a folder from which the next run takes it back, if
  /// this one is stopped between the steps.
  private static func swapInTwoSteps(
    _ temporary: String, at path: String, _ location: SourceLocation?
  ) throws(Diagnostic) {
    let folder = FilePath.folder(of: path)
    var kept = path
    do throws(SystemFault) {
      let waiting = try TemporaryName.first(in: folder, suffix: TemporaryName.oldSuffix) {
        name throws(SystemFault) in
        try SystemCalls.makeFolder(name)
      }
      kept = FilePath.join(waiting, FilePath.name(of: path))
      do throws(SystemFault) {
        try SystemCalls.rename(path, to: kept)
      } catch .missing {
        // Some systems refuse an exchange before they see that there is nothing to exchange with.
      }
      try SystemCalls.flush(waiting)
      try SystemCalls.flush(folder)
      try SystemCalls.rename(temporary, to: path)
      try SystemCalls.flush(folder)
    } catch {
      // The new one may be there already; then it goes where it came from.
      if kept != path, folderExists(kept) {
        try? SystemCalls.rename(path, to: temporary)
        try? SystemCalls.rename(kept, to: path)
      }
      let isBack = kept == path || !folderExists(kept)
      if kept != path { try? SystemCalls.removeEmptyFolder(FilePath.folder(of: kept)) }
      removeQuietly(temporary)
      throw isBack
        ? .unwritable(path, error, at: location)
        : .notReplaced(path, error, isIn: kept, at: location)
    }
    removeQuietly(FilePath.folder(of: kept))
  }

  // MARK: - What stopped runs left

  /// What runs that crashed or were stopped left in a folder; never what a run is writing.
  ///
  /// - Returns: paths, sorted; only what belongs to this user. Empty when there is no such folder.
  public static func leftovers(in folder: String) -> [String] {
    abandoned(in: folder).map { FilePath.join(folder, $0) }
  }

  /// Their names.
  static func abandoned(in folder: String) -> [String] {
    // Tidying must not stop the work: what cannot be listed or looked at stays.
    let names = (try? SystemCalls.names(in: folder, from: TemporaryName.prefix)) ?? []
    return names.filter(TemporaryName.isAbandoned).sorted()
      .filter { (try? SystemCalls.isOwn(FilePath.join(folder, $0))) == true }
  }

  /// Removes those leftovers, or puts back a folder that a stopped run had not replaced yet.
  ///
  /// An `UnfinishedChange` stays: whether it stands is written elsewhere.
  /// - Returns: how many unfinished files and folders were removed.
  @discardableResult
  public static func removeLeftovers(in folder: String) -> Int {
    let found = abandoned(in: folder)
      .filter { UnfinishedChange(name: $0, in: folder) == nil }
      .map { FilePath.join(folder, $0) }
    let unfinished = found.filter { !$0.hasSuffix(TemporaryName.oldSuffix) }
    for path in unfinished { removeQuietly(path) }
    for path in found where path.hasSuffix(TemporaryName.oldSuffix) { putBack(path) }
    return unfinished.count
  }

  private static func putBack(_ waiting: String) {
    let folder = FilePath.folder(of: waiting)
    for name in (try? SystemCalls.names(in: waiting)) ?? [] {
      let kept = FilePath.join(waiting, name)
      do throws(SystemFault) {
        // Takes the place of nothing, or of an empty folder.
        try SystemCalls.rename(kept, to: FilePath.join(folder, name))
      } catch .exists, .notEmpty {
        // The new one is there, whole.
        removeQuietly(kept)
      } catch {
        // It waits for the next run.
      }
    }
    // Not while something waits there.
    try? SystemCalls.removeEmptyFolder(waiting)
  }

  // MARK: - Names on the disk

  /// Waits until the name of a file or folder is on the disk: flushes the folder that it lies in.
  ///
  /// Links are followed: it is the real folder's name that counts.
  public static func flushName(
    of path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    do throws(SystemFault) {
      try flushName(of: try SystemCalls.realPath(of: path))
    } catch {
      throw .unwritable(path, error, at: location)
    }
  }

  static func flushName(of path: String) throws(SystemFault) {
    do {
      try SystemCalls.flush(FilePath.folder(of: path))
    } catch .notPermitted {
      // A folder that takes new names but may not be read cannot be flushed either.
    }
  }
}
