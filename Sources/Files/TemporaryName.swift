import Synchronization

/// Names for what is not finished yet: `.flint-tmp-PROCESS-NUMBER`.
///
/// They start with a dot and say which process made them, so that what a crash left behind can be
/// told from what another run is writing at this moment. One that ends in `-old` holds, under its own
/// name, what a new folder takes the place of; such a one may be the only copy.
enum TemporaryName {
  static let prefix = ".flint-tmp-"
  static let oldSuffix = "-old"

  /// Never given twice, so that no writer takes another's name for its own.
  private static let lastNumber = Atomic<Int>(-1)

  /// Where this process has looked for leftovers.
  private static let swept = Mutex<Set<String>>([])

  /// Tries names in `folder` until `create` meets one that does not exist.
  ///
  /// The first one in a folder removes what stopped runs left there, whichever command they ran:
  /// what holds secrets does not wait for the same command to come again.
  static func first(
    in folder: String, suffix: String = "", create: (String) throws(SystemFault) -> Void
  ) throws(SystemFault) -> String {
    if swept.withLock({ $0.insert(folder).inserted }) { FileSystem.removeLeftovers(in: folder) }
    while true {
      let number = lastNumber.add(1, ordering: .relaxed).newValue
      let name = "\(prefix)\(SystemCalls.processID)-\(number)\(suffix)"
      let path = FilePath.join(folder, name)
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
