/// The calls that decide which names a disk holds, one by one, so that tests can stop between them.
extension SystemCalls {
  enum NameCall: Hashable, Sendable {
    case makeFolder(String)
    case rename(String, String)
    case renameToFreeName(String, String)
    case exchange(String, String)
    case remove(String)
    case flush(String)
  }

  /// Called before each of them: a test looks at the disk as a stop would leave it, or names the
  /// fault that the call shall end with.
  @TaskLocal static var answer: @Sendable (NameCall) -> SystemFault? = { _ in nil }

  static func ask(_ call: NameCall) throws(SystemFault) {
    if let fault = answer(call) { throw fault }
  }
}
