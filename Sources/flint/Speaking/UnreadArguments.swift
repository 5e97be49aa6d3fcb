import Diagnostics
import Files

/// Arguments that the language could not read, and took for none or for fewer.
///
/// On Linux Swift's runtime reads them from `/proc/self/cmdline` and stops quietly at a fault; a
/// command without its last arguments is another command.
enum UnreadArguments {
  /// nil when all that were given are there.
  static func problem() -> Diagnostic? {
    #if os(Linux)
      do {
        // Each ends with a zero byte.
        let bytes = try FileSystem.read("/proc/self/cmdline", limit: limit)
        let count = bytes.count { $0 == 0 }
        return count == CommandLine.arguments.count ? nil : .argumentsUnread(nil)
      } catch {
        return .argumentsUnread(error)
      }
    #else
      return nil
    #endif
  }

  /// More than Linux gives to any program (`getconf ARG_MAX` with the largest stack).
  private static let limit = 64 << 20
}
