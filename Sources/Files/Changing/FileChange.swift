public import Diagnostics

/// A new file in the place of another, or of none.
public struct FileChange: PendingChange, Sendable {
  /// Where the file comes.
  public let path: String
  /// The finished file, until it is made.
  let temporary: String
  private var state = State.staged
  private let location: SourceLocation?

  private enum State {
    case staged
    /// What was there lies under a temporary name; nil when there was none.
    case made(old: String?)
    case over
  }

  /// Writes the file beside its place, readable by its owner alone, and waits until it is on the
  /// disk.
  public init(
    stagingPrivately bytes: [UInt8], at path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    self.init(
      finished: try FileSystem.stagePrivately(bytes, at: path, location), for: path, at: location)
  }

  init(finished temporary: String, for path: String, at location: SourceLocation?) {
    self.path = path
    self.temporary = temporary
    self.location = location
  }

  /// Waits until the staged bytes are on the disk.
  mutating func flush() throws(Diagnostic) {
    do {
      try SystemCalls.flush(temporary)
    } catch {
      _ = undo()
      throw .unwritable(path, error, at: location)
    }
  }

  public mutating func make() throws(Diagnostic) {
    do throws(SystemFault) {
      do throws(SystemFault) {
        try SystemCalls.renameToFreeName(temporary, path)
        state = .made(old: nil)
      } catch .exists {
        if FileSystem.folderExists(path) { throw .isAFolder }
        state = .made(old: try exchange())
      }
      try SystemCalls.flush(FilePath.folder(of: path))
    } catch {
      let waiting = undo()
      throw waiting.map { .notReplaced(path, error, isIn: $0, at: location) }
        ?? .unwritable(path, error, at: location)
    }
  }

  /// - Returns: where that is which was at `path`.
  private func exchange() throws(SystemFault) -> String {
    do throws(SystemFault) {
      try SystemCalls.exchange(temporary, path)
      return temporary
    } catch .unsupported {
      let spare = try TemporaryName.first(in: FilePath.folder(of: path)) {
        name throws(SystemFault) in
        try SystemCalls.renameToFreeName(path, name)
      }
      do throws(SystemFault) {
        try SystemCalls.rename(temporary, to: path)
      } catch {
        try? SystemCalls.rename(spare, to: path)
        throw error
      }
      return spare
    }
  }

  public mutating func undo() -> String? {
    switch state {
    case .over: return nil
    case .staged: FileSystem.removeQuietly(temporary)
    case .made(let old?):
      do { try SystemCalls.rename(old, to: path) } catch { return old }
    case .made(nil):
      do { try SystemCalls.removeFile(path) } catch { return path }
    }
    state = .over
    return nil
  }

  public mutating func finish() {
    if case .made(let old?) = state { FileSystem.removeQuietly(old) }
    state = .over
  }
}
