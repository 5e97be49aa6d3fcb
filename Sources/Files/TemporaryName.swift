import Synchronization

/// Names for what is not finished yet: `.flint-tmp-PROCESS-NUMBER`.
///
/// They start with a dot and say which process made them, so that what a crash left behind can be
/// told from what another run is writing at this moment.
enum TemporaryName {
  static let prefix = ".flint-tmp-"

  /// Never given twice, so that no writer takes another's name for its own.
  private static let lastNumber = Atomic<Int>(-1)

  /// Tries names in `folder` until `create` meets one that does not exist.
  static func first(
    in folder: String, create: (String) throws(SystemFault) -> Void
  ) throws(SystemFault) -> String {
    while true {
      let number = lastNumber.add(1, ordering: .relaxed).newValue
      let path = FilePath.join(folder, "\(prefix)\(SystemCalls.processID)-\(number)")
      do {
        try create(path)
        return path
      } catch .exists {
        continue
      }
    }
  }

  /// Whether `name` is a temporary one whose maker runs no more.
  static func isAbandoned(_ name: String) -> Bool {
    guard name.hasPrefix(prefix) else { return false }
    let maker = name.dropFirst(prefix.count).prefix { $0 != "-" }
    guard let processID = Int32(maker), processID > 0 else { return false }
    return !SystemCalls.isRunning(processID: processID)
  }
}
